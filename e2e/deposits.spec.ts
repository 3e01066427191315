import { expect, test } from '@playwright/test'
import { desk, expectSoundPage, openTill, phone, signIn } from './people.ts'
import { wordsOf } from './words.ts'

for (const [language, viewport, plate, tail] of [['zh-CN', desk, '沪A·D73001', 'D73001'], ['en', phone, '沪A·D73002', 'D73002']] as const) {
  test(`the cashier takes a deposit, finance gives it back (${language}, ${String(viewport.width)} px)`, async ({ page, browser }) => {
    test.setTimeout(90_000)
    const say = wordsOf(language)
    await page.setViewportSize(viewport)
    const desk2 = await browser.newContext({ locale: 'zh-CN' })
    const advisor = await desk2.newPage()
    await signIn(advisor, 'sad')
    await advisor.keyboard.press('n')
    await advisor.getByRole('dialog').locator('input[name=plate]').fill(plate)
    await advisor.keyboard.press('Enter')
    await expect(advisor.getByRole('heading', { name: plate })).toBeVisible()
    await desk2.close()

    await signIn(page, 'csh', language)
    await openTill(page, language)
    await page.goto('/deposits')
    await expectSoundPage(page)
    await page.locator('input[name=find]').fill(tail)
    await page.getByText(plate).first().click()
    await expect(page.getByRole('heading', { name: plate })).toBeVisible()
    await page.locator('input[name=amount]').fill('300')
    await expect(page.getByRole('button', { name: say('settlement.take-deposit') })).toHaveAttribute('aria-disabled', 'true')
    await page.locator('input[name=reference]').fill('WX-300')
    await page.getByRole('button', { name: say('settlement.take-deposit') }).click()
    await expect(page.getByText(say('settlement.payment-taken', { number: 'RC-' }).slice(0, 12)).first()).toBeVisible()
    await expect(page.getByText('¥300.00').first()).toBeVisible()
    await expectSoundPage(page)
    await page.reload()
    await expect(page.getByText('¥300.00').first()).toBeVisible()

    const office = await browser.newContext({ locale: language, viewport })
    const finance = await office.newPage()
    await signIn(finance, 'fin', language)
    await finance.goto(new URL(page.url()).pathname)
    await finance.getByRole('button', { name: say('settlement.more-actions') }).click()
    await finance.getByRole('menuitem', { name: say('settlement.refund') }).click()
    const dialog = finance.getByRole('dialog')
    await dialog.locator('textarea, input').first().fill('客户改期')
    await dialog.getByRole('button', { name: say('settlement.refund') }).click()
    await expect(finance.getByText('-¥300.00').or(finance.getByText('−¥300.00')).or(finance.getByText('¥-300.00')).first()).toBeVisible()
    await expectSoundPage(finance)
    await office.close()
  })
}

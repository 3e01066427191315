import { expect, test } from '@playwright/test'
import { desk, expectSoundPage, openTill, phone, signIn } from './people.ts'
import { wordsOf } from './words.ts'

for (const [language, viewport] of [['zh-CN', desk], ['en', phone]] as const) {
  test(`the cashier collects a part of what a company owes, finance refunds it (${language}, ${String(viewport.width)} px)`, async ({ page, browser }) => {
    const say = wordsOf(language)
    await page.setViewportSize(viewport)
    await signIn(page, 'csh', language)
    await openTill(page, language)
    await page.goto('/receivables')
    await expect(page.locator('.k-list-row').first()).toBeVisible()
    await expectSoundPage(page)
    await page.locator('input[name=find]').fill('没有这家')
    await expect(page.getByText(say('settlement.no-such-receivable'))).toBeVisible()
    await page.locator('input[name=find]').fill('AR-')
    await page.locator('.k-list-row').nth(language === 'en' ? 1 : 2).click()
    await page.getByRole('radio', { name: say('settlement.way.transfer') }).check()
    await page.locator('input[name=amount]').fill('100')
    await expect(page.getByRole('status').filter({ hasText: say('settlement.reference-missing') })).toBeVisible()
    await page.locator('input[name=reference]').fill('BANK-9001')
    await expectSoundPage(page)
    await page.getByRole('button', { name: say('settlement.take-payment') }).click()
    await expect(page.getByText('BANK-9001')).toBeVisible()
    await page.reload()
    await expect(page.getByText('BANK-9001')).toBeVisible()

    await page.locator('input[name=amount]').fill('50')
    await page.getByRole('radio', { name: say('settlement.way.transfer') }).check()
    await page.locator('input[name=reference]').fill('BANK-9002')
    await page.getByRole('button', { name: say('settlement.take-payment') }).click()
    await expect(page.getByText('BANK-9002')).toBeVisible()
    const left = Number((await page.locator('input[name=amount]').inputValue()).replace(/[^\d.]/g, ''))

    const office = await browser.newContext({ viewport, locale: language })
    const finance = await office.newPage()
    await signIn(finance, 'fin', language, new URL(page.url()).pathname)
    await finance.getByRole('row').filter({ hasText: 'BANK-9001' }).getByRole('button', { name: say('settlement.more-actions') }).click()
    await finance.getByRole('menuitem', { name: say('settlement.refund') }).click()
    await finance.getByRole('dialog').getByLabel(say('settlement.reason')).fill('付错单位')
    await finance.getByRole('dialog').getByRole('button', { name: say('settlement.refund') }).click()
    await expect(finance.getByText(/[-−]¥?100\.00/)).toBeVisible()
    await expect(page.getByText(/[-−]¥?100\.00/)).toBeVisible() // without touching his screen
    // What is due has grown by the refund while the form stayed open: all of it can be paid.
    await page.locator('input[name=amount]').fill(String(left + 100))
    await page.getByRole('radio', { name: say('settlement.way.transfer') }).check()
    await page.locator('input[name=reference]').fill('BANK-9003')
    await page.getByRole('button', { name: say('settlement.take-payment') }).click()
    await expect(page.getByText('BANK-9003')).toBeVisible()
    await expect(page.locator('input[name=amount]')).toHaveCount(0)
    await office.close()
  })
}

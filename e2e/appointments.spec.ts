import { expect, test, type Page } from '@playwright/test'
import { desk, expectSoundPage, ownPlate, phone, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

/** Tomorrow by the store's clock. */
const tomorrow = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + 86_400_000))

for (const [language, size, ours] of [['zh-CN', desk, '沪A·D75001'], ['en', phone, '沪A·D75002']] as const) {
  test(`an advisor books a car, moves it, a colleague sees it, and cancels it; the board is confirmed (${language}, ${String(size.width)} px)`, async ({ browser }) => {
    test.setTimeout(120_000)
    const [say, plate] = [wordsOf(language), ownPlate(ours)]
    const context = await browser.newContext({ viewport: size, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: language === 'en' ? 'dark' : 'light' })
    const page = await context.newPage()
    await signIn(page, 'sad', language, '/appointments')
    await expect(page.locator('.day-load')).toBeVisible()
    await expectSoundPage(page)
    const toTomorrow = async (at: Page) => {
      await at.locator('input[name=day]').fill(tomorrow())
      await expect(at.locator('.day-load tbody tr').first()).toBeVisible()
    }
    await toTomorrow(page)
    await page.getByRole('button', { name: say('appointments.book'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    const submit = dialog.getByRole('button', { name: say('appointments.book'), exact: true })
    await dialog.locator('input[name=plate]').fill('不是车牌')
    await expect(submit).toHaveAttribute('aria-disabled', 'true')
    await dialog.locator('input[name=plate]').fill(plate)
    await dialog.locator('input[name=customer]').fill('李晨')
    await dialog.locator('input[name=phone]').fill('19900010001')
    await tick(dialog.getByRole('radio', { name: say('appointments.purpose.repair'), exact: true }).first())
    await dialog.locator('input[name=concern]').fill('刹车异响')
    await expectSoundPage(page)
    const slot = dialog.locator('select[name=slot]')
    await slot.selectOption(await slot.locator('option:not([disabled]):not([hidden])').last().getAttribute('value') ?? '')
    await submit.click()
    await expect(dialog).toHaveCount(0)
    const car = page.locator('.appointment').filter({ hasText: plate })
    await expect(car.getByText('刹车异响')).toBeVisible()

    const colleagues = await browser.newContext({ viewport: desk, locale: language, timezoneId: 'Asia/Shanghai' })
    const his = await colleagues.newPage()
    await signIn(his, 'fds', language, '/appointments')
    await toTomorrow(his)
    await expect(his.locator('.appointment').filter({ hasText: plate })).toBeVisible()
    await car.getByRole('button', { name: say('appointments.confirm'), exact: true }).click()
    await expect(his.locator('.appointment').filter({ hasText: plate }).getByText(say('appointments.confirmed-by', { name: '' }).slice(0, 5), { exact: false })).toBeVisible()

    await expect(car.getByRole('button', { name: say('appointments.confirm'), exact: true })).toHaveCount(0) // its place is taken by those that follow
    await car.getByRole('button', { name: say('appointments.move'), exact: true }).click()
    const moving = dialog.locator('select[name=slot]')
    await moving.selectOption(await moving.locator('option:not([disabled]):not([hidden])').first().getAttribute('value') ?? '')
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('appointments.move'), exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await page.reload()
    await toTomorrow(page)
    await expect(car).toBeVisible()
    await car.getByRole('button', { name: say('appointments.cancel'), exact: true }).click()
    await dialog.locator('textarea').fill('客户出差')
    await dialog.getByRole('button', { name: say('appointments.cancel'), exact: true }).click()
    await expect(car.getByText(say('appointments.outcome.cancelled'))).toBeVisible()
    await expect(his.locator('.appointment').filter({ hasText: plate }).getByText('客户出差')).toBeVisible()
    await expectSoundPage(page)

    await his.getByRole('button', { name: say('appointments.today'), exact: true }).click()
    const confirmed = his.getByRole('button', { name: say('appointments.confirm-board') })
    await expect(his.locator('.appointment').first()).toBeVisible()
    if (await confirmed.isVisible()) await confirmed.click()
    await expect(confirmed).toHaveCount(0)
    await expectSoundPage(his)
    await colleagues.close()
    await context.close()
  })
}

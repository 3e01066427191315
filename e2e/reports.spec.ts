import { expect, test, type Page } from '@playwright/test'
import { addDays, localDay } from '../src/kernel/time.ts'
import { desk, expectSoundPage, phone, signIn, tick, type Language } from './people.ts'
import { wordsOf } from './words.ts'

async function download(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  return file.suggestedFilename()
}

/** Thirty days: of a month's first night nothing is known yet. */
async function chooseThirtyDays(page: Page, language: Language): Promise<void> {
  await tick(page.getByRole('radio', { name: wordsOf(language)('reports.period.own'), exact: true }))
  await page.locator('input[name=from]').fill(addDays(localDay(new Date(), 'Asia/Shanghai'), -29))
}

for (const [language, size, store] of [['zh-CN', desk, ''], ['en', phone, 'b-']] as const) {
  test(`the station manager reads the figures, opens what stands behind one, issues the day's report (${language}, ${String(size.width)} px)`, async ({ browser }) => {
    test.setTimeout(120_000)
    const say = wordsOf(language)
    const context = await browser.newContext({ viewport: size, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: language === 'en' ? 'dark' : 'light' })
    const page = await context.newPage()
    await signIn(page, `${store}stm`, language, '/reports')
    const dialog = page.getByRole('dialog')
    const card = (code: string) => page.locator(`[data-figure="${code}"]`)
    const choose = (text: string) => tick(page.getByRole('radio', { name: text, exact: true }))
    await expect(card('cars')).toBeVisible()
    await expectSoundPage(page)

    await card('on-time').getByRole('button', { name: say('reports.explain', { figure: say('reports.figure.on-time') }) }).click()
    await expect(dialog.getByText(say('reports.formula.on-time'))).toBeVisible()
    await expectSoundPage(page)
    await page.keyboard.press('Escape')

    await card('same-day').getByRole('button', { name: say('reports.explain', { figure: say('reports.figure.same-day') }) }).click()
    await dialog.locator('input[name=target]').fill('55')
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('reports.set-target'), exact: true }).click()
    await expect(dialog).toHaveCount(0)
    const target = card('same-day').getByText(say('reports.target', { value: '55.0 %' }))
    await expect(target).toBeVisible()
    await page.reload()
    await expect(target).toBeVisible()
    if (store === '') { // the general manager, at home in the first store, reads the same figure and gives it the manual's target again
      const other = await browser.newContext({ viewport: size, locale: language, timezoneId: 'Asia/Shanghai' })
      const his = await other.newPage()
      await signIn(his, 'gm', language, '/reports')
      await his.locator('[data-figure="same-day"]').getByRole('button', { name: say('reports.explain', { figure: say('reports.figure.same-day') }) }).click()
      await his.getByRole('dialog').locator('input[name=target]').fill('')
      await his.getByRole('dialog').getByRole('button', { name: say('reports.set-target'), exact: true }).click()
      await expect(his.getByRole('dialog')).toHaveCount(0)
      await expect(target).toHaveCount(0)
      await other.close()
    }

    await chooseThirtyDays(page, language)
    await choose(say('reports.by.advisor'))
    await expect(card('cars')).toBeVisible()
    await card('cars').locator('.figure-value').click()
    await expect(dialog.locator('.k-chart-bars li').first()).toBeVisible()
    await expect(dialog.getByRole('row').nth(1)).toBeVisible()
    await expectSoundPage(page)
    await dialog.locator('.k-chart-bars li').first().getByRole('button').click()
    await page.keyboard.press('Escape')

    await choose(say('reports.by.day'))
    await card('output').locator('.figure-value').click()
    await dialog.getByText(say('reports.table'), { exact: true }).click()
    await expect(dialog.locator('.k-chart-table tbody tr').first()).toBeVisible()
    await expectSoundPage(page)
    expect(await download(page, async () => { await page.keyboard.press('Escape'); await page.getByRole('button', { name: say('reports.excel') }).click() })).toMatch(/\.xlsx$/)

    await card('cars').locator('.figure-value').click()
    await dialog.getByRole('row').nth(1).getByRole('link').click()
    await expect(page).toHaveURL(/\/repair-orders\/[0-9a-f-]{36}/)

    await page.goto('/reports/margin')
    await expect(page.getByText(say('reports.margin.formula'))).toBeVisible()
    await chooseThirtyDays(page, language)
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    await expectSoundPage(page)
    await page.getByRole('row').nth(1).getByRole('button').click()
    await expect(page.getByRole('row').nth(1).getByRole('link')).toBeVisible()
    await page.goto('/reports/discounts')
    await expect(page.getByText(say('reports.gift.hint'))).toBeVisible()
    await expectSoundPage(page)

    await page.goto('/reports/daily')
    await expect(page.getByText(say('reports.daily.not-issued'), { exact: true })).toBeVisible()
    await expectSoundPage(page)
    await page.locator('.k-fact').filter({ hasText: say('reports.daily.in-shop') }).getByRole('button').click()
    await expect(dialog.getByRole('row').nth(1).getByRole('link')).toBeVisible()
    await expectSoundPage(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: say('reports.daily.issue'), exact: true }).click()
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('reports.daily.issue'), exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText(say('reports.daily.not-issued'), { exact: true })).toHaveCount(0)
    await page.getByRole('button', { name: say('reports.daily.issue-again') }).click()
    await expect(dialog.getByRole('button', { name: say('reports.daily.issue-again') })).toHaveAttribute('aria-disabled', 'true')
    await page.keyboard.press('Escape')
    expect(await download(page, () => page.getByRole('button', { name: say('reports.excel') }).click())).toMatch(/\.xlsx$/)
    await context.close()
  })
}

test('who may not see cost has no margin page', async ({ page }) => {
  await signIn(page, 'inf', 'zh-CN', '/reports')
  const say = wordsOf('zh-CN')
  await expect(page.getByRole('tab', { name: say('reports.tab.daily') })).toBeVisible()
  await expect(page.getByRole('tab', { name: say('reports.tab.margin') })).toHaveCount(0)
})

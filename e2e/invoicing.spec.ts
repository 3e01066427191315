import { expect, test, type Page } from '@playwright/test'
import { desk, expectSoundPage, phone, signIn } from './people.ts'
import { wordsOf } from './words.ts'

/** A statement of two weeks ago that nobody has invoiced yet, another for each language: other journeys work with the newest. */
async function waitingOf(page: Page, nth: number): Promise<{ day: string; number: string }> {
  for (let back = 14; back >= 0; back -= 1) {
    const day = new Date(Date.now() - back * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
    const { rows } = await (await page.request.get(`/api/invoices-waiting?day=${day}`)).json() as { rows: { number: string }[] }
    const waiting = rows[nth]
    if (waiting !== undefined) return { day, number: waiting.number }
  }
  throw new Error('no statement of two weeks waits for an invoice')
}

for (const [nth, [language, size]] of ([['zh-CN', desk], ['en', phone]] as const).entries()) {
  test(`the cashier records an invoice, finance takes it back with a red one, and saves the journal (${language}, ${String(size.width)} px)`, async ({ browser }) => {
    test.setTimeout(90_000)
    const say = wordsOf(language)
    const open = async (login: string) => {
      const page = await (await browser.newContext({ viewport: size, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: language === 'en' ? 'dark' : 'light' })).newPage()
      await signIn(page, login, language, '/invoices')
      return page
    }
    const page = await open('csh')
    const dialog = page.getByRole('dialog')
    const { day, number } = await waitingOf(page, nth)
    const invoice = `2632000000${String(66 + nth)}`
    await page.locator('input[name=day]').fill(day)
    await page.locator('input[name=find]').fill(number)
    await page.getByRole('row').filter({ hasText: number }).click()
    await dialog.locator('input[name=title]').fill('云岭汽车租赁有限公司')
    const record = dialog.getByRole('button', { name: say('invoicing.record'), exact: true })
    await expect(record).toHaveAttribute('aria-disabled', 'true') // without the number the tax system gave it
    await dialog.locator('input[name=number]').fill(invoice)
    await dialog.locator('input[name=tax-number]').fill('91310000MA1FL0000X')
    await expectSoundPage(page)
    await record.click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('row').filter({ hasText: number })).toHaveCount(0)
    await page.reload()
    await page.getByRole('tab', { name: say('invoicing.tab.invoices') }).click()
    await page.locator('input[name=find]').fill(invoice)
    const his = page.getByRole('row').filter({ hasText: invoice })
    await expect(his.getByText(say('invoicing.valid'), { exact: true })).toBeVisible()
    await his.click()
    await expect(dialog).toHaveCount(0) // taking back is finance's

    const finance = await open('fin')
    await finance.getByRole('tab', { name: say('invoicing.tab.invoices') }).click()
    await finance.locator('input[name=find]').fill(invoice)
    await finance.getByRole('row').filter({ hasText: invoice }).click()
    await finance.getByRole('dialog').locator('input[name=number]').fill(`${invoice}R`)
    await finance.getByRole('dialog').locator('input[name=reason]').fill('抬头有误')
    await expectSoundPage(finance)
    await finance.getByRole('dialog').getByRole('button', { name: say('invoicing.record-red'), exact: true }).click()
    await expect(finance.getByRole('dialog')).toHaveCount(0)
    await finance.locator('input[name=find]').fill(`${invoice}R`)
    await expect(finance.getByRole('row').filter({ hasText: `${invoice}R` }).getByText(say('invoicing.red'), { exact: true })).toBeVisible()
    await expect(page.getByText(say('invoicing.taken-back'), { exact: true })).toBeVisible() // without touching his screen
    await expectSoundPage(finance)
    await finance.getByRole('tab', { name: say('invoicing.tab.journal') }).click()
    const [file] = await Promise.all([finance.waitForEvent('download'), finance.getByRole('button', { name: say('invoicing.save-journal') }).click()])
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
    for (const screen of [page, finance]) await screen.context().close()
  })
}

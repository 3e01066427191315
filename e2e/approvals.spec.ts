import { expect, test, type Page } from '@playwright/test'
import { desk, expectSoundPage, phone, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

/** A payment of today's demo that nobody refunded yet: its statement, and its receipt's number. */
async function somePayment(page: Page, skip: number): Promise<{ statementId: string; number: string }> {
  const { rows } = await (await page.request.get('/api/statements?limit=200')).json() as { rows: { id: string; paidFen: number }[] }
  for (const { id } of rows.filter(({ paidFen }) => paidFen > 0).slice(skip * 3)) {
    const { payments } = await (await page.request.get(`/api/statements/${id}`)).json() as { payments: { number: string; refunds: string | null; way: string }[] }
    const [only] = payments
    if (payments.length === 1 && only !== undefined && only.way !== 'cash') return { statementId: id, number: only.number }
  }
  throw new Error('the demo has no payment to refund')
}

for (const [index, [language, viewport]] of ([['zh-CN', desk], ['en', phone]] as const).entries()) {
  test(`the cashier asks for a refund, finance refuses on a phone; asked again, finance approves (${language}, ${String(viewport.width)} px)`, async ({ page, browser }) => {
    test.slow()
    const say = wordsOf(language)
    await page.setViewportSize(viewport)
    await signIn(page, 'csh', language)
    const { statementId, number } = await somePayment(page, index)
    const ask = async (reason: string): Promise<void> => {
      await page.goto(`/cashier/${statementId}`)
      await page.getByRole('row').filter({ hasText: number }).getByRole('button', { name: say('settlement.more-actions') }).click()
      await page.getByRole('menuitem', { name: say('settlement.ask-refund') }).click()
      await page.getByRole('dialog').getByLabel(say('settlement.reason')).fill(reason)
      await expectSoundPage(page)
      await page.getByRole('dialog').getByRole('button', { name: say('settlement.ask-refund') }).click()
      await expect(page.getByText(say('settlement.asked')).first()).toBeVisible()
    }
    const office = await browser.newContext({ viewport: phone, locale: language })
    const finance = await office.newPage()
    await signIn(finance, 'fin', language, '/approvals')

    await ask(`重复收款 ${String(index)}`)
    const card = finance.getByRole('article').filter({ hasText: `重复收款 ${String(index)}` }) // appears without touching the screen
    await expectSoundPage(finance)
    await card.getByRole('button', { name: say('approvals.refuse') }).click()
    await finance.getByRole('dialog').getByLabel(say('approvals.refusal-reason')).fill('请先核对银行流水')
    await expectSoundPage(finance)
    await finance.getByRole('dialog').getByRole('button', { name: say('approvals.refuse') }).click()
    await expect(card).toHaveCount(0)

    await page.goto('/approvals')
    await tick(page.getByRole('radio', { name: say('approvals.mine') }))
    await expect(page.getByText('请先核对银行流水').first()).toBeVisible()
    await expectSoundPage(page)

    await ask(`流水已核对 ${String(index)}`)
    await finance.reload()
    await finance.getByRole('article').filter({ hasText: `流水已核对 ${String(index)}` }).getByRole('button', { name: say('approvals.approve') }).click()
    await finance.getByRole('dialog').getByRole('button', { name: say('approvals.approve') }).click()
    await expect(finance.getByText(say('approvals.done')).first()).toBeVisible()
    await page.goto(`/cashier/${statementId}`)
    await expect(page.getByText(/[-−]¥?[\d,]+\.\d\d/).first()).toBeVisible()
    await office.close()
  })
}

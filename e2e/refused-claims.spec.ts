import { expect, test } from '@playwright/test'
import { desk, expectSoundPage, phone, signIn } from './people.ts'
import { wordsOf } from './words.ts'

type Statement = { id: string; number: string; orderId: string; payer: string; dueFen: number; paidFen: number; supplementOf: string | null }

test('the claims clerk asks that a refused claim moves to goodwill, the general manager says yes on his phone, and the pair stands beside the claim', async ({ browser }) => {
  test.setTimeout(90_000)
  const [say, en] = [wordsOf('zh-CN'), wordsOf('en')]
  const house = await browser.newContext({ viewport: desk, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await house.newPage()
  await signIn(page, 'wcl')
  const { rows } = await (await page.request.get('/api/statements?due=yes&claims=yes&limit=200')).json() as { rows: Statement[] }
  const claim = rows.filter(({ payer, paidFen, supplementOf }) => payer === 'warranty' && paidFen === 0 && supplementOf === null).at(-1)
  if (claim === undefined) throw new Error('no claim of the demo is due')
  await page.getByRole('link', { name: say('settlement.claims') }).click()
  await expect(page.getByRole('heading', { level: 1, name: say('settlement.claims') })).toBeVisible()
  await page.goto(`/claims-due/${claim.id}`)
  await page.getByRole('button', { name: say('settlement.more-actions') }).click()
  await page.getByRole('menuitem', { name: say('settlement.reallocate') }).click()
  const dialog = page.getByRole('dialog')
  const move = dialog.getByRole('button', { name: say('settlement.reallocate') })
  await expect(move).toHaveAttribute('aria-disabled', 'true')
  await dialog.locator('select[name=to]').selectOption('goodwill')
  await dialog.locator('textarea[name=reason]').fill('厂家认定超出保修范围')
  await expectSoundPage(page)
  await move.click()
  await expect(page.getByText(say('settlement.said-asked')).first()).toBeVisible()

  const office = await browser.newContext({ viewport: phone, locale: 'en', timezoneId: 'Asia/Shanghai', colorScheme: 'dark' })
  const manager = await office.newPage()
  await signIn(manager, 'gm', 'en', '/approvals')
  const card = manager.getByRole('article').filter({ hasText: claim.number })
  await expect(card.getByText(en('approvals.kind.reallocation'), { exact: true })).toBeVisible()
  await expect(card.getByText(en('repair-orders.payer.goodwill'), { exact: true })).toBeVisible()
  await expectSoundPage(manager)
  await card.getByRole('button', { name: en('approvals.approve') }).click()
  await manager.getByRole('dialog').getByRole('button', { name: en('approvals.approve') }).click()
  await expect(card).toHaveCount(0)
  await office.close()

  // The claim is settled by what the house bears; the supplement of the house stands among what is due.
  await expect(page.locator('.settlement-head').getByText(say('settlement.paid'), { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.locator('.settlement-head').getByText(say('settlement.paid'), { exact: true })).toBeVisible()
  await expect(page.getByRole('table', { name: say('settlement.supplements') }).getByRole('row')).toHaveCount(3) // its head, who refused, who bears it
  await expectSoundPage(page)
  await house.close()
})

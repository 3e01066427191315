import { expect, test, type Page } from '@playwright/test'
import type { Language } from '../src/kernel/texts.ts'
import { expectSoundPage, openAs } from './people.ts'
import { wordsOf } from './words.ts'

// Applied for at the desk in Chinese, decided by three on an English phone; the goods are brought in for this story alone.
test('scrap: refused without a signature more, sent back, put right, signed by three, off the books, reversed by two', async ({ browser }) => {
  test.setTimeout(90_000)
  const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')]
  const open = (login: string, language: Language, to: string) => openAs(browser, login, language, to)
  const supervisor = await open('pts', 'zh-CN', '/scraps')
  const places = (await (await supervisor.request.get('/api/stock-places')).json()) as { rows: { id: string; kind: string; active: boolean }[] }
  const bin = places.rows.find(({ kind, active }) => kind === 'bin' && active)?.id ?? ''
  const part = ((await (await supervisor.request.get('/api/parts?find=ADBLUE-10')).json()) as { rows: { id: string; number: string }[] }).rows[0]
  const { lots } = (await (await supervisor.request.post('/api/stock/receipts', { headers: { 'Idempotency-Key': crypto.randomUUID() }, data: { reference: '报废旅程', lines: [{ partId: part?.id, placeId: bin, thousandths: 4_000, costFen: 20_001 }] } })).json()) as { lots: string[] }
  const number = part?.number ?? ''

  await supervisor.getByRole('button', { name: zh('stock-health.ask-scrap') }).click()
  const dialog = supervisor.getByRole('dialog')
  await dialog.locator('input[name=reason]').fill('受潮结块')
  await dialog.getByRole('combobox', { name: zh('stock-health.add-part') }).fill(number)
  await supervisor.getByRole('option').filter({ hasText: number }).first().click()
  await dialog.locator('select[name=place]').selectOption(bin)
  await dialog.locator('select[name=lot]').selectOption(lots[0] ?? '')
  await dialog.locator('input[name=quantity]').fill('5')
  await expectSoundPage(supervisor)
  await dialog.getByRole('button', { name: zh('stock-health.ask-scrap') }).click()
  await expect(dialog.getByRole('alert')).toBeVisible() // more than the lot has
  await dialog.locator('input[name=quantity]').fill('3')
  await dialog.getByRole('button', { name: zh('stock-health.ask-scrap') }).click()
  await expect(supervisor).toHaveURL(/\/scraps\/[0-9a-f-]{36}$/)
  const address = new URL(supervisor.url()).pathname
  const status = (page: Page, language: Language, key: Parameters<typeof zh>[0]) => expect(page.getByRole('article').first().getByText(wordsOf(language)(key), { exact: true }).first()).toBeVisible()

  // The station manager sends it back from the inbox; the general manager has nothing to sign yet.
  const manager = await open('stm', 'en', address)
  const chief = await open('gm', 'en', address)
  await expect(chief.getByRole('button', { name: en('stock-health.sign-last') })).toHaveCount(0)
  await manager.getByRole('button', { name: en('stock-health.send-back') }).click()
  await manager.getByRole('dialog').locator('textarea').fill('How many exactly?')
  await manager.getByRole('dialog').getByRole('button', { name: en('stock-health.send-back') }).click()
  await status(supervisor, 'zh-CN', 'stock-health.status.sent-back') // on the other screen too
  await supervisor.reload()
  await supervisor.getByRole('button', { name: zh('stock-health.ask-again') }).click()
  await supervisor.getByRole('dialog').locator('input[name=quantity]').fill('2')
  await supervisor.getByRole('dialog').getByRole('button', { name: zh('stock-health.ask-again') }).click()
  await status(supervisor, 'zh-CN', 'stock-health.status.asked')

  const sign = async (page: Page, key: 'stock-health.sign' | 'stock-health.sign-last' | 'stock-health.approve-reversal'): Promise<void> => {
    await page.getByRole('button', { name: en(key), exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: en(key), exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await sign(manager, 'stock-health.sign')
  const finance = await open('fin', 'en', '/approvals')
  const card = finance.locator('.approval').filter({ hasText: en('approvals.kind.scrap-approval') }).filter({ hasText: '受潮结块' })
  await card.getByRole('button', { name: en('approvals.approve') }).click()
  await finance.getByRole('dialog').getByRole('button', { name: en('approvals.approve') }).click()
  await expect(card).toHaveCount(0)
  await expectSoundPage(chief)
  await sign(chief, 'stock-health.sign-last')
  await status(supervisor, 'zh-CN', 'stock-health.status.scrapped')
  await expect(supervisor.getByRole('article').getByText('100.01').first()).toBeVisible() // two of four for 200.01
  await expectSoundPage(supervisor)

  await supervisor.getByRole('article').getByRole('button', { name: zh('stock-health.more-deeds') }).click()
  await supervisor.getByRole('menuitem', { name: zh('stock-health.reversal') }).click()
  await supervisor.getByRole('dialog').locator('textarea').fill('找到买家')
  await supervisor.getByRole('dialog').getByRole('button', { name: zh('stock-health.reversal') }).click()
  await finance.goto(address)
  await sign(finance, 'stock-health.approve-reversal')
  await status(supervisor, 'zh-CN', 'stock-health.status.reversed')

  // The figures, and what one concludes from them.
  await supervisor.goto('/stock-health/turnover')
  await supervisor.getByRole('button', { name: zh('stock-health.review') }).click()
  await supervisor.getByRole('dialog').locator('textarea').fill('下月少订机油')
  await supervisor.getByRole('dialog').getByRole('button', { name: zh('stock-health.review') }).click()
  await expect(supervisor.getByText('下月少订机油').first()).toBeVisible()
  await expectSoundPage(supervisor)

  // A part is excepted from the rule, in a dialog that a form opened; and it is listed again.
  await supervisor.goto('/dead-stock')
  await supervisor.getByRole('button', { name: zh('stock-health.rule') }).click()
  await supervisor.getByRole('dialog').getByRole('combobox', { name: zh('stock-health.add-part') }).fill('OIL-5W30')
  await supervisor.getByRole('listbox').getByRole('option').first().click()
  await supervisor.getByRole('dialog').last().locator('textarea').fill('安全库存')
  await supervisor.getByRole('dialog').last().getByRole('button', { name: zh('stock-health.except') }).click()
  const excepted = supervisor.getByRole('dialog').getByRole('listitem').filter({ hasText: '安全库存' })
  await expect(excepted).toHaveCount(1)
  await excepted.getByRole('button', { name: zh('stock-health.end-exception') }).click()
  await expect(excepted).toHaveCount(0)
  await manager.goto('/dead-stock')
  await expect(manager.getByRole('table').first()).toBeVisible()
  await expectSoundPage(manager)
})

import { expect, test, type Page } from '@playwright/test'
import type { Language } from '../src/kernel/texts.ts'
import { expectSoundPage, openAs } from './people.ts'
import { wordsOf } from './words.ts'

const storeDay = (days: number): string => new Date(Date.now() + (8 + 24 * days) * 3_600_000).toISOString().slice(0, 10)

// A list of the journey's own that never takes effect: brought in and asked for at the planner's desk, approved and withdrawn on the station manager's phone.
test('prices: a maker\'s list is a draft with its differences, takes no past day, is approved by a second person and withdrawn before its day; a floor is set and lifted', async ({ browser }) => {
  const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')]
  const planner = await openAs(browser, 'ppl', 'zh-CN', '/price-lists')
  const get = async (path: string): Promise<unknown> => (await planner.request.get(`/api${path}`)).json()
  const parts = ((await get('/parts?find=YL5')) as { rows: { number: string; capFen: number | null }[] }).rows.filter(({ capFen }) => capFen !== null).slice(0, 4)
  const csv = `零件号,厂家指导价\n${parts.map(({ number, capFen }, index) => `${number},${(((capFen ?? 0) * (index === 0 ? 120 : 90)) / 10_000).toFixed(2)}`).join('\n')}\n`
  const deed = async (page: Page, language: Language, key: Parameters<typeof zh>[0]): Promise<void> => { await page.getByRole('button', { name: wordsOf(language)(key), exact: true }).last().click() }
  const status = (page: Page, language: Language, key: Parameters<typeof zh>[0]) => expect(page.getByRole('article').first().getByText(wordsOf(language)(key), { exact: true }).first()).toBeVisible()

  await deed(planner, 'zh-CN', 'prices.bring')
  await expect(planner).toHaveURL(/\/exchange/)
  const sent = await planner.request.post('/api/imports?kind=prices&fileName=maker.csv', { headers: { 'Idempotency-Key': crypto.randomUUID(), 'Content-Type': 'application/octet-stream' }, data: Buffer.from(csv) })
  const { id: importId } = (await sent.json()) as { id: string }
  await planner.route(/\/api\/live/, async (route) => { await new Promise((resolve) => { setTimeout(resolve, 1_500) }); await route.continue() }) // the list is compared before the page's line is open
  await planner.goto(`/exchange/${importId}`)
  await planner.getByRole('button', { name: /^导入 4 行$/ }).click()
  await expect(planner.getByText(/新增 4 行/).first()).toBeVisible()

  await planner.goto('/price-lists')
  await planner.locator('.k-list-row').first().click()
  await status(planner, 'zh-CN', 'prices.state.draft')
  const address = new URL(planner.url()).pathname
  const row = planner.getByRole('row').filter({ hasText: parts[0]?.number ?? '' })
  await expect(row.getByText('+20.0%')).toBeVisible()
  await planner.locator('select[name=touching]').selectOption('stock')
  await planner.locator('input[name=find]').fill(parts[1]?.number ?? '')
  await expect(planner.getByText('-10.0%')).toHaveCount(1)
  await expectSoundPage(planner)

  const dialog = planner.getByRole('dialog')
  await deed(planner, 'zh-CN', 'prices.prepare')
  await dialog.locator('input[name=list-name]').fill('旅程价格目录')
  await dialog.locator('input[name=from-day]').fill(storeDay(-1))
  await expect(dialog.getByText(zh('prices.day-past', { day: storeDay(-1) })).first()).toBeVisible()
  await expectSoundPage(planner)
  await dialog.locator('input[name=from-day]').fill(storeDay(20))
  await deed(planner, 'zh-CN', 'prices.save')
  await expect(dialog).toHaveCount(0)
  await deed(planner, 'zh-CN', 'prices.ask')
  await deed(planner, 'zh-CN', 'prices.ask')
  await status(planner, 'zh-CN', 'prices.state.asked')
  await planner.reload()
  await status(planner, 'zh-CN', 'prices.state.asked')
  await expect(planner.getByRole('button', { name: zh('prices.approve'), exact: true })).toHaveCount(0) // not by who asked

  const manager = await openAs(browser, 'stm', 'en', address)
  await expectSoundPage(manager)
  await deed(manager, 'en', 'prices.approve')
  await deed(manager, 'en', 'prices.approve')
  await status(manager, 'en', 'prices.state.waits')
  await status(planner, 'zh-CN', 'prices.state.waits') // on the other screen too
  await manager.getByRole('article').getByRole('button', { name: en('prices.more'), exact: true }).click()
  await manager.getByRole('menuitem', { name: en('prices.withdraw') }).click()
  await manager.getByRole('dialog').locator('textarea').fill('The maker postponed it')
  await deed(manager, 'en', 'prices.withdraw')
  await status(planner, 'zh-CN', 'prices.state.withdrawn')

  await manager.goto('/price-floors')
  for (const percent of ['1', '']) {
    await manager.getByRole('button', { name: `${en('prices.set-floor')} · ${en('prices.payer.insurer')}` }).click()
    await manager.getByRole('dialog').locator('input[name=percent]').fill(percent)
    await manager.getByRole('dialog').locator('input[name=reason]').fill('Tried out')
    await expectSoundPage(manager)
    await deed(manager, 'en', 'prices.save')
    await expect(manager.getByRole('dialog')).toHaveCount(0)
  }
  await expect(manager.getByText(en('prices.floor-is', { percent: '1' }))).toHaveCount(1) // in the history alone
  await expectSoundPage(manager)
})

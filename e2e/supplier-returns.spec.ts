import { expect, test, type Page } from '@playwright/test'
import type { Language } from '../src/kernel/texts.ts'
import { doDeed, expectSoundPage, openAs, openTill } from './people.ts'
import { wordsOf } from './words.ts'

type Key = Parameters<ReturnType<typeof wordsOf>>[0]
/** The deed of the page or, where a dialog is open, of the dialog. */
const press = async (page: Page, language: Language, key: Key): Promise<void> => { await page.getByRole('button', { name: wordsOf(language)(key), exact: true }).last().click() }
const status = (page: Page, language: Language, key: Key) => expect(page.getByRole('article').first().getByText(wordsOf(language)(key), { exact: true }).first()).toBeVisible()
async function fromMenu(page: Page, language: Language, menu: Key, key: Key): Promise<void> {
  await page.getByRole('article').getByRole('button', { name: wordsOf(language)(menu) }).click()
  await page.getByRole('menuitem', { name: wordsOf(language)(key) }).click()
}

// A supplier and goods of its own. At the desk in Chinese; finance takes the slip on an English phone.
test('supplier returns: agreed by phone, sent, the slip taken by finance, reversed; a claim answered', async ({ browser }) => {
  const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')]
  const supervisor = await openAs(browser, 'pts', 'zh-CN', '/supplier-returns')
  const get = async (path: string): Promise<unknown> => (await supervisor.request.get(`/api${path}`)).json()
  const name = `退货汽配${String(Date.now() % 100_000)}`
  const { id: supplierId } = await doDeed(supervisor, '/parts-suppliers', { name, kind: 'outside' })
  const bin = ((await get('/stock-places')) as { rows: { id: string; kind: string; active: boolean }[] }).rows.find(({ kind, active }) => kind === 'bin' && active)?.id ?? ''
  const part = ((await get('/parts?find=ADBLUE-10')) as { rows: { id: string; number: string }[] }).rows[0]
  const number = part?.number ?? ''
  const { lots } = (await doDeed(supervisor, '/stock/receipts', { reference: '退货旅程', lines: [{ partId: part?.id, placeId: bin, thousandths: 4_000, costFen: 20_001 }] })) as { id: string; lots: string[] }
  await expectSoundPage(supervisor)

  const dialog = supervisor.getByRole('dialog')
  await press(supervisor, 'zh-CN', 'supplier-returns.ask')
  await dialog.locator('select[name=supplier]').selectOption(supplierId)
  await dialog.getByRole('combobox', { name: zh('stock-health.add-part') }).fill(number)
  await supervisor.getByRole('option').filter({ hasText: number }).first().click()
  await dialog.locator('select[name=cause]').selectOption('unfitted')
  await dialog.locator('select[name=place]').selectOption(bin)
  await dialog.locator('select[name=lot]').selectOption(lots[0] ?? '')
  await dialog.locator('input[name=quantity]').fill('5')
  await expect(dialog.getByRole('button', { name: zh('supplier-returns.ask'), exact: true })).toHaveAttribute('aria-disabled', 'true') // the car is not named
  await dialog.locator('input[name=about]').fill('沪A·D7888')
  await press(supervisor, 'zh-CN', 'supplier-returns.ask')
  await expect(dialog.getByRole('alert')).toBeVisible() // more than the lot has
  await dialog.locator('input[name=quantity]').fill('2')
  await expectSoundPage(supervisor)
  await press(supervisor, 'zh-CN', 'supplier-returns.ask')
  await expect(supervisor).toHaveURL(/\/supplier-returns\/[0-9a-f-]{36}$/)
  const address = new URL(supervisor.url()).pathname

  await press(supervisor, 'zh-CN', 'supplier-returns.agree')
  await dialog.locator('input[name=with]').fill('方师傅')
  await dialog.locator('textarea[name=words]').fill('原价退，明天来取')
  await expectSoundPage(supervisor)
  await press(supervisor, 'zh-CN', 'supplier-returns.agree')
  await status(supervisor, 'zh-CN', 'supplier-returns.status.agreed')
  await supervisor.reload()
  await press(supervisor, 'zh-CN', 'supplier-returns.send')
  await dialog.locator('input[name=waybill]').fill('SF100200300')
  await press(supervisor, 'zh-CN', 'supplier-returns.send')
  await status(supervisor, 'zh-CN', 'supplier-returns.status.sent')
  const finance = await openAs(browser, 'fin', 'en', address)
  await press(finance, 'en', 'supplier-returns.take-slip')
  await press(finance, 'en', 'supplier-returns.take-slip')
  await expect(finance.getByRole('button', { name: en('supplier-returns.take-slip') })).toHaveCount(0)
  await expectSoundPage(finance)
  await expect(supervisor.getByRole('article').getByText(zh('supplier-returns.step.slip')).first()).toBeVisible()
  await expectSoundPage(supervisor)
  await fromMenu(supervisor, 'zh-CN', 'supplier-returns.more', 'supplier-returns.reverse')
  await dialog.locator('textarea').fill('对方拒收')
  await press(supervisor, 'zh-CN', 'supplier-returns.reverse')
  await status(supervisor, 'zh-CN', 'supplier-returns.status.reversed')
  await status(finance, 'en', 'supplier-returns.status.reversed') // on the other screen too

  // A part of a car failed: claimed on its repair order, refused for another part, answered.
  const cars = ((await get('/repair-orders?group=in-shop&limit=20')) as { rows: { id: string; number: string }[] }).rows
  const behind = await Promise.all(cars.map(async ({ id, number: order }) => ({ order, part: ((await get(`/repair-orders/${id}`)) as { lines: { kind: string; code: string }[] }).lines.find(({ kind }) => kind === 'part')?.code })))
  const failed = behind.find((one) => one.part !== undefined)
  await supervisor.goto('/supplier-claims')
  await press(supervisor, 'zh-CN', 'supplier-returns.open-claim')
  await dialog.locator('select[name=supplier]').selectOption(supplierId)
  await dialog.locator('input[name=basis]').fill(failed?.order ?? '')
  await dialog.locator('input[name=part]').fill('NONE-1')
  await dialog.locator('input[name=claimed]').fill('88')
  await dialog.locator('textarea[name=fault]').fill('装车一周异响')
  await press(supervisor, 'zh-CN', 'supplier-returns.open-claim')
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expectSoundPage(supervisor)
  await dialog.locator('input[name=part]').fill(failed?.part ?? '')
  await press(supervisor, 'zh-CN', 'supplier-returns.open-claim')
  await press(supervisor, 'zh-CN', 'supplier-returns.answer')
  await dialog.locator('input[name=with]').fill('方师傅')
  await dialog.locator('textarea[name=words]').fill('同意换一件')
  await press(supervisor, 'zh-CN', 'supplier-returns.answer')
  await status(supervisor, 'zh-CN', 'supplier-returns.claim-status.accepted')
  await expectSoundPage(supervisor)
})

test('expenses: an advance drawn, the claim sent back, signed by two, settled with the IOU, reversed', async ({ browser }) => {
  const en = wordsOf('en')
  const purpose = `提货代收款 ${String(Date.now() % 100_000)}`
  const claimant = await openAs(browser, 'ppl', 'zh-CN', '/expenses')
  const cashier = await openAs(browser, 'csh', 'en', '/ious')
  await openTill(cashier, 'en')
  await cashier.goto('/ious')
  const { name } = (await (await claimant.request.get('/api/session')).json()) as { name: string }
  await press(cashier, 'en', 'expenses.draw')
  await cashier.getByRole('dialog').locator('select[name=person]').selectOption({ label: `${name} PPL` })
  await cashier.getByRole('dialog').locator('select[name=kind]').selectOption('pick-up')
  await cashier.getByRole('dialog').locator('input[name=amount]').fill('1')
  await cashier.getByRole('dialog').locator('input[name=purpose]').fill(purpose)
  await press(cashier, 'en', 'expenses.draw')
  await expect(cashier.getByText(purpose).first()).toBeVisible()
  await expectSoundPage(cashier)

  const dialog = claimant.getByRole('dialog')
  await press(claimant, 'zh-CN', 'expenses.claim')
  await dialog.locator('select[name=kind]').selectOption('pick-up')
  await dialog.locator('input[name=amount]').fill('1.5')
  await dialog.locator('input[name=purpose]').fill(purpose)
  await dialog.locator('select[name=iou]').selectOption({ index: 1 })
  await expectSoundPage(claimant)
  await press(claimant, 'zh-CN', 'expenses.claim')
  await expect(claimant).toHaveURL(/\/expenses\/[0-9a-f-]{36}$/)
  const address = new URL(claimant.url()).pathname
  const manager = await openAs(browser, 'stm', 'en', address)
  await press(manager, 'en', 'expenses.send-back')
  await manager.getByRole('dialog').locator('textarea').fill('Where is the receipt?')
  await press(manager, 'en', 'expenses.send-back')
  await status(claimant, 'zh-CN', 'expenses.status.sent-back')
  await claimant.reload()
  await press(claimant, 'zh-CN', 'expenses.again')
  await press(claimant, 'zh-CN', 'expenses.again')
  await status(claimant, 'zh-CN', 'expenses.status.asked')
  await press(manager, 'en', 'expenses.sign')
  await press(manager, 'en', 'expenses.sign')
  await status(manager, 'en', 'expenses.status.signed')
  const finance = await openAs(browser, 'fin', 'zh-CN', address)
  await press(finance, 'zh-CN', 'expenses.approve')
  await press(finance, 'zh-CN', 'expenses.approve')
  await cashier.goto(address)
  await press(cashier, 'en', 'expenses.settle')
  await expect(cashier.getByRole('dialog').getByText('0.50')).toBeVisible() // what the advance did not cover
  await press(cashier, 'en', 'expenses.settle')
  await status(cashier, 'en', 'expenses.status.settled')
  await expectSoundPage(cashier)
  await expect(cashier.getByRole('article').getByRole('button', { name: en('expenses.more'), exact: true })).toHaveCount(0) // who paid does not reverse
  await fromMenu(finance, 'zh-CN', 'expenses.more', 'expenses.reverse')
  await finance.getByRole('dialog').locator('textarea').fill('票据抬头错')
  await press(finance, 'zh-CN', 'expenses.reverse')
  await status(claimant, 'zh-CN', 'expenses.status.reversed')
  await expectSoundPage(finance)
})

import { expect, test, type Page } from '@playwright/test'
import type { Language } from '../src/kernel/texts.ts'
import { doDeed, expectSoundPage, openAs } from './people.ts'
import { wordsOf } from './words.ts'

// Two suppliers of its own; one delivers. Agreed at the desk in Chinese, signed and paid on an English phone.
test('suppliers: a month matched and agreed, signed by finance, paid and taken back; two asked for a price, one chosen', async ({ browser }) => {
  const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')]
  const open = (login: string, language: Language, to: string) => openAs(browser, login, language, to)
  const supervisor = await open('pts', 'zh-CN', '/supplier-statements')
  const get = async (path: string): Promise<unknown> => (await supervisor.request.get(`/api${path}`)).json()
  const post = (path: string, data: object) => doDeed(supervisor, path, data) as Promise<{ id: string; version: number }>
  const [name, other] = [`对账汽配${String(Date.now() % 100_000)}`, `询价汽配${String(Date.now() % 100_000)}`]
  const supplierId = (await post('/parts-suppliers', { name, kind: 'outside' })).id
  await post('/parts-suppliers', { name: other, kind: 'outside' })
  const placeId = ((await get('/stock-places')) as { rows: { id: string; kind: string; active: boolean }[] }).rows.find(({ kind, active }) => kind === 'bin' && active)?.id
  const parts = ((await get('/parts?find=CLEAN')) as { rows: { id: string; number: string }[] }).rows.slice(0, 2)
  const order = await post('/parts-orders', { supplierId, kind: 'W', lines: parts.map(({ id }) => ({ partId: id, thousandths: 2_000, unitCostFen: 5_000 })) })
  await post(`/parts-orders/${order.id}/submission`, { version: ((await get(`/parts-orders/${order.id}`)) as { version: number }).version })
  const { lines } = (await get(`/parts-orders/${order.id}`)) as { lines: { id: string }[] }
  let receipt = await post('/receipts', { orderId: order.id, deliveryNote: 'DZ1', waybill: '', pieces: 1, opened: 0 })
  for (const line of lines) receipt = { ...receipt, ...(await post(`/receipts/${receipt.id}/lines/${line.id}`, { version: receipt.version, noted: 2_000, counted: 2_000, placeId })) }
  await post(`/receipts/${receipt.id}/posting`, { version: receipt.version })
  const [first = '', second = ''] = parts.map(({ number }) => number)

  const deed = async (page: Page, language: Language, key: Parameters<typeof zh>[0]): Promise<void> => { await page.getByRole('button', { name: wordsOf(language)(key), exact: true }).last().click() }
  const dialog = supervisor.getByRole('dialog')
  await deed(supervisor, 'zh-CN', 'suppliers.begin')
  await dialog.locator('select[name=supplier]').selectOption(supplierId)
  const month = await dialog.locator('select[name=month] option').first().getAttribute('value')
  await dialog.locator('select[name=month]').selectOption(month)
  await deed(supervisor, 'zh-CN', 'suppliers.begin')
  await expect(supervisor).toHaveURL(/\/supplier-statements\/[0-9a-f-]{36}$/)
  const address = new URL(supervisor.url()).pathname
  const status = (page: Page, language: Language, key: Parameters<typeof zh>[0]) => expect(page.getByRole('article').first().getByText(wordsOf(language)(key), { exact: true }).first()).toBeVisible()
  await deed(supervisor, 'zh-CN', 'suppliers.enter')
  await dialog.locator('textarea').fill(`DZ1\t${first}\t2\t100.00\nDZ1\t${second}\t2`)
  await expect(dialog.getByText(zh('suppliers.pasted-faulty', { lines: '2' })).first()).toBeVisible()
  await dialog.locator('textarea').fill(`DZ1\t${first}\t2\t100.00\nDZ1\t${second}\t2\t110.00`)
  await expectSoundPage(supervisor)
  await deed(supervisor, 'zh-CN', 'suppliers.enter')
  await expect(dialog).toHaveCount(0)
  await supervisor.reload()
  await expect(supervisor.getByRole('button', { name: zh('suppliers.close'), exact: true })).toHaveAttribute('aria-disabled', 'true') // a difference is open
  await supervisor.getByRole('row').filter({ hasText: second }).click()
  await dialog.locator('textarea').fill('涨价通知未到，对方同意按订单价')
  await expectSoundPage(supervisor)
  await deed(supervisor, 'zh-CN', 'suppliers.settle')
  await deed(supervisor, 'zh-CN', 'suppliers.close')
  await deed(supervisor, 'zh-CN', 'suppliers.close')
  await status(supervisor, 'zh-CN', 'suppliers.status.closed')
  await deed(supervisor, 'zh-CN', 'suppliers.request')
  await dialog.locator('input[name=invoice]').fill('24312000000077')
  await dialog.locator('input[name=net]').fill('210')
  await dialog.locator('input[name=tax]').fill('26')
  await expect(dialog.getByText(zh('suppliers.invoice-differs', { agreed: '200.00' })).first()).toBeVisible()
  await dialog.locator('input[name=net]').fill('200')
  await deed(supervisor, 'zh-CN', 'suppliers.request')
  await status(supervisor, 'zh-CN', 'suppliers.status.asked')
  await expectSoundPage(supervisor)

  const finance = await open('fin', 'en', address)
  await deed(finance, 'en', 'suppliers.sign')
  await deed(finance, 'en', 'suppliers.sign')
  await status(supervisor, 'zh-CN', 'suppliers.status.signed') // on the other screen too
  await expect(finance.getByRole('button', { name: en('suppliers.pay'), exact: true })).toHaveAttribute('aria-disabled', 'true') // who signed does not pay
  const cashier = await open('csh', 'zh-CN', address)
  await deed(cashier, 'zh-CN', 'suppliers.pay')
  await cashier.getByRole('dialog').locator('input[name=reference]').fill('YH77')
  await deed(cashier, 'zh-CN', 'suppliers.pay')
  await status(finance, 'en', 'suppliers.status.paid')
  await expectSoundPage(finance)
  await finance.getByRole('article').getByRole('button', { name: en('suppliers.more') }).click()
  await finance.getByRole('menuitem', { name: en('suppliers.take-back') }).click()
  await finance.getByRole('dialog').locator('textarea').fill('Sent back by the bank')
  await deed(finance, 'en', 'suppliers.take-back')
  await status(supervisor, 'zh-CN', 'suppliers.status.signed')
  await expect(supervisor.getByText('-¥226.00').first()).toBeVisible()

  await supervisor.goto('/supplier-inquiries')
  await deed(supervisor, 'zh-CN', 'suppliers.ask')
  await dialog.locator('input[name=about]').fill('别家品牌 轿车 2019')
  for (const label of [zh('suppliers.repair.insurance'), zh('suppliers.repair.customer'), name, other]) await dialog.getByRole('checkbox', { name: label }).check()
  await dialog.locator('textarea').fill('BMP-3301 前保险杠 1')
  await expectSoundPage(supervisor)
  await deed(supervisor, 'zh-CN', 'suppliers.ask')
  await expect(supervisor).toHaveURL(/\/supplier-inquiries\/[0-9a-f-]{36}$/)
  for (const [label, insurance, customer] of [[name, '680', '520'], [other, '650', '540']] as const) {
    await deed(supervisor, 'zh-CN', 'suppliers.answer')
    await dialog.locator('select[name=supplier]').selectOption({ label })
    await dialog.locator('input[name=insurance]').fill(insurance)
    await dialog.locator('input[name=customer]').fill(customer)
    await deed(supervisor, 'zh-CN', 'suppliers.answer')
    await expect(dialog).toHaveCount(0)
    await expect(supervisor.getByText(`¥${insurance}.00`).first()).toBeVisible()
  }
  await expect(supervisor.getByText(zh('suppliers.cheapest'))).toHaveCount(2)
  await deed(supervisor, 'zh-CN', 'suppliers.choose')
  await deed(supervisor, 'zh-CN', 'suppliers.choose')
  await status(supervisor, 'zh-CN', 'suppliers.inquiry.decided')
  await expectSoundPage(supervisor)
})

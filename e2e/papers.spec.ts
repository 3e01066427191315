import { expect, test, type Locator, type Page } from '@playwright/test'
import { textOf } from '../src/platform/print/testing/read-pdf.ts'
import { doDeed, expectSoundPage, openAs } from './people.ts'
import { wordsOf } from './words.ts'

// A quote of its own: printed, changed, printed again. The first paper stays what the customer took home.
test('papers: none to print is said; what was handed out stays as it was, though the quote changed; found by its number on a phone', async ({ browser }) => {
  const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')]
  const advisor = await openAs(browser, 'sad', 'zh-CN', '/repair-orders')
  const { rows } = await (await advisor.request.get('/api/labour-operations?find=BR-201&limit=1')).json() as { rows: { id: string }[] }
  const plate = `沪AD7${String(Date.now() % 1_000).padStart(3, '0')}`
  const quote = await doDeed(advisor, '/repair-orders/quotes', { plate, modelName: '云岭 X5', customerName: '赵敏', phone: '19900010002', purpose: 'repair', concern: '制动异响' })
  await advisor.goto(`/repair-orders/${String(quote['id'])}`)
  const menu = advisor.getByRole('button', { name: zh('repair-orders.more-actions') })
  const item = (key: Parameters<typeof zh>[0]) => advisor.getByRole('menuitem', { name: zh(key) })
  await menu.click()
  await expect(item('repair-orders.print-quote')).toHaveAttribute('aria-disabled', 'true')
  await expect(item('repair-orders.print-quote')).toContainText(zh('repair-orders.no-quote-to-print'))
  await item('repair-orders.papers').click()
  await expect(advisor.getByText(zh('papers.none'))).toBeVisible()
  await advisor.keyboard.press('Escape')

  const line = (version: unknown) => doDeed(advisor, `/repair-orders/${String(quote['id'])}/lines`, { version, lines: [{ kind: 'labour', operationId: rows[0]?.id, payer: 'customer' }] })
  const { version } = await line(quote['version'])
  await expect(advisor.getByText(zh('repair-orders.sum', { count: 1 }))).toBeVisible() // the menu of the open page knows
  const first = await printed(advisor, async () => { await menu.click(); await item('repair-orders.print-quote').click() })
  expect(textOf(first)).toContain('报价单')
  await advisor.reload()
  const held = await (await advisor.request.get(`/api/repair-orders/${String(quote['id'])}`)).json() as { version: number; number: string }
  expect(held.version).toBeGreaterThanOrEqual(Number(version))
  await line(held.version)
  await expect(advisor.getByText(zh('repair-orders.sum', { count: 2 }))).toBeVisible()
  const second = await printed(advisor, async () => { await menu.click(); await item('repair-orders.print-quote').click() })
  expect(first.equals(second)).toBe(false)
  await menu.click()
  await item('repair-orders.papers').click()
  const row = (page: Page, at: number): Locator => page.getByRole('table', { name: page === advisor ? zh('papers.title') : en('papers.title') }).getByRole('row').nth(at)
  await expect(row(advisor, 2)).toContainText(held.number)
  await expect(row(advisor, 3)).toHaveCount(0)
  await expectSoundPage(advisor)
  expect((await printed(advisor, () => row(advisor, 2).click())).equals(first)).toBe(true)

  const finance = await openAs(browser, 'fin', 'en', '/papers')
  await finance.locator('input[name=find]').fill(held.number)
  await expect(row(finance, 2)).toContainText(en('papers.kind.quote'))
  await expectSoundPage(finance)
  expect((await printed(finance, () => row(finance, 1).click())).equals(second)).toBe(true)
  await finance.locator('input[name=find]').fill('XX')
  await expect(finance.getByText(en('papers.none-found'))).toBeVisible()
  const technician = await openAs(browser, 'tec', 'en', '/')
  expect((await technician.request.get('/api/papers')).status()).toBe(403)
})

/** What the tab shows that a press opens. */
async function printed(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const opened = page.context().waitForEvent('request', (request) => request.url().includes('pdf'))
  await press()
  const answer = await page.request.get((await opened).url())
  expect(answer.headers()['content-type']).toBe('application/pdf')
  for (const other of page.context().pages()) if (other !== page) await other.close()
  return answer.body()
}

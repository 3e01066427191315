import { expect, test, type Page } from '@playwright/test'
import { desk, doDeed, expectSoundPage, phone, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

type Orders = { rows: { id: string; plate: string; status: string; version: number }[] }

/** More than any shelf has, agreed by the customer on a car of the demo that is in work; each language takes its own car. */
async function shortOrder(page: Page, nth: number): Promise<string> {
  const { rows } = await (await page.request.get('/api/repair-orders?group=in-shop&limit=200')).json() as Orders
  const order = rows.filter(({ plate, status }) => !plate.includes('D7') && status === 'in_work').at(-1 - nth - 2 * test.info().retry) // a second try finds another car
  const { rows: parts } = await (await page.request.get('/api/parts?limit=20')).json() as { rows: { id: string }[] }
  if (order === undefined) throw new Error('no car of the demo is in work')
  const work = await doDeed(page, `/repair-orders/${order.id}/added-work`, { findings: '零件损坏', urgency: 'soon' })
  await doDeed(page, `/added-work/${work.id}/price`, { version: 1, add: [{ kind: 'part', partId: parts[3 + nth]?.id, payer: 'customer', quantityThousandths: 5_000_000 }], remove: [] })
  const promisedAt = new Date(Date.now() + 86_400_000).toISOString()
  await doDeed(page, `/added-work/${work.id}/decision`, { version: 2, agreed: true, way: 'call', customerName: '李晨', customerPhone: '19900010001', words: '换吧', signature: null, promisedAt })
  return order.id
}

for (const [index, [language, size]] of ([['zh-CN', desk], ['en', phone]] as const).entries()) {
  test(`a short part is asked for, sourced by the planner and told to the customer (${language}, ${String(size.width)} px)`, async ({ browser }) => {
    test.setTimeout(120_000)
    const say = wordsOf(language)
    const desks = await browser.newContext({ viewport: size, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: language === 'en' ? 'dark' : 'light' })
    const page = await desks.newPage()
    await signIn(page, 'fds', language)
    const orderId = await shortOrder(page, index)
    await page.goto(`/repair-orders/${orderId}`)
    const shortage = page.locator('.shortage').filter({ has: page.getByRole('button', { name: say('purchasing.ask') }) }).first()
    await expect(shortage).toBeVisible()
    const code = await shortage.locator('.k-quiet-text').first().innerText()
    await expectSoundPage(page)
    await shortage.getByRole('button', { name: say('purchasing.ask') }).click()
    const dialog = page.getByRole('dialog')
    await tick(dialog.getByRole('radio', { name: say('purchasing.urgency.off-road'), exact: true }))
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('purchasing.ask') }).click()
    await expect(dialog).toHaveCount(0)
    const line = page.locator('.shortage').filter({ hasText: code })
    await expect(line.getByText(say('purchasing.status.asked'))).toBeVisible()
    await page.reload()
    await expect(line.getByText(say('purchasing.not-told'))).toBeVisible()

    const parts = await browser.newContext({ viewport: desk, locale: language, timezoneId: 'Asia/Shanghai' })
    const his = await parts.newPage()
    await signIn(his, 'ppl', language, '/purchase-requests')
    const row = his.locator('.shortage').filter({ hasText: code }).first()
    await expectSoundPage(his)
    await row.getByRole('button', { name: say('purchasing.set-source') }).click()
    const source = his.getByRole('dialog')
    const set = source.getByRole('button', { name: say('purchasing.set-source') })
    await source.getByRole('row', { name: /^W / }).click()
    await source.locator('input[name=eta]').fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10))
    await expect(set).toHaveAttribute('aria-disabled', 'true')
    await expectSoundPage(his)
    await source.locator('input[name=supplier]').fill('示例配件行')
    await set.click()
    await expect(source).toHaveCount(0)

    await expect(line.getByText(say('purchasing.status.sourced'))).toBeVisible()
    await line.getByRole('button', { name: say('purchasing.tell') }).click()
    await dialog.locator('input[name=words]').fill('可以等三天')
    if (await dialog.locator('input[name=customer]').inputValue() === '') await dialog.locator('input[name=customer]').fill('李晨')
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('purchasing.tell') }).click()
    await expect(dialog).toHaveCount(0)
    await expect(line.getByText(say('purchasing.decision.order'), { exact: false })).toBeVisible()
    await expectSoundPage(page)
    await line.getByRole('button', { name: say('purchasing.cancel') }).click()
    await dialog.locator('textarea').fill('改用库存件')
    await dialog.getByRole('button', { name: say('purchasing.cancel') }).click()
    await expect(line.getByText(say('purchasing.status.cancelled'))).toBeVisible()
    await expect(his.locator('.shortage').filter({ hasText: code })).toHaveCount(0)
    await parts.close()
    await desks.close()
  })
}

import { expect, test } from '@playwright/test'
import { expectSoundPage, openAs, openTill, ownPlate, tick } from './people.ts'
import { wordsOf } from './words.ts'

test('a payment says what its channel keeps: proposed by the store’s rate, changed by the slip, back with the refund, seen in the day by finance (zh 1440 px, en 390 px)', async ({ browser }) => {
  test.setTimeout(90_000)
  const [say, tell, plate] = [wordsOf('zh-CN'), wordsOf('en'), ownPlate('沪A·D73009')]
  const advisor = await openAs(browser, 'sad', 'zh-CN', '/repair-orders')
  const arrived = await advisor.request.post('/api/repair-orders', { headers: { 'idempotency-key': `till-fee-${String(test.info().retry)}` }, data: { plate, purpose: 'maintenance', concern: '保养' } })
  expect(arrived.ok(), await arrived.text()).toBe(true)
  const { id } = await arrived.json() as { id: string }
  await advisor.context().close()

  // Finance sets what the contract says; the cashier's open form proposes it.
  const finance = await openAs(browser, 'fin', 'en', '/tills')
  await expectSoundPage(finance)
  await finance.getByRole('button', { name: tell('settlement.rates') }).click()
  const card = finance.getByRole('form', { name: tell('settlement.way.card') })
  await card.locator('input[name=rate-card]').fill('12')
  await expect(card.getByRole('button', { name: tell('settlement.save') })).toHaveAttribute('aria-disabled', 'true')
  await card.locator('input[name=rate-card]').fill('0.5')
  await tick(card.getByRole('checkbox'))
  await expectSoundPage(finance)
  await card.getByRole('button', { name: tell('settlement.save') }).click()
  await expect(finance.getByText(tell('settlement.rate-kept')).first()).toBeVisible()
  await finance.keyboard.press('Escape')

  const cashier = await openAs(browser, 'csh', 'zh-CN', '/cashier')
  await openTill(cashier)
  await cashier.goto(`/deposits/${id}`)
  await tick(cashier.getByRole('radio', { name: say('settlement.way.card'), exact: true }))
  await cashier.locator('input[name=amount]').fill('300')
  const fee = cashier.locator('input[name=fee]')
  await expect(fee).toHaveValue('1.50')
  await cashier.reload() // nothing was taken
  await tick(cashier.getByRole('radio', { name: say('settlement.way.card'), exact: true }))
  await cashier.locator('input[name=amount]').fill('300')
  await cashier.locator('input[name=reference]').fill('POS-300')
  await fee.fill('301')
  await expect(cashier.getByRole('status').filter({ hasText: say('settlement.fee-above-payment') })).toBeVisible()
  await fee.fill('1.2')
  await expectSoundPage(cashier)
  await cashier.getByRole('button', { name: say('settlement.take-deposit') }).click()
  const payments = cashier.getByRole('table', { name: say('settlement.payments') })
  await expect(payments.getByText('¥1.20')).toBeVisible()
  await tick(cashier.getByRole('radio', { name: say('settlement.way.cash'), exact: true }))
  await expect(fee).toHaveCount(0)

  // Another person gives it back, and the fee comes with it; the day that finance looks at follows.
  await finance.goto(`/deposits/${id}`)
  await finance.getByRole('button', { name: tell('settlement.more-actions') }).click()
  await finance.getByRole('menuitem', { name: tell('settlement.refund') }).click()
  await finance.getByRole('dialog').locator('textarea, input').first().fill('客户改期')
  await finance.getByRole('dialog').getByRole('button', { name: tell('settlement.refund') }).click()
  await expect(payments.getByText(/-¥1\.20|−¥1\.20|¥-1\.20/)).toBeVisible()
  await expectSoundPage(cashier)
  const { day } = await (await cashier.request.get('/api/statements-till')).json() as { day: string }
  await finance.goto(`/tills/${day}`)
  await expect(finance.getByRole('heading', { name: day })).toBeVisible()
  await expect(finance.getByRole('table', { name: tell('settlement.way'), exact: true }).getByRole('row').filter({ hasText: tell('settlement.way.card') })).toBeVisible()
  await finance.locator('input[name=find-entry]').fill('POS-300')
  await expect(finance.getByRole('table', { name: tell('settlement.entries') }).getByRole('row')).toHaveCount(3) // its head, the payment, the refund
  await expectSoundPage(finance)
  for (const page of [finance, cashier]) await page.context().close()
})

test('the day of the second store is closed with a difference: refused without each channel and a reason, seen live by another screen, kept as it was (en 390 px, zh 1440 px)', async ({ browser }) => {
  test.setTimeout(90_000)
  const [say, tell] = [wordsOf('zh-CN'), wordsOf('en')]
  const cashier = await openAs(browser, 'b-csh', 'en', '/cashier')
  const office = await openAs(browser, 'b-csh', 'zh-CN', '/tills')
  type Till = { day: string; expectedFen: number; sums: { way: string; amountFen: number }[]; till: { closedAt: string | null } | null }
  const { day, expectedFen, sums, till } = await (await cashier.request.get('/api/statements-till')).json() as Till
  if (till?.closedAt === null) { // a second try finds the day closed by the first
    const closeButton = cashier.getByRole('button', { name: tell('settlement.close-till') })
    await closeButton.click()
    const dialog = cashier.getByRole('dialog')
    const close = dialog.getByRole('button', { name: tell('settlement.close-till') })
    await dialog.locator('input[name=counted]').fill(((expectedFen - 1_000) / 100).toFixed(2))
    await expect(close).toHaveAttribute('aria-disabled', 'true')
    for (const { way, amountFen } of sums.filter((sum) => sum.way !== 'cash')) await dialog.locator(`input[name=stated-${way}]`).fill((amountFen / 100).toFixed(2))
    await expect(close).toHaveAttribute('aria-disabled', 'true')
    await expectSoundPage(cashier)
    await cashier.reload() // nothing was closed
    await closeButton.click()
    await dialog.locator('input[name=counted]').fill(((expectedFen - 1_000) / 100).toFixed(2))
    for (const { way, amountFen } of sums.filter((sum) => sum.way !== 'cash')) await dialog.locator(`input[name=stated-${way}]`).fill((amountFen / 100).toFixed(2))
    await dialog.locator('input[name=difference-reason]').fill('找零差错')
    await expectSoundPage(cashier)
    await close.click()
    await expect(dialog).toHaveCount(0)
  }
  await expect(cashier.getByText(tell('settlement.till-is-closed'))).toBeVisible()
  const row = office.getByText(day).first()
  await row.click()
  await expect(office.getByText(say('settlement.till-day-off')).first()).toBeVisible()
  await expect(office.getByText('找零差错').first()).toBeVisible()
  await expect(office.getByText(/-¥10\.00|−¥10\.00|¥-10\.00/).first()).toBeVisible()
  await expectSoundPage(office)
  const days = office.getByRole('radiogroup', { name: say('settlement.till-filter') })
  await tick(days.getByRole('radio', { name: say('settlement.till-filter.open'), exact: true }))
  await expect(office.getByText(say('settlement.no-open-tills'))).toBeVisible()
  const file = office.waitForEvent('download')
  await tick(days.getByRole('radio', { name: say('settlement.till-filter.all'), exact: true }))
  await office.getByRole('button', { name: say('settlement.excel') }).click()
  expect((await file).suggestedFilename()).toMatch(/\.xlsx$/)
  for (const page of [cashier, office]) await page.context().close()
})

import { expect, test, type Page } from '@playwright/test'
import { desk, expectSoundPage, phone, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

type Due = { id: string; number: string; day: string; orderId: string; plate: string; payer: string; paidFen: number; dueFen: number; creditDueOn: string | null; reversedAt: string | null }

/** A customer's statement that waits for money, of an owner nobody gave credit yet; the oldest, since other journeys are paid for the newest. */
async function someDue(page: Page): Promise<Due & { ownerId: string; ownerName: string }> {
  const { rows } = await (await page.request.get('/api/statements?limit=200&due=yes')).json() as { rows: Due[] }
  const { rows: known } = await (await page.request.get('/api/credit-accounts?limit=200')).json() as { rows: { customerId: string }[] }
  for (const due of rows.toReversed().filter(({ payer, paidFen, creditDueOn, plate }) => payer === 'customer' && paidFen === 0 && creditDueOn === null && !plate.includes('D7'))) {
    const order = await (await page.request.get(`/api/repair-orders/${due.orderId}`)).json() as { ownerId: string | null; ownerName: string }
    if (order.ownerId !== null && !known.some(({ customerId }) => customerId === order.ownerId)) return { ...due, ownerId: order.ownerId, ownerName: order.ownerName }
  }
  throw new Error('nobody owes anything')
}

for (const [language, viewport] of [['zh-CN', desk], ['en', phone]] as const) {
  test(`finance agrees on credit, the cashier asks, the general manager grants it above the limit on a phone (${language}, ${String(viewport.width)} px)`, async ({ page, browser }) => {
    test.slow()
    const say = wordsOf(language)
    await page.setViewportSize(viewport)
    await signIn(page, 'fin', language, '/credit-accounts')
    const due = await someDue(page)
    const { phone: ownersPhone } = await (await page.request.get(`/api/customers/${due.ownerId}`)).json() as { phone: string }
    const owner = page.getByRole('option').filter({ hasText: due.ownerName }).filter({ hasText: ownersPhone }).first() // he may have a namesake
    await page.getByRole('button', { name: say('settlement.add-credit') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').fill(due.ownerName)
    await owner.click()
    await dialog.locator('input[name=limit]').fill('1')
    await dialog.locator('input[name=reason]').fill('年度维修协议')
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('settlement.save-credit') }).click()
    await expect(page.getByText(say('settlement.credit-saved')).first()).toBeVisible()
    await page.reload()
    await expect(page.getByText(due.ownerName).first()).toBeVisible()
    await expectSoundPage(page)

    // Who has a limit is shown it where it would be set.
    await page.getByRole('button', { name: say('settlement.add-credit') }).click()
    await dialog.getByRole('combobox').fill(due.ownerName)
    await owner.click()
    await expect(dialog.getByText(say('settlement.credit-there', { limit: 1, days: 30 }))).toBeVisible()
    await expectSoundPage(page)
    await page.keyboard.press('Escape')

    const hall = await browser.newContext({ viewport, locale: language })
    const cashier = await hall.newPage()
    await signIn(cashier, 'csh', language, `/cashier/${due.id}`)
    const ask = async (reason: string): Promise<void> => {
      await cashier.getByRole('button', { name: say('settlement.more-actions') }).first().click()
      await cashier.getByRole('menuitem', { name: say('settlement.ask-credit') }).click()
      await cashier.getByRole('dialog').getByLabel(say('settlement.reason')).fill(reason)
      await expectSoundPage(cashier)
      await cashier.getByRole('dialog').getByRole('button', { name: say('settlement.ask-credit') }).click()
    }
    await ask(`月结 ${due.number}`)
    await expect(cashier.getByText(say('settlement.asked')).first()).toBeVisible()
    await cashier.reload()
    await ask('再申请一次')
    await expect(cashier.getByRole('dialog').getByText(say('approvals.asked-already'))).toBeVisible()
    await cashier.keyboard.press('Escape')

    const office = await browser.newContext({ viewport: phone, locale: language })
    const manager = await office.newPage()
    await signIn(manager, 'gm', language, '/approvals')
    const card = manager.getByRole('article').filter({ hasText: due.number })
    await expectSoundPage(manager)
    await card.getByRole('button', { name: say('approvals.approve') }).click()
    await manager.getByRole('dialog').getByRole('button', { name: say('approvals.approve') }).click()
    await expect(manager.getByRole('dialog').getByText(say('approvals.approval-note-missing'))).toBeVisible()
    await manager.getByRole('dialog').getByLabel(say('approvals.approval-note')).fill('车队客户，总经理特批')
    await expectSoundPage(manager)
    await manager.getByRole('dialog').getByRole('button', { name: say('approvals.approve') }).click()
    await expect(card).toHaveCount(0)

    // The cashier sees it without touching the screen; finance sees who owes it, above his limit.
    await expect(cashier.getByText(say('settlement.on-credit')).first()).toBeVisible()
    await expectSoundPage(cashier)
    await page.goto(`/credit-accounts/${due.ownerId}`)
    await expect(page.getByText(due.number)).toBeVisible()
    await expect(page.getByText(say('settlement.above-limit')).first()).toBeVisible()
    await expectSoundPage(page)

    // His month is one paper; it is paid in one go.
    await page.goto('/invoices')
    await page.getByRole('tab', { name: say('invoicing.tab.monthly') }).click()
    await page.getByRole('button', { name: say('invoicing.issue-monthly') }).click()
    await dialog.getByRole('combobox').first().fill(due.ownerName)
    await owner.click()
    await dialog.locator('select[name=month]').selectOption(due.day.slice(0, 7)) // in the first night of a month it is of the one before
    await expect(dialog.getByRole('status')).toContainText(say('invoicing.would-hold', { count: 1 }))
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('invoicing.issue-monthly') }).click()
    await expect(dialog.getByText(due.number)).toBeVisible()
    await expectSoundPage(page)
    await tick(dialog.getByRole('radio', { name: say('settlement.way.transfer') }))
    await dialog.locator('input[name=reference]').fill('BANK-MONTH')
    await dialog.getByRole('button', { name: say('settlement.take-payment') }).click()
    await expect(page.getByText(say('invoicing.collected', { count: 1 })).first()).toBeVisible()
    await expect(dialog.locator('input[name=reference]')).toHaveCount(0)
    await hall.close()
    await office.close()
  })
}

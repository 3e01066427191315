import { expect, test, type Page } from '@playwright/test'
import { doDeed, ownPlate, signIn } from './people.ts'
import { wordsOf } from './words.ts'

/** A car has just come; its sheet opens anew, and what another module shows on it is on its way until `let`. */
async function openSlowly(page: Page, ours: string): Promise<{ plate: string; let: () => void }> {
  const plate = ownPlate(ours)
  await signIn(page, 'sad', 'zh-CN', '/repair-orders')
  const { id } = await doDeed(page, '/repair-orders', { plate, purpose: 'repair', concern: '空调不制冷' })
  const held = Promise.withResolvers<void>()
  await page.route('**/api/campaigns/of-car*', async (asked) => { await held.promise; await asked.continue() })
  await page.goto(`/repair-orders/${id}`)
  await expect(page.getByRole('heading', { name: plate })).toBeAttached()
  return { plate, let: held.resolve }
}

const more = (page: Page) => page.locator('.order-sheet').getByRole('button', { name: wordsOf('zh-CN')('repair-orders.more-actions') })

test('an order is pressed once all of it stands: what comes late moves no button', async ({ page }) => {
  await page.addInitScript(() => { // however busy the machine is, patience does not end before the part comes
    const later = window.setTimeout.bind(window)
    Object.assign(window, { setTimeout: (call: TimerHandler, milliseconds = 0, ...more: unknown[]) => later(call, milliseconds === 1_500 ? 120_000 : milliseconds, ...more) })
  })
  const { let: come } = await openSlowly(page, '沪A·D79101')
  const sheet = page.locator('.order-sheet')
  await expect(sheet).toHaveAttribute('data-filling', '')
  await expect(more(page).click({ trial: true, timeout: 400 })).rejects.toThrow('Timeout')
  come()
  await expect(sheet).not.toHaveAttribute('data-filling')
  await more(page).click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
})

test('one part that does not come holds an order back for a moment only', async ({ page }) => {
  const { let: come } = await openSlowly(page, '沪A·D79102')
  await more(page).click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  come()
})

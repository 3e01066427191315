import { expect, test, type Page } from '@playwright/test'
import { doDeed, ownPlate, signIn } from './people.ts'
import { wordsOf } from './words.ts'

type Late = 'its answer' | 'its code'

/** A car has just come; its sheet opens anew, and what other modules show on it is on its way until `let`. */
async function openSlowly(page: Page, ours: string, late: Late): Promise<{ let: () => void }> {
  const plate = ownPlate(ours)
  await signIn(page, 'sad', 'zh-CN', '/repair-orders')
  const { id } = await doDeed(page, '/repair-orders', { plate, purpose: 'repair', concern: '空调不制冷' })
  const held = Promise.withResolvers<void>()
  let orderAsked = false
  if (late === 'its answer') await page.route('**/api/campaigns/of-car*', async (asked) => { await held.promise; await asked.continue() })
  else { // the code of parts is asked for once the order is there
    await page.route(`**/api/repair-orders/${id}`, async (asked) => { orderAsked = true; await asked.continue() })
    await page.route('**/*.js', async (asked) => { if (orderAsked) await held.promise; await asked.continue() })
  }
  await page.goto(`/repair-orders/${id}`)
  await expect(page.getByRole('heading', { name: plate })).toBeAttached()
  return { let: held.resolve }
}

const more = (page: Page) => page.locator('.order-sheet').getByRole('button', { name: wordsOf('zh-CN')('repair-orders.more-actions') })

for (const [late, plate] of [['its answer', '沪A·D79101'], ['its code', '沪A·D79103']] as const) {
  test(`an order is pressed once all of it stands: a part is late with ${late}`, async ({ page }) => {
    await page.addInitScript(() => { // however busy the machine is, patience does not end before the part comes
      const later = window.setTimeout.bind(window)
      Object.assign(window, { setTimeout: (call: TimerHandler, milliseconds = 0, ...rest: unknown[]) => later(call, milliseconds === 1_500 ? 120_000 : milliseconds, ...rest) })
    })
    const { let: come } = await openSlowly(page, plate, late)
    const sheet = page.locator('.order-sheet')
    await expect(more(page).click({ trial: true, timeout: 1_000 })).rejects.toThrow('Timeout')
    await expect(sheet).toHaveAttribute('data-filling', '')
    come()
    await expect(sheet).not.toHaveAttribute('data-filling')
    await more(page).click()
    await expect(page.getByRole('menuitem').first()).toBeVisible()
  })
}

test('one part that does not come holds an order back for a moment only', async ({ page }) => {
  const { let: come } = await openSlowly(page, '沪A·D79102', 'its answer')
  await more(page).click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  come()
})

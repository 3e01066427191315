import { expect, test } from '@playwright/test'
import { expectSoundPage, openAs } from './people.ts'
import { wordsOf } from './words.ts'

// Planned at the desk in Chinese, decided on an English phone. The month is three ahead: no other story plans it.
test('monthly plan: proposed, changed with a reason, sent back, put right, approved by another, uploaded, ordered from', async ({ browser }, { outputDir }) => {
  test.setTimeout(90_000)
  const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')]
  const planner = await openAs(browser, 'pts', 'zh-CN', '/parts-plans')
  await planner.getByRole('button', { name: zh('parts-plan.propose') }).click()
  const month = planner.getByRole('dialog').locator('select[name=month]')
  await month.selectOption({ index: 3 })
  await planner.getByRole('dialog').getByRole('button', { name: zh('parts-plan.propose') }).click()
  await expect(planner).toHaveURL(/\/parts-plans\/[0-9a-f-]{36}$/)
  const address = new URL(planner.url()).pathname

  // A quantity far from the proposal says why; the part is one that is always in the catalogue.
  await planner.locator('select[name=show]').selectOption('all')
  await planner.locator('input[name=find]').fill('ADBLUE-10')
  const line = planner.getByRole('row').filter({ hasText: 'ADBLUE-10' })
  await line.click()
  const dialog = planner.getByRole('dialog')
  await expect(dialog.getByText(zh('parts-plan.level')).first()).toBeVisible()
  await dialog.locator('input[name=planned]').fill('4000')
  await expectSoundPage(planner)
  const save = dialog.getByRole('button', { name: zh('parts-plan.save') })
  await expect(save).toHaveAttribute('aria-disabled', 'true') // no reason yet
  await dialog.locator('input[name=reason]').fill('冬季备货')
  await save.click()
  await expect(dialog).toHaveCount(0)
  await expect(line.getByText('冬季备货')).toBeVisible()
  const confirm = async (page: typeof planner, name: string, words = ''): Promise<void> => {
    await page.getByRole('article').getByRole('button', { name, exact: true }).click()
    if (words !== '') await page.getByRole('dialog').locator('textarea').fill(words)
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await confirm(planner, zh('parts-plan.submit'))
  await expect(planner.getByRole('article').getByRole('button', { name: zh('parts-plan.approve'), exact: true })).toHaveAttribute('aria-disabled', 'true') // his own plan
  await expect(planner.getByText(zh('parts-plan.own-note'))).toBeVisible()

  const manager = await openAs(browser, 'stm', 'en', address)
  await confirm(manager, en('parts-plan.send-back'), 'Half of it will do')
  await expect(planner.getByText('Half of it will do')).toBeVisible() // on the other screen too
  await planner.reload()
  await planner.locator('select[name=show]').selectOption('changed')
  await planner.getByRole('row').filter({ hasText: 'ADBLUE-10' }).click()
  await dialog.locator('input[name=planned]').fill('2000')
  await save.click()
  await expect(dialog).toHaveCount(0)
  await confirm(planner, zh('parts-plan.submit'))
  await expectSoundPage(planner)
  await planner.screenshot({ path: `${outputDir}/desk.png` })
  await expect(manager.getByRole('article').getByRole('button', { name: en('parts-plan.approve'), exact: true })).toBeVisible()
  await expectSoundPage(manager)
  await manager.screenshot({ path: `${outputDir}/phone.png` })
  await confirm(manager, en('parts-plan.approve'))
  await expect(planner.getByText(zh('parts-plan.status.approved')).first()).toBeVisible()

  await confirm(planner, zh('parts-plan.upload'))
  await expect(planner.getByText(zh('parts-plan.uploaded-tag'))).toBeVisible()
  await planner.locator('input[name=find]').fill('ADBLUE-10')
  await planner.locator('select[name=show]').selectOption('all')
  await expect(planner.getByRole('row')).toHaveCount(2)
  await planner.getByRole('checkbox', { name: 'ADBLUE-10' }).check()
  await planner.getByRole('article').getByRole('button', { name: zh('parts-plan.draw-chosen', { count: 1 }) }).click()
  await planner.getByRole('dialog').getByRole('button', { name: zh('parts-plan.draw'), exact: true }).click()
  await expect(planner).toHaveURL(/\/parts-orders\/[0-9a-f-]{36}$/)

  await manager.goto('/plan-conformity')
  await manager.getByRole('button', { name: en('parts-plan.review') }).click()
  await manager.getByRole('dialog').locator('textarea').fill('Orders keep to the plan')
  await manager.getByRole('dialog').getByRole('button', { name: en('parts-plan.review') }).click()
  await expect(manager.getByText('Orders keep to the plan').first()).toBeVisible()
  await expectSoundPage(manager)
})

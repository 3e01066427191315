import { expect, test, type Page } from '@playwright/test'
import { desk, expectSoundPage, ownPlate, phone, signIn } from './people.ts'
import { wordsOf } from './words.ts'

const words = {
  'zh-CN': { open: '接车', plate: '车牌', concern: '客户所述', register: '登记到店', title: '登记到店', more: '更多操作', cancel: '取消工单', reason: '取消原因', done: '工单已取消', notPlate: '不像车牌', inShop: '该车已在店内' },
  en: { open: 'New arrival', plate: 'Plate', concern: "Customer's words", register: 'Register arrival', title: 'Register an arrival', more: 'More actions', cancel: 'Cancel repair order', reason: 'Reason', done: 'Repair order cancelled', notPlate: 'does not look like a plate', inShop: 'in the shop already' },
} as const

for (const [language, viewport, ours] of [['zh-CN', desk, '沪A·D70001'], ['en', phone, '沪A·D70002']] as const) {
  test(`a service advisor registers an arrival and cancels it (${language}, ${String(viewport.width)} px)`, async ({ page }) => {
    const [say, plate] = [words[language], ownPlate(ours)]
    await page.setViewportSize(viewport)
    await signIn(page, 'sad', language, '/repair-orders')
    await expectSoundPage(page)
    await page.getByRole('button', { name: say.open }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say.plate).fill('不是车牌')
    await dialog.getByRole('button', { name: say.register }).click()
    await expect(dialog.getByText(say.notPlate).first()).toBeVisible()
    await expectSoundPage(page)
    await dialog.getByLabel(say.plate).fill(plate.replace('·', ' ').toLowerCase())
    await dialog.getByLabel(say.concern).fill('空调不制冷')
    await dialog.getByRole('button', { name: say.register }).click()
    await expect(page.getByRole('heading', { name: plate })).toBeVisible()
    await expect(page.getByText('空调不制冷').first()).toBeVisible()
    await expectSoundPage(page)

    await page.reload()
    await expect(page.getByRole('heading', { name: plate })).toBeVisible()
    await page.getByRole('button', { name: say.open }).first().click()
    await dialog.getByLabel(say.plate).fill(plate)
    await dialog.getByRole('button', { name: say.register }).click()
    await expect(dialog.getByText(say.inShop)).toBeVisible()
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: say.more }).click()
    await page.getByRole('menuitem', { name: say.cancel }).click()
    await dialog.getByLabel(say.reason).fill('客户改期')
    await dialog.getByRole('button', { name: say.cancel }).click()
    await expect(page.getByText(say.done).first()).toBeVisible()
  })
}

test('a colleague sees the new car without touching his screen, is given it, and gives it back', async ({ page, browser }) => {
  const [say, plate] = [wordsOf('zh-CN'), ownPlate('沪A·D70003')]
  await signIn(page, 'sad3', 'zh-CN', '/repair-orders')
  const colleague = await browser.newContext({ locale: 'zh-CN' })
  const desk2 = await colleague.newPage()
  await signIn(desk2, 'sad2', 'zh-CN', '/repair-orders')
  await desk2.keyboard.press('n')
  await desk2.getByRole('dialog').getByLabel('车牌').fill(plate)
  await desk2.keyboard.press('Enter')
  await page.getByText(plate).first().click()
  const passOn = async (screen: Page, to: string) => {
    const dialog = screen.getByRole('dialog')
    await screen.getByRole('button', { name: say('repair-orders.more-actions') }).click()
    await screen.getByRole('menuitem', { name: say('repair-orders.pass-on') }).click()
    await dialog.locator('select[name=colleague]').selectOption({ label: to })
    await expect(dialog.getByRole('button', { name: say('repair-orders.pass-on') })).toHaveAttribute('aria-disabled', 'true') // without a reason
    await dialog.locator('input[name=reason]').fill('下班交接')
    await expectSoundPage(screen)
    await dialog.getByRole('button', { name: say('repair-orders.pass-on') }).click()
    await expect(dialog).toHaveCount(0)
  }
  const nameOf = async (screen: Page) => (await (await screen.request.get('/api/session')).json() as { name: string }).name
  const [first, second] = [await nameOf(desk2), await nameOf(page)]
  await passOn(desk2, second)
  await expect(page.getByRole('main').getByText(second).first()).toBeVisible() // it is his now, without touching his screen
  await page.reload()
  await passOn(page, first)
  await colleague.close()
})

test('whoever may not register arrivals has no button for it', async ({ page }) => {
  await signIn(page, 'whk', 'zh-CN', '/repair-orders')
  await expect(page.getByRole('heading', { name: '接待工作台' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^接车/ })).toHaveCount(0)
})

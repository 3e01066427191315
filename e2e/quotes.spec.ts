import { expect, test } from '@playwright/test'
import { desk, expectSoundPage, ownPlate, phone, signIn } from './people.ts'
import { wordsOf } from './words.ts'

test('two people at one record see each other, on whatever page, and one who leaves is gone', async ({ page, browser }) => {
  const [say, plate] = [wordsOf('zh-CN'), ownPlate('沪A·D74003')]
  await signIn(page, 'sad', 'zh-CN', '/repair-orders')

  await page.keyboard.press('n')
  await page.getByRole('dialog').locator('input[name=plate]').fill(plate)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: plate })).toBeVisible()
  const colleague = await browser.newContext({ locale: 'zh-CN', viewport: phone })
  const his = await colleague.newPage()
  await signIn(his, 'fds', 'zh-CN', '/repair-orders')
  await his.goto(new URL(page.url()).pathname)
  await expect(his.getByText(/也打开着这条记录/)).toBeVisible()
  await expect(page.getByText(/也打开着这条记录/)).toBeVisible()
  await expectSoundPage(his)
  await expectSoundPage(page)
  for (const each of [his, page]) expect(await each.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight)).toBeLessThanOrEqual(1) // the bar pushes nothing out of the window
  await his.goto('/customers')
  await expect(page.getByText(/也打开着这条记录/)).toHaveCount(0)
  await expect(page.getByRole('button', { name: say('repair-orders.receive') })).toBeVisible()
  await colleague.close()
})

for (const [language, viewport, ours] of [['zh-CN', desk, '沪A·D74001'], ['en', phone, '沪A·D74002']] as const) {
  test(`an advisor makes a quote, prints it, and the car arrives with it (${language}, ${String(viewport.width)} px)`, async ({ page }) => {
    const [say, plate] = [wordsOf(language), ownPlate(ours)]
    await page.setViewportSize(viewport)
    await signIn(page, 'sad', language, '/repair-orders')
    await page.getByRole('button', { name: say('repair-orders.quote') }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: say('repair-orders.make-quote') }).click()
    await expect(dialog.locator('[aria-invalid=true]').first()).toBeVisible()
    await expectSoundPage(page)
    await dialog.locator('input[name=plate]').fill(plate)
    await dialog.locator('input[name=customer-name]').fill('赵敏')
    await dialog.locator('input[name=phone]').fill('19900010002')
    await dialog.getByRole('button', { name: say('repair-orders.make-quote') }).click()
    await expect(page.getByRole('heading', { name: plate })).toBeVisible()
    await page.getByRole('combobox', { name: say('repair-orders.add-labour') }).fill('更换')
    await page.keyboard.press('Enter') // before the answer is there, as a scanner does
    await expect(page.getByText(say('repair-orders.sum', { count: 1 }))).toBeVisible()
    await expectSoundPage(page)

    await page.getByRole('button', { name: say('repair-orders.more-actions') }).click()
    const paper = page.context().waitForEvent('page')
    await page.getByRole('menuitem', { name: say('repair-orders.print-quote') }).click()
    await (await paper).close()
    await page.reload()
    await page.getByRole('button', { name: say('repair-orders.arrive-with-quote') }).click()
    await expect(page.getByText(say('repair-orders.arrived-with-quote')).first()).toBeVisible()
    await expect(page.locator('input[name=sender-name]')).toHaveValue('赵敏')
    await expectSoundPage(page)
  })
}

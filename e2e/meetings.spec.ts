import { expect, test, type Page } from '@playwright/test'
import { desk, expectSoundPage, phone, signIn, type Language } from './people.ts'
import { wordsOf } from './words.ts'

/** A picture as a camera gives it, painted by the browser. */
const paintedPicture = async (page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> => {
  const address = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 300 })
    const paint = canvas.getContext('2d')
    if (paint !== null) { paint.fillStyle = '#607080'; paint.fillRect(0, 0, 400, 300) }
    return canvas.toDataURL('image/jpeg')
  })
  return { name: 'picture.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(address.split(',')[1] ?? '', 'base64') }
}

test('a technician reports a problem from his phone; the morning meeting talks about it, decides, and its minutes are read', async ({ browser }) => {
  test.setTimeout(120_000)
  const open = async (login: string, path: string, language: Language, viewport = desk) => {
    const context = await browser.newContext({ viewport, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: language === 'en' ? 'dark' : 'light' })
    const page = await context.newPage()
    await signIn(page, login, language, path)
    return page
  }
  const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')]

  // The phone, in English: three touches, the camera among them.
  const tec = await open('tec2', '/tasks', 'en', phone)
  await tec.getByRole('button', { name: en('tasks.report'), exact: true }).click()
  const report = tec.getByRole('dialog')
  await expect(report.getByRole('button', { name: en('tasks.report'), exact: true })).toHaveAttribute('aria-disabled', 'true')
  await report.locator('input[type=file]').setInputFiles(await paintedPicture(tec))
  await expect(report.getByText(en('tasks.photos-taken', { count: 1 }))).toBeVisible()
  await report.locator('textarea[name=words]').fill('Lift 3 drips oil')
  await expectSoundPage(tec)
  await report.getByRole('button', { name: en('tasks.report'), exact: true }).click()
  await expect(report).toHaveCount(0)
  await tec.getByRole('tab', { name: en('tasks.group.given') }).click()
  const his = tec.locator('.task-card').filter({ hasText: 'Lift 3 drips oil' })
  await expect(his).toBeVisible()

  // The workshop supervisor finds it on his first page, does it; the technician sends it back.
  const wss = await open('wss', '/today', 'zh-CN')
  await expect(wss.getByRole('heading', { name: zh('tasks.own') })).toBeVisible()
  await wss.locator('.task-card').filter({ hasText: 'Lift 3 drips oil' }).getByRole('button', { name: zh('tasks.open') }).click()
  await expect(wss.locator('.photo-thumbnail')).toBeVisible()
  await wss.getByRole('button', { name: zh('tasks.do'), exact: true }).click()
  await wss.getByRole('dialog').locator('textarea[name=done-words]').fill('已换油封')
  await wss.getByRole('dialog').getByRole('button', { name: zh('tasks.do'), exact: true }).click()
  await expect(wss.getByText(zh('tasks.status.done'), { exact: true })).toBeVisible()
  await his.getByRole('button', { name: en('tasks.open') }).click()
  await tec.getByRole('button', { name: en('tasks.send-back') }).click()
  await tec.getByRole('dialog').getByRole('button', { name: en('tasks.send-back') }).click() // without a reason it stays open
  await tec.getByRole('dialog').locator('textarea').fill('It still drips')
  await tec.getByRole('dialog').getByRole('button', { name: en('tasks.send-back') }).click()
  await expect(tec.getByText(en('tasks.returns', { count: 1 }))).toBeVisible()
  await expectSoundPage(tec)
  await expect(wss.getByText(zh('tasks.returns', { count: 1 }))).toBeVisible() // a second person at the record sees it

  // The desk, in Chinese: a meeting is called and cancelled, called again, and held.
  await wss.goto('/meetings')
  await expect(wss.getByRole('tab', { name: zh('meetings.group.open') })).toBeVisible()
  const dialog = wss.getByRole('dialog')
  const call = async (): Promise<void> => {
    await wss.getByRole('button', { name: zh('meetings.call'), exact: true }).click()
    await dialog.locator('select[name=kind]').selectOption('workshop-morning')
    await dialog.locator('input[name=place]').fill('车间看板前')
    await dialog.getByRole('button', { name: zh('meetings.call'), exact: true }).click()
    await expect(wss).toHaveURL(/\/meetings\/[\da-f-]{36}$/)
  }
  await call()
  await wss.getByRole('button', { name: zh('meetings.more') }).click()
  await wss.getByRole('menuitem', { name: zh('meetings.cancel') }).click()
  await dialog.locator('textarea').fill('雨天改期')
  await dialog.getByRole('button', { name: zh('meetings.cancel') }).click()
  await expect(wss.getByText(zh('meetings.cancelled-why', { reason: '雨天改期' }))).toBeVisible()
  await wss.goto('/meetings')
  await call()
  const address = new URL(wss.url()).pathname
  await wss.getByRole('button', { name: zh('meetings.add-item') }).click()
  await dialog.locator('textarea[name=item-words]').fill('举升机漏油怎么办')
  await dialog.getByRole('button', { name: zh('meetings.add-item') }).click()
  await wss.getByRole('button', { name: zh('meetings.show-code') }).click()
  const shown = await dialog.locator('.mt-code strong').innerText()
  await expectSoundPage(wss)
  await wss.keyboard.press('Escape')
  await tec.goto(`${address}?code=${shown}`) // what his camera read
  await tec.getByRole('button', { name: en('meetings.sign-in') }).click()
  await tec.getByRole('dialog').getByRole('button', { name: en('meetings.sign-in') }).click()
  await expect(tec.locator('.mt-top').getByText(en('meetings.you-are-there'))).toBeVisible()
  await wss.getByRole('button', { name: zh('meetings.begin') }).click()
  const point = wss.locator('[data-item=own]')
  await point.getByRole('button', { name: zh('meetings.to-task') }).click()
  await expect(dialog.locator('textarea[name=decision-words]')).toHaveValue('举升机漏油怎么办')
  await dialog.locator('select[name=position]').selectOption('MTL')
  await dialog.getByRole('button', { name: zh('meetings.to-task') }).click()
  await expect(wss.getByRole('link', { name: /^TK-/ })).toBeVisible()
  await wss.reload()
  await wss.getByRole('button', { name: zh('meetings.issue') }).click()
  await dialog.getByRole('button', { name: zh('meetings.issue') }).click()
  await expect(dialog.getByText(zh('meetings.minutes-missing'))).toBeVisible()
  await wss.keyboard.press('Escape')
  await wss.getByRole('button', { name: zh('meetings.write') }).click()
  await dialog.locator('textarea[name=minutes]').fill('举升机今日停用，班组长约厂家')
  await expectSoundPage(wss)
  await dialog.getByRole('button', { name: zh('meetings.save') }).click()
  await wss.locator('input[type=file]').setInputFiles({ name: 'board.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
  await expect(wss.getByText(zh('photos.unreadable')).last()).toBeVisible()
  await expectSoundPage(wss)
  await wss.locator('input[type=file]').setInputFiles(await paintedPicture(wss))
  await expect(wss.getByText(zh('photos.unreadable'))).toHaveCount(0)
  await expect(wss.locator('.photo-thumbnail:not(.photo-waits)')).toBeVisible()
  await wss.getByRole('button', { name: zh('meetings.issue') }).click()
  await dialog.getByRole('button', { name: zh('meetings.issue') }).click()
  await expect(wss.locator('.k-tag').filter({ hasText: zh('meetings.status.issued') })).toBeVisible()
  await expectSoundPage(wss)
  await tec.getByRole('button', { name: en('meetings.read') }).click()
  await expect(tec.getByRole('button', { name: en('meetings.read') })).toHaveCount(0)
  await expectSoundPage(tec)
  await tec.context().close()
  await wss.context().close()
})

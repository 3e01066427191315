import { expect, test, type Page } from '@playwright/test'
import { desk, expectSoundPage, phone, signIn, type Language } from './people.ts'
import { wordsOf } from './words.ts'

const toast = (page: Page, text: string) => page.locator('.k-toast-text').filter({ hasText: text })

test('a robot is refused, added and tried at the desk (zh-CN); a complaint rings the bell on the phone of who must answer it (en); the week on one page', async ({ browser }) => {
  test.setTimeout(120_000)
  const open = async (login: string, language: Language, path: string) => {
    const context = await browser.newContext({ viewport: language === 'en' ? phone : desk, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: language === 'en' ? 'dark' : 'light' })
    const page = await context.newPage()
    await signIn(page, login, language, path)
    return page
  }
  // Who looks after the channels: an address in the house is refused, one that no name server knows is not delivered and stands in the list.
  const zh = wordsOf('zh-CN')
  const page = await open('stm', 'zh-CN', '/notice-channels')
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: zh('notices.add-robot') }).click()
  await dialog.locator('input[name=robot-name]').fill('晨会群')
  await dialog.locator('input[name=robot-address]').fill('https://192.168.1.20/send?key=1')
  // Nothing of the other journeys goes into this group.
  for (const kind of ['duty-climbed', 'promise-passed', 'complaint-runs', 'day-digest']) await dialog.locator(`input[name=${kind}]`).uncheck()
  await dialog.getByRole('button', { name: zh('notices.add-robot') }).click()
  await expect(dialog.getByRole('alert')).toHaveText(zh('notices.address-not-public'))
  await expectSoundPage(page)
  await dialog.locator('input[name=robot-address]').fill('https://robot.invalid/send?key=1')
  await dialog.getByRole('button', { name: zh('notices.add-robot') }).click()
  await expect(dialog).toHaveCount(0)
  const robot = page.locator('[data-robot="晨会群"]')
  await robot.getByRole('button', { name: zh('notices.test') }).click()
  await expect(robot.getByRole('alert')).toContainText('robot.invalid', { timeout: 20_000 })
  await page.reload()
  await page.getByRole('tab', { name: zh('notices.tab.dead') }).click()
  const dead = page.getByRole('row').filter({ hasText: '晨会群' })
  await expect(dead).toBeVisible()
  await expectSoundPage(page)
  await dead.getByRole('button', { name: zh('notices.send-again') }).click()
  await expect(toast(page, zh('notices.sent-again'))).toBeVisible()

  // The supervisor has his page open; an advisor writes a complaint down, and it is there.
  const en = wordsOf('en')
  const his = await open('fds', 'en', '/notices')
  const advisor = await open('sad', 'en', '/today')
  const asked = await advisor.request.post('/api/complaints', { headers: { 'idempotency-key': 'notices-journey' }, data: { plate: '沪A·D78121', customerName: '陈晨', kind: 'service', words: '接待时没有人招呼' } })
  const { number } = await asked.json() as { number: string }
  await advisor.context().close()
  const notice = his.locator('.notice-card').filter({ hasText: number })
  const bell = his.getByRole('banner').getByRole('button', { name: new RegExp(`^${en('notices.title')}`) })
  await expect(notice).toBeVisible()
  await expect(bell).toHaveAccessibleName(/\d/)
  await expectSoundPage(his)
  await notice.getByRole('button', { name: en('notices.open') }).click()
  await expect(his.getByRole('heading', { level: 1, name: en('care.title') })).toBeVisible()
  await bell.click()
  await his.getByRole('tab', { name: en('notices.tab.all') }).click()
  await expect(notice).not.toHaveAttribute('data-unread')
  await his.getByRole('tab', { name: en('notices.tab.own') }).click()
  await his.locator('input[name=mail]').fill('fds')
  await expect(his.getByRole('button', { name: en('notices.save') })).toHaveAttribute('aria-disabled', 'true')
  await his.locator('input[name=mail]').fill('fds@store.example')
  await his.getByRole('button', { name: en('notices.save') }).click()
  await expect(toast(his, en('notices.saved'))).toBeVisible()
  await expectSoundPage(his)
  await his.context().close()

  await page.goto('/one-page')
  await expect(page.getByRole('heading', { name: zh('duties.week.misses') })).toBeVisible()
  await expectSoundPage(page)
  expect((await page.request.get('/api/duties/week/one-page.pdf')).headers()['content-type']).toContain('pdf')
  await page.context().close()
})

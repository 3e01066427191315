import { expect, test } from '@playwright/test'
import { desk, expectSoundPage, phone, signIn } from './people.ts'
import { wordsOf } from './words.ts'

for (const [language, size, store] of [['zh-CN', desk, ''], ['en', phone, 'b-']] as const) {
  test(`a robot is refused, added and tried; a complaint rings the bell of who must answer it; the week on one page (${language}, ${String(size.width)} px)`, async ({ browser }) => {
    test.setTimeout(90_000)
    const say = wordsOf(language)
    const open = async (login: string, path: string) => {
      const context = await browser.newContext({ viewport: size, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: language === 'en' ? 'dark' : 'light' })
      const page = await context.newPage()
      await signIn(page, `${store}${login}`, language, path)
      return page
    }
    // Who looks after the channels: an address in the house is refused, one that no name server knows is not delivered and stands in the list.
    const page = await open('stm', '/notice-channels')
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: say('notices.add-robot') }).click()
    await dialog.locator('input[name=robot-name]').fill(`晨会群 ${language}`)
    await dialog.locator('input[name=robot-address]').fill('https://192.168.1.20/send?key=1')
    await dialog.getByRole('button', { name: say('notices.add-robot') }).click()
    await expect(dialog.getByRole('alert')).toHaveText(say('notices.address-not-public'))
    await expectSoundPage(page)
    await dialog.locator('input[name=robot-address]').fill('https://robot.invalid/send?key=1')
    // Nothing of the other journeys goes into this group.
    for (const kind of ['duty-climbed', 'promise-passed', 'complaint-runs', 'day-digest']) await dialog.locator(`input[name=${kind}]`).uncheck()
    await dialog.getByRole('button', { name: say('notices.add-robot') }).click()
    await expect(dialog).toHaveCount(0)
    const robot = page.locator(`[data-robot="晨会群 ${language}"]`)
    await robot.getByRole('button', { name: say('notices.test') }).click()
    await expect(robot.getByRole('alert')).toContainText('robot.invalid', { timeout: 20_000 })
    await expectSoundPage(page)
    await page.reload()
    await page.getByRole('tab', { name: say('notices.tab.dead') }).click()
    const dead = page.getByRole('row').filter({ hasText: `晨会群 ${language}` })
    await expect(dead).toBeVisible()
    await expectSoundPage(page)
    await dead.getByRole('button', { name: say('notices.send-again') }).click()
    await expect(page.locator('.k-toast-text').filter({ hasText: say('notices.sent-again') })).toBeVisible()

    // The supervisor has his page open; an advisor writes a complaint down, and it is there.
    const his = await open('fds', '/notices')
    const advisor = await open('sad', '/today')
    const plate = language === 'en' ? '沪A·D78122' : '沪A·D78121'
    const asked = await advisor.request.post('/api/complaints', { headers: { 'idempotency-key': `notices-${language}` }, data: { plate, customerName: '陈晨', kind: 'service', words: '接待时没有人招呼' } })
    const { number } = await asked.json() as { number: string }
    await advisor.context().close()
    const notice = his.locator('.notice-card').filter({ hasText: number })
    await expect(notice).toBeVisible()
    await expect(his.getByRole('button', { name: new RegExp(`^${say('notices.title')} \\d+$`) })).toBeVisible()
    await expectSoundPage(his)
    await notice.getByRole('button', { name: say('notices.open') }).click()
    await expect(his.getByRole('heading', { level: 1, name: say('care.title') })).toBeVisible()
    await his.getByRole('button', { name: new RegExp(`^${say('notices.title')}`) }).click()
    await expect(his.getByRole('tab', { name: say('notices.tab.unread') })).toBeVisible()
    await expect(notice).toHaveCount(0)
    await his.getByRole('tab', { name: say('notices.tab.own') }).click()
    await his.locator('input[name=mail]').fill('fds')
    await expect(his.getByRole('button', { name: say('notices.save') })).toHaveAttribute('aria-disabled', 'true')
    await his.locator('input[name=mail]').fill('fds@store.example')
    await his.getByRole('button', { name: say('notices.save') }).click()
    await expect(his.locator('.k-toast-text').filter({ hasText: say('notices.saved') })).toBeVisible()
    await expectSoundPage(his)
    await his.context().close()

    await page.goto('/one-page')
    await expect(page.getByRole('heading', { name: say('duties.week.misses') })).toBeVisible()
    await expectSoundPage(page)
    expect((await page.request.get(`/api/duties/week/one-page.pdf?language=${language}`)).headers()['content-type']).toContain('pdf')
    await page.context().close()
  })
}

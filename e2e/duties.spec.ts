import { expect, test } from '@playwright/test'
import { desk, expectSoundPage, phone, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

type Owed = { dutyId: string; checklist: { code: string; points: { id: string }[] } | null }
type Today = { now: Owed[]; late: Owed[]; tasks: { checklist: string; point: string }[] }

for (const [language, size, login] of [['zh-CN', desk, 'fds'], ['en', phone, 'b-fds']] as const) {
  test(`the front-desk supervisor opens Today, signs a checklist, files a record; the station manager follows up and edits the manual (${language})`, async ({ browser }) => {
    test.setTimeout(120_000)
    const [say, attempt] = [wordsOf(language), `${language} ${String(test.info().retry)}`]
    const [subject, spoken, together] = [`特殊索赔 ${attempt}`, `晨会已提醒 ${attempt}`, `一并谈过 ${attempt}`]
    const context = await browser.newContext({ viewport: size, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: language === 'en' ? 'dark' : 'light' })
    const page = await context.newPage()
    await signIn(page, login, language)
    await expect(page).toHaveURL(/\/today$/)
    await expect(page.getByRole('heading', { level: 1, name: say('duties.today') })).toBeVisible()
    await expectSoundPage(page)

    // A checklist: refused while a point is open, a failure needs a word, and becomes a task.
    const before = await (await page.request.get('/api/duties/today')).json() as Today
    const owed = [...before.late, ...before.now].find(({ dutyId }) => ['FDS-1.1', 'FDS-2.6'].includes(dutyId))
    const fails = owed?.checklist?.points.findIndex(({ id }) => !before.tasks.some((known) => known.checklist === owed.checklist?.code && known.point === id)) // of which no task waits yet
    const card = page.locator(`.duty-card[data-duty="${owed?.dutyId ?? ''}"]`).first()
    await card.getByRole('button', { name: say('duties.check') }).click()
    const dialog = page.getByRole('dialog')
    const sign = dialog.getByRole('button', { name: say('duties.sign') })
    await expect(sign).toHaveAttribute('aria-disabled', 'true')
    const points = dialog.locator('.check-point')
    for (const [index, point] of (await points.all()).entries()) await tick(point.getByRole('radio', { name: say(index === fails ? 'duties.point.fail' : 'duties.point.pass'), exact: true }))
    await expect(sign).toHaveAttribute('aria-disabled', 'true')
    await points.nth(fails ?? 0).getByRole('textbox').fill('门口有水渍')
    await expectSoundPage(page)
    await sign.click()
    await expect(dialog).toHaveCount(0)
    await page.reload()
    const task = page.locator('.duty-card').filter({ hasText: '门口有水渍' })
    await expect(task.first()).toBeVisible()

    // Mopped: looked at again before the next round.
    const open = await task.count()
    await task.first().getByRole('button', { name: say('duties.see-again') }).click()
    const again = dialog.getByRole('button', { name: say('duties.see-again') })
    await expect(again).toHaveAttribute('aria-disabled', 'true')
    await dialog.locator('textarea[name=words]').fill('已拖干')
    await expectSoundPage(page)
    await again.click()
    await expect(dialog).toHaveCount(0)
    await expect(task).toHaveCount(open - 1)

    // A record, reported by hand: the event makes it, its subject stands on it, words close it.
    await page.getByRole('button', { name: say('duties.report') }).click()
    await dialog.locator('select[name=event]').selectOption('claim.special')
    await dialog.locator('input[name=subject]').fill(subject)
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('duties.report') }).click()
    const complaint = page.locator('.duty-card[data-duty="FDS-4.2"]').filter({ hasText: subject })
    await expect(complaint).toBeVisible()
    const second = await context.newPage()
    await second.goto('/today')
    await expect(second.locator('.duty-card[data-duty="FDS-4.2"]').filter({ hasText: subject })).toBeVisible()
    await complaint.getByRole('button', { name: say('duties.file') }).click()
    await dialog.locator('textarea[name=words]').fill('已核实，责任在安装')
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('duties.file') }).click()
    await expect(dialog).toHaveCount(0)
    await expect(second.locator('.duty-card[data-duty="FDS-4.2"]').filter({ hasText: subject }).getByRole('button', { name: say('duties.file') })).toHaveCount(0)

    // The superior: what was missed, followed up with an action; the manual, changed with a reason.
    await context.clearCookies()
    await second.close()
    await signIn(page, login.replace('fds', 'stm'), language)
    await page.goto('/supervision')
    await page.locator('select[name=position]').selectOption('FDS')
    const overdue = page.locator('.duty-card').filter({ hasText: say('duties.status.missed'), has: page.getByRole('button', { name: say('duties.acknowledge') }) }).first() // of others he has spoken already
    await expect(overdue).toBeVisible()
    await expectSoundPage(page)
    const debt = await page.locator('.k-page-note').innerText()
    await overdue.getByRole('button', { name: say('duties.acknowledge') }).click()
    await dialog.locator('textarea[name=note]').fill(spoken)
    await dialog.getByRole('button', { name: say('duties.acknowledge') }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.locator('.k-page-note')).not.toHaveText(debt)
    const chosen = page.locator('.duty-card').getByRole('checkbox')
    for (const place of [0, 1]) await chosen.nth(place).check()
    await page.getByRole('button', { name: say('duties.acknowledge-several', { count: 2 }) }).click()
    await expect(dialog.getByRole('listitem')).toHaveCount(2)
    await dialog.locator('textarea[name=note]').fill(together)
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('duties.acknowledge'), exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await tick(page.getByRole('radio', { name: say('duties.supervision.others').split(' {')[0] ?? '' }))
    const find = page.locator('input[name=find]') // what was spoken about long after it was due stands far down
    await find.fill(spoken)
    await expect(page.getByText(spoken)).toHaveCount(1)
    await find.fill(together)
    await expect(page.getByText(together)).toHaveCount(2)

    await page.goto('/manual/FDS-2.7')
    await page.getByRole('button', { name: say('duties.edit'), exact: true }).click()
    await dialog.locator('input[name=due]').fill('每天')
    await expect(dialog.getByRole('button', { name: say('duties.edit'), exact: true })).toHaveAttribute('aria-disabled', 'true')
    await dialog.locator('input[name=due]').fill('FREQ=WEEKLY;BYDAY=MO,TH')
    await dialog.locator('textarea[name=reason]').fill('本店每周两次')
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('duties.edit'), exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('本店每周两次')).toBeVisible()
    await expectSoundPage(page)
    await context.close()
  })
}

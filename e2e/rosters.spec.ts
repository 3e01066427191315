import { expect, test, type Page } from '@playwright/test'
import { localDay, wallTime } from '../src/kernel/time.ts'
import { desk, expectSoundPage, phone, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

type Week = { today: string; people: { id: string; name: string; positions: string[]; cells: { day: string; off: boolean; absent: string | null }[] }[] }

/**
 * From a few minutes ago until half an hour from now, within the day: whoever has it is late for it already. Turns of greeting duty are cut at half hours and stay as they were
 * once they are over, so ours begins after the last half hour: in the first two minutes of one, whoever has it may still be in time.
 */
function aroundNow(): { starts: string; ends: string; isLate: boolean } {
  const now = Date.now()
  const wall = (at: number): string => wallTime(new Date(at), 'Asia/Shanghai')
  const [today] = wall(now).split('T')
  const afterHalfHour = now - (now % 1_800_000) + 60_000 // the store's zone is whole hours from UTC
  const ends = wall(now + 1_800_000)
  return { starts: wall(Math.max(now - 180_000, afterHalfHour)).slice(11), ends: ends.startsWith(today ?? '') ? ends.slice(11) : '23:59', isLate: now >= afterHalfHour + 60_000 }
}

/** Nobody stands there then any more. */
async function freeSlots(page: Page, { starts, ends }: { starts: string; ends: string }, day: string): Promise<void> {
  const { slots } = await (await page.request.get(`/api/rosters/greeting?day=${day}`)).json() as { slots: { starts: string; ends: string; personId: string | null; version: number }[] }
  for (const slot of slots.filter((one) => one.personId !== null && one.starts < ends && starts < one.ends)) {
    const freed = await page.request.post('/api/rosters/greeting/slot', { headers: { 'idempotency-key': `free-${slot.starts}-${String(Date.now())}` }, data: { day, starts: slot.starts, personId: null, version: slot.version } })
    expect(freed.ok(), await freed.text()).toBe(true)
  }
}

/** The first of them who is at work today; a screen of somebody else is closed again. */
async function openAtWork([login, ...others]: string[], open: (login: string) => Promise<Page>, people: Week['people'], today: string): Promise<Page> {
  if (login === undefined) throw new Error('no advisor works today')
  const page = await open(login)
  const { name } = await (await page.request.get('/api/session')).json() as { name: string }
  if (people.find((person) => person.name === name)?.cells.some(({ day, off, absent }) => day === today && !off && absent === null) === true) return page
  await page.context().close()
  return openAtWork(others, open, people, today)
}

for (const [language, size, store] of [['zh-CN', desk, ''], ['en', phone, 'b-']] as const) {
  test(`the station manager plans a day, records an absence, fills greeting duty; the advisor sees it and checks in on his phone (${language}, ${String(size.width)} px)`, async ({ browser }) => {
    test.setTimeout(150_000)
    const say = wordsOf(language)
    const open = async (login: string, place = size) => {
      const context = await browser.newContext({ viewport: place, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: language === 'en' ? 'dark' : 'light' })
      const page = await context.newPage()
      await signIn(page, `${store}${login}`, language, '/rosters')
      return page
    }
    const page = await open('stm')
    const dialog = page.getByRole('dialog')
    const why = `回乡探亲${String(test.info().retry)}` // another absence when the journey is tried once more
    const { today, people } = await (await page.request.get(`/api/rosters/week?from=${localDay(new Date(), 'Asia/Shanghai')}`)).json() as Week

    // His own roster, looked at by an advisor who works today: the second who sees the change.
    const his = await openAtWork(['sad2', 'sad', 'sad3'], (login) => open(login, phone), people, today)
    await expect(his.getByRole('heading', { name: say('rosters.own-days') })).toBeVisible()
    await expectSoundPage(his)

    const { name: own } = await (await his.request.get('/api/session')).json() as { name: string }
    const colleague = people.find(({ name, positions }) => positions.includes('SAD') && name !== own)?.name ?? ''

    // One cell: by the menu, with the keyboard on the desk.
    const cell = page.locator(size === desk ? 'td[data-today] .roster-cell' : '.roster-line .roster-cell').and(page.getByRole('button', { name: own })).first()
    const before = await cell.innerText()
    const other = before.includes('09:30–18:30') ? '08:00–17:00' : '09:30–18:30' // a shift that is not his usual one of this weekday
    if (size === desk) {
      await cell.focus()
      const isLast = (await cell.getAttribute('data-cell'))?.endsWith('-6') === true // on a Sunday nothing lies to the right
      for (const key of isLast ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']) await page.keyboard.press(key)
      await page.keyboard.press('Enter')
    } else await cell.click()
    await expect(page.getByRole('menuitem', { name: say('rosters.off'), exact: true })).toBeVisible()
    await expectSoundPage(page)
    await page.getByRole('menuitem', { name: new RegExp(other) }).click()
    await expect(cell).toContainText(other)
    await expect(his.locator('.roster-line').first()).toContainText(other)
    await cell.click()
    await page.getByRole('menuitem', { name: say('rosters.usual-day') }).click()
    await expect.poll(() => cell.innerText()).toBe(before)

    // An absence with a deputy; refused while it overlaps; then it ends.
    await page.getByRole('tab', { name: say('rosters.tab.absences') }).click()
    await page.getByRole('button', { name: say('rosters.record-absence') }).click()
    const record = dialog.getByRole('button', { name: say('rosters.record-absence') })
    await expect(record).toHaveAttribute('aria-disabled', 'true')
    await dialog.locator('select[name=person]').selectOption({ label: await dialog.locator('select[name=person] option', { hasText: colleague }).first().innerText() })
    await dialog.locator('input[name=from]').fill('2027-02-01')
    await dialog.locator('input[name=until]').fill('2027-02-03')
    await dialog.locator('input[name=reason]').fill(why)
    await dialog.locator('select[name=deputy]').selectOption({ label: await dialog.locator('select[name=deputy] option', { hasText: own }).first().innerText() })
    await expectSoundPage(page)
    await record.click()
    await expect(dialog).toHaveCount(0)
    const absence = page.locator('.roster-card').filter({ hasText: why })
    await expect(absence).toContainText(say('rosters.deputy-is', { name: own }))
    await expect(his.getByRole('heading', { name: say('rosters.own-deputy-for') })).toBeVisible()
    await expectSoundPage(page)
    await absence.getByRole('button', { name: say('rosters.end'), exact: true }).click()
    await dialog.locator('input[name=reason]').fill('不去了')
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('rosters.end-how.cancel'), exact: true }).click()
    await expect(absence).toHaveCount(0)
    await tick(page.getByRole('checkbox'))
    await expect(absence).toContainText(say('rosters.status.cancelled'))

    // Greeting duty: fairly by one button, by hand at another time, checked in late by the advisor himself.
    await page.getByRole('tab', { name: say('rosters.tab.greeting') }).click()
    await expect(page.locator('.roster-slot').first()).toBeVisible()
    await page.getByRole('button', { name: say('rosters.assign-week') }).click()
    const assigned = page.getByText(new RegExp(say('rosters.assigned', { count: '\\d+', free: '\\d+' }))).first()
    await expect(test.info().retry === 0 ? assigned : assigned.or(page.getByText(say('rosters.nothing-free')).first())).toBeVisible() // a first try may have filled the week
    await expectSoundPage(page)
    const slot = aroundNow()
    await freeSlots(page, slot, today)
    await page.getByRole('button', { name: say('rosters.add-slot') }).click()
    await dialog.locator('input[name=starts]').fill(slot.starts)
    await dialog.locator('input[name=ends]').fill(slot.ends)
    await dialog.locator('select[name=person]').selectOption({ label: own })
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('rosters.add-slot') }).click()
    await expect(dialog).toHaveCount(0)
    const line = page.locator('.roster-slot').filter({ hasText: `${slot.starts}–${slot.ends}` })
    await expect(line).toContainText(new RegExp(slot.isLate ? say('rosters.greeting.running') : `${say('rosters.greeting.running')}|${say('rosters.greeting.planned')}`))
    await his.getByRole('button', { name: say('rosters.check-in') }).click()
    await expect(his.getByRole('button', { name: say('rosters.check-in') })).toHaveCount(0)
    const late = say('rosters.greeting.late', { minutes: '\\d+' })
    await expect(line).toContainText(new RegExp(slot.isLate ? late : `${late}|${say('rosters.greeting.on-time')}`))
    await expectSoundPage(his)
    await page.context().close()
    await his.context().close()
  })
}

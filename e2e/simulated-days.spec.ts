import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { makeProduct, type Product } from '../src/app/testing/product.ts'
import { addDays, fromWallTime, localDay } from '../src/kernel/time.ts'
import { desk, expectSoundPage, phone, tick } from './people.ts'
import { wordsOf } from './words.ts'

// A product of its own whose clock is moved: an advisor's day, a supervisor's with its three audits, and a duty that nobody does climbing to the general manager on the next day.
const timeZone = 'Asia/Shanghai'
const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')]
let product: Product
let clock: string

/** A Wednesday to come: no holiday of the calendar, the day after is a working day too. */
function wednesday(): string {
  let day = addDays(localDay(new Date(), timeZone), 1)
  while (new Date(`${day}T00:00:00Z`).getUTCDay() !== 3) day = addDays(day, 1)
  return day
}
const day = wednesday()
function itIs(on: string, wall: string): void {
  writeFileSync(clock, String((fromWallTime(`${on}T${wall}`, timeZone)?.getTime() ?? Number.NaN) - Date.now()))
}

test.beforeAll(async () => {
  test.setTimeout(150_000)
  clock = path.join(test.info().project.outputDir, `clock-${String(process.pid)}`)
  itIs(day, '08:05')
  product = await makeProduct({ CLOCK_SHIFT: clock, NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, 'clock/shifted-clock.mjs')).href}` })
  await product.start()
})
test.afterAll(() => product.remove())

/** Somebody at this page: at a Chinese desk or on an English phone; the browser's own clock stays behind, as a tablet's may. */
async function at(browser: Browser, login: string, to: string, language: 'zh-CN' | 'en' = 'zh-CN'): Promise<Page> {
  const context = await browser.newContext({ baseURL: product.url, viewport: language === 'en' ? phone : desk, locale: language, timezoneId: timeZone, colorScheme: language === 'en' ? 'dark' : 'light' })
  const page = await context.newPage()
  await page.addInitScript((chosen) => { localStorage.setItem('gangwei.language', chosen) }, language)
  expect((await page.request.post('/api/session', { data: { login, password: 'gangwei-demo' } })).ok()).toBe(true)
  await page.goto(to)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return page
}
const card = (page: Page, dutyId: string) => page.locator(`.duty-card[data-duty="${dutyId}"]`)
const [month, date] = [day.slice(5, 7), day.slice(8)]
/** Of all that went wrong what was the front-desk supervisor's, where there is any. */
async function supervisorsOwn(page: Page): Promise<Page> {
  const positions = page.locator('select[name=position]')
  await expect(positions).toBeVisible()
  if (await positions.locator('option[value=FDS]').count() > 0) await positions.selectOption('FDS')
  return page
}
/** The one that was due on that Wednesday, as either language writes it. */
const ofTheDay = (page: Page, dutyId: string) => card(page, dutyId).filter({ hasText: new RegExp(`${month}/${date} (?:0|1)|${date}/${month}, (?:0|1)`) })

async function passAll(dialog: Locator, say: typeof zh): Promise<void> {
  const points = dialog.locator('.check-point')
  await expect(points.first()).toBeVisible()
  for (const point of await points.all()) await tick(point.getByRole('radio', { name: say('duties.point.pass'), exact: true }))
}

async function signList(page: Page, dutyId: string, say: typeof zh): Promise<void> {
  await card(page, dutyId).first().getByRole('button', { name: say('duties.check') }).click()
  const dialog = page.getByRole('dialog')
  const sign = dialog.getByRole('button', { name: say('duties.sign') })
  await expect(sign).toHaveAttribute('aria-disabled', 'true')
  await passAll(dialog, say)
  await sign.click()
  await expect(dialog).toHaveCount(0)
}

test('the day of an advisor, three audits of his supervisor, and a duty that climbs until the general manager sees it', async ({ browser }) => {
  test.setTimeout(180_000)
  // Before opening: the desk is made ready; what the evening wants is there, and not late.
  const advisor = await at(browser, 'sad', '/today', 'en')
  await signList(advisor, 'SAD-1.1', en)
  await expect(ofTheDay(advisor, 'SAD-1.1')).toContainText(en('duties.status.done'))
  await expect(card(advisor, 'SAD-2.1').first()).toBeVisible()
  await expectSoundPage(advisor)

  // In the forenoon three cars come; the supervisor audits them, and his duty counts them.
  itIs(day, '10:05')
  for (const plate of ['沪A·D79001', '沪A·D79002', '沪A·D79003']) {
    expect((await advisor.request.post('/api/repair-orders', { headers: { 'idempotency-key': `arrival-${plate.slice(-5)}` }, data: { plate, purpose: 'maintenance' } })).status()).toBe(200)
  }
  itIs(day, '10:10')
  const supervisor = await at(browser, 'fds', '/process-audits')
  for (let audit = 1; audit <= 3; audit += 1) {
    await supervisor.getByRole('button', { name: zh('duties.audit'), exact: true }).first().click()
    const dialog = supervisor.getByRole('dialog')
    await passAll(dialog, zh)
    await dialog.getByRole('button', { name: zh('duties.audit'), exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await expect(supervisor.getByText(zh('duties.audits-today', { count: audit }))).toBeVisible() // the list has the next car now
  }
  await supervisor.goto('/today')
  await expect(ofTheDay(supervisor, 'FDS-2.5')).toContainText(new RegExp(`${zh('duties.met')}|${zh('duties.status.done')}`)) // met, and closed by itself within seconds
  await expect(ofTheDay(supervisor, 'FDS-2.6').getByRole('button', { name: zh('duties.check') })).toBeVisible() // this one nobody does
  await expectSoundPage(supervisor)

  // After closing: the advisor's desk is tidied late and says so; the supervisor's duty is late too, and his manager sees it; the general manager does not yet.
  itIs(day, '20:30')
  const evening = await at(browser, 'sad', '/today', 'en') // his session of the morning is over
  await signList(evening, 'SAD-2.1', en)
  await expect(ofTheDay(evening, 'SAD-2.1')).toContainText(en('duties.status.late'))
  const manager = await supervisorsOwn(await at(browser, 'stm', '/supervision'))
  const wall = await at(browser, 'stm', '/wall/duties')
  await wall.setViewportSize({ width: 1920, height: 1080 })
  await expect(wall.locator('.duty-wall-row').first()).toBeVisible()
  expect(await wall.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight && [...document.querySelectorAll('.duty-wall-position, .duty-wall-row')].every((row) => row.getBoundingClientRect().bottom <= window.innerHeight))).toBe(true)
  await expectSoundPage(wall)
  await wall.screenshot({ path: test.info().outputPath('wall.png') })
  const general = await supervisorsOwn(await at(browser, 'gm', '/supervision', 'en'))
  await expect(general.getByRole('heading', { level: 1 })).toBeVisible()
  const ofToday = (page: Page) => ofTheDay(page, 'FDS-2.6')
  await expect(ofToday(manager)).toHaveCount(1)
  await expect(ofToday(general)).toHaveCount(0)

  // His Today says what he himself has not followed up, and leads there.
  await manager.goto('/today')
  await manager.getByRole('region', { name: zh('duties.supervision') }).getByRole('link', { name: zh('duties.go') }).click()
  await expect(manager).toHaveURL(/\/supervision$/)

  // The next afternoon it is missed and has climbed to the top; the holder explains, the manager says what he did, and both stand beside it.
  itIs(addDays(day, 1), '17:20')
  const next = await supervisorsOwn(await at(browser, 'gm', '/supervision', 'en'))
  await expect(ofToday(next)).toHaveCount(1, { timeout: 40_000 })
  await expect(ofToday(next).getByText(en('duties.level', { level: 2 }))).toBeVisible()
  await expectSoundPage(next)
  const holder = await at(browser, 'fds', '/today')
  await expect(ofTheDay(holder, 'FDS-2.6')).toContainText(zh('duties.status.missed'), { timeout: 40_000 })
  await ofTheDay(holder, 'FDS-2.6').getByRole('button', { name: zh('duties.explain') }).click()
  await holder.getByRole('dialog').locator('textarea').fill('下午接待高峰，忘了检查')
  await holder.getByRole('dialog').getByRole('button', { name: zh('duties.explain') }).click()
  await expect(holder.getByRole('dialog')).toHaveCount(0)
  const again = await supervisorsOwn(await at(browser, 'stm', '/supervision'))
  await expect(ofToday(again)).toContainText('下午接待高峰，忘了检查')
  await ofToday(again).getByRole('button', { name: zh('duties.acknowledge') }).click()
  await again.getByRole('dialog').locator('textarea[name=note]').fill('与前台主管一起改了排班')
  await again.getByRole('dialog').getByRole('button', { name: zh('duties.acknowledge') }).click()
  await expect(again.getByRole('dialog')).toHaveCount(0)
  await next.reload()
  await supervisorsOwn(next)
  await expect(ofToday(next)).toContainText('与前台主管一起改了排班')
  for (const page of [advisor, evening, supervisor, manager, wall, general, next, holder, again]) await page.context().close()
})

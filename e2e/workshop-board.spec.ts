import { randomUUID } from 'node:crypto'
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import type { Language } from '../src/kernel/texts.ts'
import { addDays, localDay } from '../src/kernel/time.ts'
import { emptySheet, fourPieces } from '../src/modules/repair-orders/domain/reception-sheet.ts'
import { desk, doDeed, expectSoundPage, ownPlate, phone, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

type Size = { width: number; height: number }

async function open(browser: Browser, login: string, { language, size, to, dark = false }: { language: Language; size: Size; to: string; dark?: boolean }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: dark ? 'dark' : 'light' })
  const page = await context.newPage()
  await signIn(page, login, language, to)
  return page
}

/** A car of this plate that waits in the workshop with one authorised labour line. */
async function authorisedCar(browser: Browser, login: string, plate: string): Promise<string> {
  const page = await open(browser, login, { language: 'zh-CN', size: desk, to: '/reception' })
  const { request } = page
  const { rows } = await (await request.get('/api/labour-operations?limit=5&trade=paint')).json() as { rows: { id: string }[] }
  const { id } = await doDeed({ request }, '/repair-orders', { plate, purpose: 'repair' })
  const path = `/repair-orders/${String(id)}`
  const signature = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
  const received = await doDeed({ request }, `${path}/reception`, {
    version: 1, vin: null, modelName: '云岭 X5', ownerName: '李晨', ownerPhone: '19900010001', ownerKind: 'person', senderName: '李晨', senderPhone: '19900010001', insurerName: '', mileageKm: 10_000, fuelEighths: 4, signature,
    sheet: { ...emptySheet, valuablesReminded: true, keyTag: plate.slice(-6), fourPieceSet: [...fourPieces], consultation: { ...emptySheet.consultation, words: '刹车有异响' } },
  })
  const added = await doDeed({ request }, `${path}/lines`, { version: received['version'], lines: [{ kind: 'labour', operationId: rows[0]?.id, payer: 'customer' }] })
  const promisedAt = new Date(Date.now() + 30 * 3_600_000).toISOString()
  await doDeed({ request }, `${path}/authorisation`, { version: added['version'], promisedAt, phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature })
  await page.context().close()
  return String(id)
}

const track = (page: Page, bay: string): Locator => page.locator(`.board-track[data-bay="${bay}"]`)
const block = (page: Page, plate: string): Locator => page.locator('.board-block').filter({ hasText: plate.slice(-6) })

/** Takes hold of something and lets it go over a bay, at a share of its width. */
async function dragTo(page: Page, what: Locator, bay: string, share: number): Promise<void> {
  await track(page, bay).scrollIntoViewIfNeeded()
  const [from, to] = [await what.boundingBox(), await track(page, bay).boundingBox()]
  if (from === null || to === null) throw new Error('nothing to drag')
  await page.mouse.move(from.x + 6, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + 30, from.y + 20, { steps: 4 })
  await page.mouse.move(to.x + to.width * share, to.y + to.height / 2, { steps: 8 })
  await expect(page.locator('.board-target')).toBeVisible()
  await page.mouse.up()
}

test('the foreman puts a waiting car on tomorrow’s board, moves it by hand and by keys, and a second screen follows', async ({ browser }) => {
  test.setTimeout(180_000)
  const say = wordsOf('zh-CN')
  const plate = ownPlate('沪AD78001')
  await authorisedCar(browser, 'fds', plate)
  const page = await open(browser, 'wss', { language: 'zh-CN', size: desk, to: '/workshop-board' })
  const other = await open(browser, 'stm', { language: 'zh-CN', size: desk, to: '/workshop-board' })
  await expectSoundPage(page)
  for (const screen of [page, other]) await screen.getByRole('button', { name: say('workshop.next-day') }).click()
  await expect(track(page, 'P05')).toBeVisible()
  const card = page.locator('.board-card').filter({ hasText: plate.slice(-6) })
  await card.scrollIntoViewIfNeeded()
  await dragTo(page, card, 'P05', 0.3)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: say('workshop.dispatch'), exact: true })).toHaveAttribute('aria-disabled', 'true') // nobody does it yet
  await dialog.locator('select[name=technician]').selectOption({ index: 1 })
  await expectSoundPage(page)
  await dialog.getByRole('button', { name: say('workshop.dispatch'), exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(track(page, 'P05').locator('.board-block')).toHaveCount(1)
  await expect(track(other, 'P05').locator('.board-block')).toHaveCount(1)

  await dragTo(page, block(page, plate), 'P06', 0.5)
  await expect(track(other, 'P06').locator('.board-block')).toHaveCount(1)
  await expect(track(other, 'P05').locator('.board-block')).toHaveCount(0)
  await expect(page.locator('.board-block-moving')).toHaveCount(0)
  await dragTo(page, block(page, plate), 'A01', 0.5)
  await expect(page.getByText(say('workshop.bay-is-alignment', { bay: 'A01' })).first()).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: say('workshop.next-day') }).click()
  await expect(track(page, 'P06').locator('.board-block')).toHaveCount(1)

  const place = async (screen: Page) => (await block(screen, plate).boundingBox())?.x ?? 0
  const before = await place(other)
  await block(page, plate).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('status').filter({ hasText: 'P05' }).first()).toBeAttached()
  await expect(track(other, 'P05').locator('.board-block')).toHaveCount(1)
  expect(await place(other)).toBeGreaterThan(before)
  await expect(page.locator('.board-block-moving')).toHaveCount(0)
  await expect(block(page, plate)).toBeFocused() // in another row it is another button
  await page.keyboard.press('Alt+ArrowDown')
  await expect(track(other, 'P06').locator('.board-block')).toHaveCount(1)

  // Who should do it takes a day off: every screen says so at once, and another takes it over.
  await block(page, plate).press('Enter')
  await expect(dialog.getByText('云岭 X5')).toBeVisible()
  await page.keyboard.press('Escape')
  const day = addDays(localDay(new Date(), 'Asia/Shanghai'), 1)
  const { jobs } = await (await other.request.get(`/api/workshop-board?day=${day}`)).json() as { jobs: { plate: string; technicianId: string }[] }
  const personId = jobs.find((job) => job.plate === plate)?.technicianId
  const absence = await other.request.post('/api/rosters/absences', { headers: { 'idempotency-key': randomUUID() }, data: { personId, from: day, until: day, kind: 'leave', reason: '家里有事' } })
  expect(absence.ok(), await absence.text()).toBe(true)
  const { id: absenceId, version } = await absence.json() as { id: string; version: number }
  for (const screen of [page, other]) await expect(block(screen, plate).getByText(say('workshop.absent-mark'), { exact: true })).toBeVisible()
  await expect(page.locator('.board-person').filter({ hasText: say('workshop.absent-until', { day: day.slice(5) }) }).first()).toBeVisible()
  await expectSoundPage(page)
  await block(page, plate).press('Enter')
  await expect(dialog.getByText(say('workshop.technician-away', { name: '' }).slice(-4))).toBeVisible()
  await dialog.getByRole('button', { name: say('workshop.place-save') }).click()
  await expect(dialog.getByRole('alert')).toBeVisible() // refused: he is not there
  await dialog.locator('select[name=technician]').selectOption({ index: 1 })
  await dialog.getByRole('button', { name: say('workshop.place-save') }).click()
  await expect(dialog).toHaveCount(0)
  for (const screen of [page, other]) await expect(block(screen, plate).getByText(say('workshop.absent-mark'), { exact: true })).toHaveCount(0)
  const ended = await other.request.post(`/api/rosters/absences/${absenceId}/end`, { headers: { 'idempotency-key': randomUUID() }, data: { version, until: null, reason: '不请了' } })
  expect(ended.ok(), await ended.text()).toBe(true)
  await page.context().close()
  await other.context().close()
})

test('where a key hangs is found by its plate and recorded; a car that waits is explained', async ({ browser }) => {
  test.setTimeout(120_000)
  const say = wordsOf('zh-CN')
  const plate = ownPlate('沪AD78003')
  await authorisedCar(browser, 'fds', plate)
  const page = await open(browser, 'wss', { language: 'zh-CN', size: desk, to: '/workshop-board' })
  const dialog = page.getByRole('dialog')
  await page.getByRole('tab', { name: say('workshop.tab.keys') }).click()
  await page.locator('input[name=find]').fill(plate)
  await page.locator('.key-card').click()
  await tick(dialog.getByRole('radio', { name: say('workshop.key-place.parking') }))
  await dialog.locator('input[name=note]').fill('P12')
  await expectSoundPage(page)
  await dialog.getByRole('button', { name: say('workshop.key-move') }).click()
  await expect(page.locator('.key-card').filter({ hasText: 'P12' })).toContainText(say('workshop.key-place.parking'))
  await expectSoundPage(page)
  await page.getByRole('tab', { name: say('workshop.tab.waits') }).click()
  await expect(page.locator('.wait-card').first()).toBeVisible()
  await page.locator('.wait-card').first().getByRole('button', { name: say('workshop.wait-explain') }).click()
  await dialog.locator('textarea[name=words]').fill('保险定损未回，已催两次')
  await dialog.getByRole('button', { name: say('workshop.wait-save') }).click()
  await expect(page.locator('.wait-card').filter({ hasText: '保险定损未回，已催两次' })).toHaveCount(1)
  await expectSoundPage(page)
  await page.context().close()
})

test('on a phone and in English the board is a list: a waiting job gets its bay, a bay goes out of service and comes back', async ({ browser }) => {
  test.setTimeout(180_000)
  const say = wordsOf('en')
  const plate = ownPlate('沪AD78002')
  await authorisedCar(browser, 'b-fds', plate)
  const page = await open(browser, 'b-wss', { language: 'en', size: phone, to: '/workshop-board', dark: true })
  const dialog = page.getByRole('dialog')
  const mine = page.locator('.board-card').filter({ hasText: plate.slice(-6) })
  await expect(mine).toBeVisible()
  const { jobs } = (await (await page.request.get(`/api/workshop-board?day=${localDay(new Date(), 'Asia/Shanghai')}`)).json()) as { jobs: { comesIn: boolean }[] }
  await expect(page.locator('.board-card').getByText(say('workshop.comes-in'), { exact: true })).toHaveCount(jobs.filter(({ comesIn }) => comesIn).length) // what yesterday left, if it left something
  await mine.click()
  await dialog.locator('select[name=bay]').selectOption('P02')
  await dialog.locator('select[name=technician]').selectOption({ index: 1 })
  await expectSoundPage(page)
  await dialog.getByRole('button', { name: say('workshop.dispatch'), exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expectSoundPage(page)
  await page.getByRole('tab', { name: say('workshop.tab.bays') }).click()
  const bay = page.locator('.bay-card').filter({ hasText: 'W01' })
  await bay.getByRole('button', { name: say('workshop.bay-take-out') }).click()
  await dialog.locator('input[name=from]').fill('2026-01-01T08:00')
  await dialog.locator('input[name=until]').fill('2099-01-01T08:00')
  await dialog.locator('input[name=reason]').fill('水泵更换')
  await expectSoundPage(page)
  await dialog.getByRole('button', { name: say('workshop.bay-take-out'), exact: true }).click()
  await expect(bay.getByText('水泵更换')).toBeVisible()
  await expectSoundPage(page)
  await bay.getByRole('button', { name: say('workshop.bay-back') }).click()
  await expect(bay.getByText('水泵更换')).toHaveCount(0)
  await page.context().close()
})

for (const [to, heading] of [['/wall/workshop', 'workshop.wall-workshop'], ['/wall/reception', 'workshop.wall-reception']] as const) {
  test(`the board on the wall ${to} fits without scrolling and needs no pointer`, async ({ browser }) => {
    const page = await open(browser, 'fds', { language: 'zh-CN', size: { width: 1920, height: 1080 }, to })
    await expect(page.getByRole('heading', { level: 1 })).toContainText(wordsOf('zh-CN')(heading))
    await expect(page.locator('.wall-car, .wall-row').first()).toBeVisible()
    await expect(page.locator('.wall-updated')).toContainText(/\d/)
    expect(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true)
    expect(await page.evaluate(() => [...document.querySelectorAll('.wall-car, .wall-row, .wall-more')].every((row) => row.getBoundingClientRect().bottom <= window.innerHeight))).toBe(true)
    await expectSoundPage(page)
    if (to === '/wall/reception') await expect(page.locator('.wall-plate').first()).toContainText('*')
    await page.context().close()
  })
}

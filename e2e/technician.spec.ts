import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { localDay } from '../src/kernel/time.ts'
import { desk, expectSoundPage, phone, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

test.use({ serviceWorkers: 'allow' })

type Mine = { rows: { orderId: string; plate: string; addedWork: { id: string; findings: string }[] }[] }
const mineOf = async (page: Page): Promise<Mine> => await (await page.request.get('/api/workshop-jobs/mine')).json() as Mine
type Own = { since: string | null; spells: { cameAt: string; leftAt: string | null }[] }
const ownOf = async (page: Page): Promise<Own> => await (await page.request.get('/api/attendance/own')).json() as Own

/** A technician of the demo who has a car in hand and can clock in: who is in and has no running clock goes home first. */
async function signInWithCar(page: Page): Promise<string> {
  for (let index = 12; index >= 2; index -= 1) {
    await page.context().clearCookies()
    await signIn(page, `tec${String(index)}`, 'en')
    const { rows } = await mineOf(page)
    const row = rows.find(({ plate }) => !plate.includes('D7'))
    if (row === undefined) continue
    if ((await ownOf(page)).since !== null) await page.request.post('/api/attendance/out', { headers: { 'idempotency-key': `out-${String(index)}-${String(Date.now())}` }, data: {} })
    if ((await ownOf(page)).since === null) return row.orderId
  }
  throw new Error('no technician of the demo has a car in hand')
}

async function somePart(browser: Browser): Promise<string> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, 'whk')
  const { rows } = await (await page.request.get('/api/stock?limit=1')).json() as { rows: { number: string }[] }
  await context.close()
  return rows[0]?.number ?? ''
}

test('without a network a technician clocks in and asks for a part; both arrive once (en, 390 px)', async ({ browser }) => {
  test.setTimeout(180_000)
  const say = wordsOf('en')
  const part = await somePart(browser)
  const context = await browser.newContext({ viewport: phone, locale: 'en', timezoneId: 'Asia/Shanghai', serviceWorkers: 'allow', colorScheme: 'dark' })
  const page = await context.newPage()
  const orderId = await signInWithCar(page)
  const car = page.locator(`.my-car[data-order="${orderId}"]`)
  const dialog = page.getByRole('dialog')
  await page.goto('/my-jobs')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
  await page.reload() // the pages are kept from here on
  await expect(car).toBeVisible()
  await expectSoundPage(page)
  await page.goto('/attendance')
  const comeIn = page.getByRole('button', { name: say('attendance.come-in'), exact: true })
  await expect(comeIn).toBeVisible()
  await expectSoundPage(page)

  await context.setOffline(true)
  await comeIn.click()
  await expect(page.getByText(say('attendance.waits'))).toBeVisible()
  await expect(page.getByRole('button', { name: say('attendance.go-out') })).toBeVisible()
  await expectSoundPage(page)
  await page.goto('/my-jobs')
  await car.getByRole('button', { name: say('repair-orders.part-ask') }).click()
  const ask = dialog.getByRole('button', { name: say('repair-orders.part-ask') })
  await expect(ask).toHaveAttribute('aria-disabled', 'true')
  await dialog.locator('input[name=code]').fill(part.toLowerCase())
  await dialog.locator('input[name=quantity]').fill('2')
  await expectSoundPage(page)
  await ask.click()
  await expect(dialog).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: say('web.outbox-waiting', { count: 2 }) })).toBeVisible()

  await context.setOffline(false)
  for (const count of [2, 1]) await expect(page.getByRole('button', { name: say('web.outbox-waiting', { count }) })).toHaveCount(0)
  await expect(car.getByText(part).first()).toBeVisible()
  const { since, spells } = await ownOf(page)
  expect([since === null, spells.filter(({ leftAt }) => leftAt === null).length]).toEqual([false, 1])
  expect((await mineOf(page)).rows.find((row) => row.orderId === orderId)?.addedWork.filter(({ findings }) => findings.startsWith(part))).toHaveLength(1)

  const advisor = await browser.newContext({ viewport: desk, locale: 'en', timezoneId: 'Asia/Shanghai' })
  const hers = await advisor.newPage()
  await signIn(hers, 'fds', 'en', `/repair-orders/${orderId}`)
  const work = hers.locator('.added-work').filter({ hasText: part }).last()
  await work.getByRole('button', { name: say('repair-orders.added-price'), exact: true }).click()
  await expectSoundPage(hers)
  await hers.getByRole('dialog').getByRole('button', { name: say('repair-orders.part-propose') }).click()
  await expect(hers.getByRole('dialog').locator('.added-work-lines').getByText(part)).toBeVisible()
  await advisor.close()
  await context.close()
})

test('the foreman sees who is here and who is missing, adds a forgotten clocking, reads the month and the clocks (zh, 1440 px)', async ({ browser }) => {
  test.setTimeout(120_000)
  const say = wordsOf('zh-CN')
  const context = await browser.newContext({ viewport: desk, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await signIn(page, 'wss', 'zh-CN', '/attendance')
  const lines = page.locator('[data-people] > li')
  await expect(lines.first()).toBeVisible()
  await expectSoundPage(page)
  await page.getByRole('button', { name: say('attendance.previous-day') }).click()
  const line = lines.filter({ has: page.getByRole('button', { name: say('attendance.add') }) }).first()
  await expect(line).toBeVisible()
  const name = (await line.locator('strong').textContent()) ?? ''
  await line.getByRole('button', { name: say('attendance.add') }).click()
  const dialog = page.getByRole('dialog')
  const save = dialog.getByRole('button', { name: say('attendance.add') })
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  const day = await page.locator('input[name=day]').inputValue()
  await dialog.locator('input[name=came]').fill(`${day}T08:30`)
  await dialog.locator('input[name=left]').fill(`${day}T17:30`)
  await dialog.locator('input[name=reason]').fill('平板没电')
  await expectSoundPage(page)
  await save.click()
  await expect(dialog).toHaveCount(0)
  const his = lines.filter({ has: page.locator('strong').getByText(name, { exact: true }) }).first()
  await expect(his.getByText('平板没电', { exact: false })).toBeVisible()
  await expect(his.getByText(say('attendance.standing.left'))).toBeVisible()
  await expectSoundPage(page)
  await page.reload()
  await page.getByRole('button', { name: say('attendance.previous-day') }).click()
  await his.getByRole('button', { name: say('attendance.correct') }).first().click() // it was the wrong hour: what was said first stays to be read
  await dialog.locator('input[name=left]').fill(`${day}T18:00`)
  await dialog.locator('input[name=reason]').fill('看错交接记录')
  await dialog.getByRole('button', { name: say('attendance.correct') }).click()
  await expect(dialog).toHaveCount(0)
  await expect(his.getByText('看错交接记录', { exact: false })).toContainText('17:30')

  await page.getByRole('tab', { name: say('attendance.tab.month') }).click()
  const table = page.getByRole('table', { name: say('attendance.tab.month') })
  if (day.slice(0, 7) !== localDay(new Date(), 'Asia/Shanghai').slice(0, 7)) await page.getByRole('button', { name: say('attendance.previous-month') }).click()
  await expect(table.getByText(name, { exact: true })).toBeVisible()
  await expectSoundPage(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: say('attendance.excel') }).click()
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
  await table.getByRole('button', { name, exact: true }).click()
  await expect(table.getByText(day)).toBeVisible()

  await page.goto('/workshop-board')
  await page.getByRole('tab', { name: say('workshop.tab.clocks') }).click()
  await expect(page.getByRole('heading', { name: say('workshop.clocks-of-day') })).toBeVisible()
  await expectSoundPage(page)
  await context.close()
})

test('without a network a technician tells a finding by voice; the advisor plays it (en, 390 px)', async ({ baseURL, browser: advisorsBrowser }) => {
  test.setTimeout(180_000)
  const say = wordsOf('en')
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-gpu', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
  })
  const context = await browser.newContext({ viewport: phone, locale: 'en', timezoneId: 'Asia/Shanghai', ...(baseURL === undefined ? {} : { baseURL }) })
  const page = await context.newPage()
  const orderId = await signInWithCar(page)
  await page.goto('/my-jobs')
  const car = page.locator(`.my-car[data-order="${orderId}"]`)
  await expect(car).toBeVisible()
  await context.setOffline(true)
  await car.getByRole('button', { name: say('repair-orders.added-work-report') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('select[name=usual]').selectOption({ label: 'Wiper blades worn' })
  await expect(dialog.locator('textarea[name=findings]')).toHaveValue('Wiper blades worn')
  const findings = `Told by voice ${String(Date.now())}`
  await dialog.locator('textarea[name=findings]').fill(findings)
  await dialog.getByRole('button', { name: say('photos.record') }).click()
  await expect(dialog.getByRole('button', { name: say('photos.stop-recording', { seconds: 2, most: 60 }) })).toBeVisible()
  await expectSoundPage(page)
  await dialog.locator('button.k-button-danger').click()
  await expect(dialog.getByText(say('photos.recordings-count', { count: 1 }))).toBeVisible()
  await dialog.getByRole('button', { name: say('repair-orders.added-work-report') }).click()
  await expect(dialog).toHaveCount(0)
  await expect(car.getByText(say('photos.waits')).first()).toBeVisible()
  await expectSoundPage(page)
  await context.setOffline(false)
  for (const count of [2, 1]) await expect(page.getByRole('button', { name: say('web.outbox-waiting', { count }) })).toHaveCount(0)
  await expect(car.getByText(findings)).toBeVisible()
  await browser.close()

  const advisor = await advisorsBrowser.newContext({ viewport: desk, locale: 'en', timezoneId: 'Asia/Shanghai' })
  const hers = await advisor.newPage()
  await signIn(hers, 'fds', 'en', `/repair-orders/${orderId}`)
  const sound = hers.locator('.recordings audio').first()
  await expect(sound).toBeVisible()
  await expectSoundPage(hers)
  const heard = await sound.evaluate(async (audio: HTMLAudioElement) => {
    await audio.play()
    await new Promise((resolve) => { audio.addEventListener('timeupdate', resolve, { once: true }) })
    return audio.error === null
  })
  expect(heard).toBe(true)
  await advisor.close()
})

test('the foreman puts a second technician on a job and shares its hours (zh, 1440 px)', async ({ browser }) => {
  test.setTimeout(120_000)
  const say = wordsOf('zh-CN')
  const context = await browser.newContext({ viewport: desk, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await signIn(page, 'wss', 'zh-CN')
  type Shop = { rows: { orderId: string; plate: string; status: string; jobs: { nameZh: string; status: string; technicianName: string; helpers: unknown[] }[] }[] }
  const { rows } = await (await page.request.get('/api/workshop')).json() as Shop
  const car = rows.find(({ plate, status, jobs }) => !plate.includes('D7') && status === 'in_work' && jobs.some((job) => job.status === 'dispatched' || job.status === 'running' || job.status === 'paused'))
  const job = car?.jobs.find(({ status }) => status === 'dispatched' || status === 'running' || status === 'paused')
  if (car === undefined || job === undefined) throw new Error('the demo has no car in work')
  await page.goto(`/workshop/${car.orderId}`)
  await page.getByRole('button', { name: say('workshop.job-actions', { job: job.nameZh }) }).first().click()
  await page.getByRole('menuitem', { name: say('workshop.helpers') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('select[name=helper]').selectOption({ index: 1 })
  const name = (await dialog.locator('.helper-line strong').textContent()) ?? ''
  await tick(dialog.getByRole('checkbox'))
  const save = dialog.getByRole('button', { name: say('workshop.helpers-save') })
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  await dialog.locator('input[name=own-share]').fill('60')
  await dialog.locator('input[name^="share-"]').fill('40')
  await expectSoundPage(page)
  await page.screenshot({ path: test.info().outputPath('helpers.png') })
  await save.click()
  await expect(dialog.or(page.getByText(say('workshop.helpers-saved'))).first()).toBeVisible()
  await expect(page.getByText(say('workshop.helped-by', { names: name }), { exact: false }).first()).toBeVisible()
  await expectSoundPage(page)
  await context.close()
})

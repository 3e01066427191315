import { expect, test, type Page } from '@playwright/test'
import { expectSoundPage, openAs, ownPlate, phone, sign, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

test.use({ serviceWorkers: 'allow' })

type Mine = { rows: { orderId: string; plate: string; jobs: { id: string; status: string }[] }[] }

/** A technician of the demo with work that he can begin and no clock that runs; each language looks at its own half of them. */
async function signInBeforeWork(page: Page, from: number, language: 'zh-CN' | 'en'): Promise<{ orderId: string; jobId: string }> {
  for (let index = from; index >= 2; index -= 2) {
    await page.context().clearCookies()
    await signIn(page, `tec${String(index)}`, language)
    const { rows } = await (await page.request.get('/api/workshop-jobs/mine')).json() as Mine
    if (rows.some(({ jobs }) => jobs.some(({ status }) => status === 'running'))) continue
    const row = rows.find(({ plate, jobs }) => !plate.includes('D7') && jobs[0]?.status === 'dispatched')
    if (row !== undefined) return { orderId: row.orderId, jobId: row.jobs[0]?.id ?? '' }
  }
  throw new Error('no technician of the demo has work to begin')
}

/** A picture as a phone takes it, larger than what is sent. */
async function takePhoto(page: Page, around: string): Promise<void> {
  const picture = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 4_000
    canvas.height = 3_000
    const paint = canvas.getContext('2d')
    if (paint === null) throw new Error('no canvas')
    paint.fillStyle = `hsl(${String(Date.now() % 360)} 60% 50%)`
    paint.fillRect(0, 0, 4_000, 3_000)
    paint.fillStyle = 'white'
    paint.fillRect(400, 800, 3_200, 900)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  await page.locator(`${around} input[type=file]`).setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(picture, 'base64') })
}

for (const [language, from] of [['zh-CN', 20], ['en', 19]] as const) {
  test(`in the pit without a network a technician works on: photo, clock, reload; all of it arrives once (${language})`, async ({ browser }) => {
    test.setTimeout(120_000)
    const say = wordsOf(language)
    const context = await browser.newContext({ viewport: phone, locale: language, timezoneId: 'Asia/Shanghai', serviceWorkers: 'allow', colorScheme: language === 'en' ? 'dark' : 'light' })
    const page = await context.newPage()
    const { orderId, jobId } = await signInBeforeWork(page, from, language)
    await page.goto('/my-jobs')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
    await page.reload() // the pages are kept from here on
    const car = page.locator(`.my-car[data-order="${orderId}"]`)
    await takePhoto(page, `.my-car[data-order="${orderId}"]`)
    const photos = car.locator('.photo-thumbnail')
    await expect(photos).toHaveCount(1)
    await expect(car.getByText(say('photos.waits'), { exact: true })).toHaveCount(0)
    await expectSoundPage(page)

    await context.setOffline(true)
    await expect(page.getByRole('button', { name: say('web.offline') })).toBeVisible()
    await takePhoto(page, `.my-car[data-order="${orderId}"]`)
    await expect(photos).toHaveCount(2)
    await expect(car.getByText(say('photos.waits'), { exact: true })).toHaveCount(1)
    await car.getByRole('button', { name: say('workshop.clock-on') }).first().click()
    await expect(car.getByRole('timer')).toBeVisible()
    await expect(page.getByRole('button', { name: say('web.outbox-waiting', { count: 2 }) })).toBeVisible()
    await page.reload()
    await expect(car.getByRole('timer')).toBeVisible()
    await expect(car.getByText(say('photos.waits'), { exact: true })).toHaveCount(1)
    await page.getByRole('button', { name: say('web.outbox-waiting', { count: 2 }) }).click()
    await expect(page.getByRole('dialog').getByText(say('web.outbox-offline'))).toBeVisible()
    await expectSoundPage(page)
    await page.keyboard.press('Escape')

    await context.setOffline(false)
    for (const count of [2, 1]) await expect(page.getByRole('button', { name: say('web.outbox-waiting', { count }) })).toHaveCount(0)
    await expect(car.getByText(say('photos.waits'), { exact: true })).toHaveCount(0)
    await expect(photos).toHaveCount(2)
    const { rows } = await (await page.request.get('/api/workshop-jobs/mine')).json() as Mine
    expect(rows.find((row) => row.orderId === orderId)?.jobs.find(({ id }) => id === jobId)?.status).toBe('running')
    const kept = await (await page.request.get(`/api/photos?subject=repair-order&subjectId=${orderId}`)).json() as { rows: { width: number }[] }
    expect(kept.rows.map(({ width }) => width)).toEqual([1_600, 1_600])

    // Meanwhile somebody else acts: what waited is refused, the person reads why and gives it up.
    await context.setOffline(true)
    await car.getByRole('button', { name: say('workshop.pause') }).click()
    await page.getByRole('dialog').getByRole('button', { name: say('workshop.pause.parts') }).click()
    await expect(page.getByRole('button', { name: say('web.outbox-waiting', { count: 1 }) })).toBeVisible()
    const supervisor = await browser.newContext()
    const his = await supervisor.newPage()
    await signIn(his, 'wss', language)
    const stopped = await his.request.post(`/api/workshop-jobs/${jobId}/stop`, { data: { reason: '客户改期' }, headers: { 'idempotency-key': `stop-${jobId}` } })
    expect(stopped.status()).toBe(200)
    await context.setOffline(false)
    await page.getByRole('button', { name: say('web.outbox-refused', { count: 1 }) }).click()
    await expect(page.getByRole('dialog').getByText(say('workshop.clock-stands'))).toBeVisible()
    await expectSoundPage(page)
    await page.getByRole('dialog').getByRole('button', { name: say('web.outbox-drop') }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0) // nothing waits: the chip is gone, and its list with it

    await his.goto(`/repair-orders/${orderId}`)
    await his.locator('.order-sheet .photo-thumbnail').first().click()
    await expect(his.locator('.photo-large')).toBeVisible()
    await expect.poll(() => his.locator('.photo-large').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1_600)
    await expectSoundPage(his)
    await his.getByRole('dialog').getByRole('button', { name: say('photos.remove') }).click()
    await his.getByRole('dialog').last().locator('textarea').fill('拍错了车')
    await his.getByRole('dialog').last().getByRole('button', { name: say('photos.remove') }).click()
    await expect(his.locator('.order-sheet .photo-thumbnail')).toHaveCount(1)
    await supervisor.close()
    await context.close()
  })
}

test('around the car in the yard without a network: marks and a photo, the page loaded anew; the car is taken over once there is one again', async ({ browser }) => {
  const say = wordsOf('en')
  const context = await browser.newContext({ viewport: phone, locale: 'en', timezoneId: 'Asia/Shanghai', serviceWorkers: 'allow' })
  const page = await context.newPage()
  const plate = ownPlate('沪A·D71009')
  await signIn(page, 'sad5', 'en', '/repair-orders')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
  const answer = await page.request.post('/api/repair-orders', { data: { plate, purpose: 'repair' }, headers: { 'idempotency-key': crypto.randomUUID() } })
  const { id } = await answer.json() as { id: string }
  await page.goto(`/repair-orders/${id}`)
  const around = page.locator('.walk-around')
  await expect(around).toBeVisible()
  await page.reload() // page and order are kept from here on

  await context.setOffline(true)
  await around.getByRole('button', { name: say('repair-orders.panel.left-front-door') }).first().click()
  await tick(around.getByRole('radio', { name: say('repair-orders.damage.dent'), exact: true }))
  await around.getByRole('button', { name: say('repair-orders.panel.bonnet') }).first().click()
  await takePhoto(page, '.walk-around')
  await expect(around.getByText(say('photos.waits'), { exact: true })).toBeVisible()
  await page.reload()
  await expect(around.locator('.marks li')).toHaveCount(2)
  await expect(around.getByText(say('photos.waits'), { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: say('web.outbox-waiting', { count: 1 }) })).toBeVisible()
  await expectSoundPage(page)

  await context.setOffline(false)
  await expect(around.getByText(say('photos.waits'), { exact: true })).toHaveCount(0)
  await expect(around.locator('.photo-thumbnail')).toHaveCount(1)
  await page.locator('input[name=model]').fill('云岭 X5')
  await page.locator('input[name=owner-name]').fill('李晨')
  await page.locator('input[name=owner-phone]').fill('19900018888')
  await page.locator('input[name=sender-name]').fill('李晨')
  await page.locator('input[name=sender-phone]').fill('19900018888')
  await page.locator('input[name=mileage]').fill('20356')
  await page.getByRole('button', { name: say('repair-orders.all-fitted') }).click()
  await page.getByText(say('repair-orders.valuables-reminded')).click()
  await page.locator('textarea[name=words]').fill('刹车有异响')
  await page.locator('input[name=key-tag]').fill(plate.slice(-6))
  await sign(page)
  await page.getByRole('button', { name: say('repair-orders.receive') }).click()
  await expect(around).toHaveCount(0)

  const supervisor = await openAs(browser, 'fds', 'zh-CN', `/repair-orders/${id}`)
  await expect(supervisor.locator('.order-sheet .photo-thumbnail')).toHaveCount(1)
  await supervisor.context().close()
  await context.close()
})

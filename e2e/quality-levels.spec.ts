import { expect, test, type APIResponse, type Page } from '@playwright/test'
import { sheetOf, signature } from '../src/app/testing/furnished.ts'
import { desk, doDeed, expectSoundPage, phone, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

test.use({ serviceWorkers: 'allow' })

type Body = Record<string, unknown>
const bodyOf = async (answer: APIResponse): Promise<Body> => await answer.json() as Body
const get = async (page: Page, path: string): Promise<Body> => bodyOf(await page.request.get(`/api${path}`))

/** A car of our own, authorised for a wheel bearing: work that has its check sheet in the demo. */
async function carForTheBay(desk: Page): Promise<string> {
  const plate = `沪A6${String(Date.now()).slice(-4)}`
  const id = String((await doDeed(desk, '/repair-orders', { plate, purpose: 'repair', concern: '行驶有嗡嗡声' }))['id'])
  const received = await doDeed(desk, `/repair-orders/${id}/reception`, {
    version: 1, vin: null, modelName: '云岭 X5', ownerName: '李晨', ownerPhone: '19900010001', ownerKind: 'person', senderName: '李晨', senderPhone: '19900010001', insurerName: '', mileageKm: 42_000, fuelEighths: 4, sheet: sheetOf(id), signature,
  })
  const operation = ((await get(desk, '/labour-operations?find=CH-306&limit=1'))['rows'] as { id: string }[])[0]
  const added = await doDeed(desk, `/repair-orders/${id}/lines`, { version: received['version'], lines: [{ kind: 'labour', operationId: operation?.id, payer: 'customer' }] })
  await doDeed(desk, `/repair-orders/${id}/authorisation`, { version: added['version'], promisedAt: new Date(Date.now() + 30 * 3_600_000).toISOString(), phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: true, waits: false }, signature })
  return id
}

/** Somebody of the workshop who has no clock running and is certified for the work; he gets it. */
async function dispatched(his: Page, foreman: Page, orderId: string): Promise<void> {
  const { labour, version } = await get(foreman, `/workshop/${orderId}`) as { labour: { lineId: string }[]; version: number }
  for (let index = 2; index <= 12; index += 1) {
    await his.context().clearCookies()
    await signIn(his, `tec${String(index)}`, 'en')
    const { rows } = await get(his, '/workshop-jobs/mine') as { rows: { jobs: { status: string }[] }[] }
    if (rows.some(({ jobs }) => jobs.some(({ status }) => status === 'running'))) continue
    const { personId } = await get(his, '/session')
    const given = await foreman.request.post(`/api/workshop/${orderId}/dispatch`, { data: { version, jobs: [{ lineId: labour[0]?.lineId, technicianId: personId, bay: '' }] }, headers: { 'idempotency-key': crypto.randomUUID() } })
    if (given.status() === 200) return
  }
  throw new Error('nobody of the demo is free for the work')
}

test('a job is measured by its technician without a network, failed and passed by his team, and only then inspected (en 390 px, zh 1440 px)', async ({ browser }) => {
  test.setTimeout(180_000)
  const [say, sage] = [wordsOf('en'), wordsOf('zh-CN')]
  const open = async (size: { width: number; height: number }, locale: 'en' | 'zh-CN') => (await browser.newContext({ viewport: size, locale, timezoneId: 'Asia/Shanghai', serviceWorkers: 'allow', colorScheme: locale === 'en' ? 'dark' : 'light' })).newPage()
  const [reception, foreman, his] = [await open(desk, 'zh-CN'), await open(desk, 'zh-CN'), await open(phone, 'en')]
  await signIn(reception, 'sad')
  await signIn(foreman, 'wss')
  const orderId = await carForTheBay(reception)
  await dispatched(his, foreman, orderId)

  await foreman.goto('/quality')
  await foreman.getByRole('tab', { name: sage('quality.tab.sheets'), exact: true }).click()
  await foreman.getByRole('listitem', { name: '更换轮毂轴承' }).getByRole('button', { name: sage('workshop.sheet-edit') }).click()
  const sheet = foreman.getByRole('dialog')
  const save = sheet.getByRole('button', { name: sage('workshop.sheet-save'), exact: true })
  const most = sheet.locator('[data-point=hub-nut] input[name=most]')
  await most.fill('90')
  await expect(save).toHaveAttribute('aria-disabled', 'true') // the limits cross
  await most.fill('220')
  await expectSoundPage(foreman)
  await foreman.screenshot({ path: test.info().outputPath('sheet.png') })
  await save.click()
  await expect(sheet).toHaveCount(0)
  await foreman.goto('/technical-documents')
  await foreman.getByRole('button', { name: sage('technical-documents.add') }).click()
  const title = `轮毂轴承拆装要点 ${String(Date.now())}`
  const paper = foreman.getByRole('dialog')
  await paper.locator('input[name=title]').fill(title)
  await paper.locator('input[name=code]').fill('ch-306')
  await paper.locator('textarea[name=note]').fill('螺母只用一次，分两次拧到 200 N·m')
  await expectSoundPage(foreman)
  await paper.getByRole('button', { name: sage('technical-documents.save') }).click()
  await expect(foreman.getByText(title)).toBeVisible()

  const car = his.locator(`.my-car[data-order="${orderId}"]`)
  const dialog = his.getByRole('dialog')
  await his.goto('/my-jobs')
  await his.evaluate(() => navigator.serviceWorker.ready.then(() => null))
  await his.reload() // the pages are kept from here on
  await car.getByRole('button', { name: say('technical-documents.short') }).click()
  await expect(dialog.getByText(title)).toBeVisible()
  await expectSoundPage(his)
  await his.screenshot({ path: test.info().outputPath('documents.png') })
  await his.keyboard.press('Escape')
  await car.getByRole('button', { name: say('quality.history') }).click()
  await expect(dialog.getByText(say('quality.no-history'))).toBeVisible()
  await his.keyboard.press('Escape')
  await car.getByRole('button', { name: say('workshop.clock-on') }).click()
  await expect(car.getByRole('timer')).toBeVisible()
  await his.context().setOffline(true)
  await answer('170')
  await expect(dialog.getByText('220', { exact: false }).first()).toBeVisible()
  await expect(finish()).toHaveAttribute('aria-disabled', 'true') // outside its limits
  await expectSoundPage(his)
  await his.screenshot({ path: test.info().outputPath('self-check.png') })
  await his.reload() // a dead battery: what was measured is still there
  await car.getByRole('button', { name: say('workshop.finish') }).click()
  await expect(dialog.locator('input[name=measured-hub-nut]')).toHaveValue(/^170/)
  await dialog.locator('input[name=measured-hub-nut]').fill('201.5')
  await finish().click()
  await expect(dialog).toHaveCount(0)
  await his.reload()
  await expect(his.getByRole('button', { name: say('web.outbox-waiting', { count: 1 }) })).toBeVisible()
  await expect(car.getByRole('button', { name: say('workshop.finish') })).toHaveCount(0)
  await his.context().setOffline(false)
  await expect(his.getByRole('button', { name: say('web.outbox-waiting', { count: 1 }) })).toHaveCount(0)

  await foreman.goto(`/workshop/${orderId}`)
  await expect(foreman.locator('.work-deeds > .k-quiet-text').filter({ hasText: sage('workshop.team-check-missing', { nameZh: '更换轮毂轴承' }) })).toBeVisible()
  await expectSoundPage(foreman)
  await foreman.screenshot({ path: test.info().outputPath('team-check.png'), fullPage: true })
  await check('failed')
  await expect(car.getByText('螺母未按规定更换', { exact: false })).toBeVisible() // seen live on the phone
  await car.getByRole('button', { name: say('workshop.clock-on') }).click()
  await answer('200')
  await finish().click()
  await expect(dialog).toHaveCount(0)
  await check('passed')
  await expect(foreman.locator('.labour-line .k-tag').filter({ hasText: sage('workshop.check-state.passed', { level: sage('workshop.team-check') }) })).toBeVisible()
  await expect(foreman.getByText(sage('workshop.team-check-missing', { nameZh: '更换轮毂轴承' }))).toHaveCount(0)
  await expectSoundPage(foreman)
  await foreman.screenshot({ path: test.info().outputPath('checked.png'), fullPage: true })
  const printed = await foreman.request.get(`/api/quality-orders/${orderId}/quality-sheet.pdf?language=zh-CN`)
  expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-')
  for (const page of [reception, foreman, his]) await page.context().close()

  function finish() {
    return dialog.getByRole('button', { name: say('workshop.finish'), exact: true })
  }
  async function answer(hubNut: string): Promise<void> {
    await car.getByRole('button', { name: say('workshop.finish') }).click()
    await expect(finish()).toHaveAttribute('aria-disabled', 'true')
    await dialog.locator('input[name=measured-hub-nut]').fill(hubNut)
    await dialog.locator('input[name=measured-wheel-bolts]').fill('120')
    await dialog.getByRole('button', { name: say('workshop.rest-good') }).click()
  }
  async function check(result: 'passed' | 'failed'): Promise<void> {
    await foreman.locator('.check-card').getByRole('button', { name: sage('workshop.check-now'), exact: true }).click()
    const look = foreman.getByRole('dialog')
    await look.locator('input[name=measured-hub-nut]').fill('200')
    await look.locator('input[name=measured-wheel-bolts]').fill('120')
    await look.getByRole('button', { name: sage('workshop.rest-good') }).click()
    await tick(look.locator(`input[type=radio][value=${result}]`))
    if (result === 'failed') await look.locator('textarea[name=reason]').fill('螺母未按规定更换')
    if (result === 'failed') await expectSoundPage(foreman)
    await look.getByRole('button', { name: sage(result === 'failed' ? 'workshop.check-fail' : 'workshop.check-pass'), exact: true }).click()
    await expect(look).toHaveCount(0)
  }
})

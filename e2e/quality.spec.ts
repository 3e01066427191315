import { expect, test, type Page } from '@playwright/test'
import { sheetOf, signature } from '../src/app/testing/furnished.ts'
import { desk, expectSoundPage, phone, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

type Row = { id: string; plate: string; version: number }

/** A car that was delivered within its guarantee is at the desk again, received and with one line on its estimate. */
async function carThatCameBack(page: Page): Promise<string> {
  const get = async (path: string) => await (await page.request.get(`/api${path}`)).json() as Record<string, unknown>
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`/api${path}`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })
    return { status: answer.status(), body: await answer.json() as Record<string, unknown> }
  }
  const operation = ((await get('/labour-operations?find=BR-201&limit=1'))['rows'] as { id: string }[])[0]
  for (const { plate } of ((await get('/repair-orders?group=closed&limit=200'))['rows'] as Row[]).filter((row) => !row.plate.includes('D7'))) {
    const vehicle = ((await get(`/vehicles?find=${encodeURIComponent(plate)}`))['rows'] as { lastKm: number | null }[])[0]
    const arrived = await post('/repair-orders', { plate, purpose: 'repair', concern: '制动异响又出现了' })
    if (arrived.status !== 200) continue
    const id = String(arrived.body['id'])
    const received = await post(`/repair-orders/${id}/reception`, {
      version: 1, vin: null, modelName: '云岭 X5', ownerName: '李晨', ownerPhone: '19900010001', ownerKind: 'person', senderName: '李晨', senderPhone: '19900010001', insurerName: '', mileageKm: (vehicle?.lastKm ?? 0) + 120,
      fuelEighths: 4, sheet: sheetOf(id), signature,
    })
    expect([plate, received.status]).toEqual([plate, 200])
    const { items } = await get(`/quality-orders/${id}`) as { items: object[] }
    if (items.length === 0) continue
    const added = await post(`/repair-orders/${id}/lines`, { version: received.body['version'], lines: [{ kind: 'labour', operationId: operation?.id, payer: 'customer' }] })
    expect(added.status).toBe(200)
    return id
  }
  throw new Error('no car of the demo was delivered within its guarantee')
}

for (const [language, size, store] of [['zh-CN', desk, ''], ['en', phone, 'b-']] as const) {
  test(`a car comes back within its guarantee: proposed at the desk, decided by the workshop, seen live (${language}, ${String(size.width)} px)`, async ({ browser }) => {
    test.setTimeout(150_000)
    const say = wordsOf(language)
    const open = async (login: string, place: { width: number; height: number }) => {
      const context = await browser.newContext({ viewport: place, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: language === 'en' ? 'dark' : 'light' })
      const page = await context.newPage()
      await signIn(page, `${store}${login}`, language)
      return page
    }
    const page = await open('sad', size)
    const dialog = page.getByRole('dialog')
    const orderId = await carThatCameBack(page)
    await page.goto(`/repair-orders/${orderId}`)
    const item = page.locator('.quality-card').filter({ has: page.getByRole('button', { name: say('quality.propose'), exact: true }) }).first()
    await expect(item).toBeVisible()
    await expectSoundPage(page)
    await item.getByRole('button', { name: say('quality.propose'), exact: true }).click()
    await dialog.locator('textarea[name=words]').fill('')
    await expect(dialog.getByRole('button', { name: say('quality.propose'), exact: true })).toHaveAttribute('aria-disabled', 'true')
    await dialog.locator('textarea[name=words]').fill('制动还是响，和上次一样')
    await dialog.getByRole('checkbox').first().check()
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('quality.propose'), exact: true }).click()
    await expect(dialog).toHaveCount(0)
    const comeback = page.locator('.quality-card').filter({ hasText: '和上次一样' })
    await expect(comeback.getByText(say('quality.status.proposed'), { exact: true })).toBeVisible()

    const his = await open('wss', desk)
    await expect(his.locator('.quality-news')).toBeVisible() // whoever decides is told on every page
    await his.goto('/quality')
    const listed = his.locator('.quality-card').filter({ hasText: '和上次一样' })
    await expect(listed).toBeVisible()
    await expectSoundPage(his)
    await his.goto(`/repair-orders/${orderId}`)
    await his.getByRole('button', { name: say('quality.decide'), exact: true }).click()
    const decision = his.getByRole('dialog')
    const decide = decision.getByRole('button', { name: say('quality.decide'), exact: true })
    await expect(decide).toHaveAttribute('aria-disabled', 'true')
    await tick(decision.getByRole('radio', { name: say('quality.payer.internal'), exact: true }))
    await tick(decision.getByRole('radio', { name: say('quality.cause.workmanship'), exact: true }))
    await expect(decide).toHaveAttribute('aria-disabled', 'true') // workmanship names somebody
    await decision.locator('select').selectOption({ index: 1 })
    await expectSoundPage(his)
    await decide.click()
    await expect(decision).toHaveCount(0)

    await expect(comeback.getByText(say('quality.status.decided'), { exact: true })).toBeVisible()
    await expect(comeback.getByText(say('quality.payer.internal'), { exact: true })).toBeVisible()
    await expectSoundPage(page)
    await his.goto('/quality')
    for (const tab of ['technicians', 'certificates', 'terms'] as const) {
      await his.getByRole('tab', { name: say(`quality.tab.${tab}`), exact: true }).click()
      await expect(his.getByRole('tabpanel')).toBeVisible()
      await expectSoundPage(his)
    }
    await his.getByRole('tab', { name: say('quality.tab.technicians'), exact: true }).click()
    await his.getByRole('tabpanel').locator('tbody tr').last().click() // his rework, or his comeback
    await expect(his.locator('.quality-card').first()).toBeVisible()
    await expectSoundPage(his)
    await his.locator('.quality-card').first().getByRole('link').first().click()
    await expect(his).toHaveURL(/repair-orders\//u)
    await his.goto('/quality')
    await his.getByRole('tab', { name: say('quality.tab.terms'), exact: true }).click()
    await his.locator('.quality-card').last().getByRole('button', { name: say('quality.promise') }).click()
    await decision.locator('input[name=days]').fill('5')
    await expect(decision.getByRole('button', { name: say('quality.promise') })).toHaveAttribute('aria-disabled', 'true')
    await decision.locator('input[name=days]').fill('60')
    await decision.getByRole('button', { name: say('quality.promise') }).click()
    await expect(decision).toHaveCount(0)
    await expect(his.getByText(say('quality.period', { km: '2,000', days: 60 })).first()).toBeVisible()
    await page.context().close()
    await his.context().close()
  })
}

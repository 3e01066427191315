import { expect, test, type APIRequestContext } from '@playwright/test'
import { withCamera } from './camera.ts'
import { expectSoundPage, phone, signIn } from './people.ts'
import { wordsOf } from './words.ts'

// The label as it is printed, held before the phone's camera as it picks.
type Line = { partId: string; number: string; wanted: number; issued: number; free: number; reserved: number; lots: { lotId: string; bin: string }[] }

/** A line that waits for its parts, and where its oldest lot lies. */
async function waitingLine(request: APIRequestContext): Promise<{ orderId: string; line: Line; placeId: string }> {
  const { rows } = await (await request.get('/api/picking')).json() as { rows: { orderId: string }[] }
  for (const { orderId } of rows) {
    const { lines } = await (await request.get(`/api/picking/${orderId}`)).json() as { lines: Line[] }
    const line = lines.find(({ wanted, issued, lots }) => issued < wanted && lots.length > 0)
    const lot = line?.lots[0]
    if (line === undefined || lot === undefined) continue
    const stock = await (await request.get(`/api/stock/${line.partId}`)).json() as { lots: { lotId: string; placeId: string; bin: string }[] }
    const placeId = stock.lots.find(({ lotId, bin }) => lotId === lot.lotId && bin === lot.bin)?.placeId
    if (placeId !== undefined) return { orderId, line, placeId }
  }
  throw new Error('the demo has no line that waits for parts')
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`the storekeeper holds the lot's label before the camera, and the line is found (${language})`, async ({ page, baseURL }) => {
    const say = wordsOf(language)
    await signIn(page, 'whk')
    const { orderId, line, placeId } = await waitingLine(page.request)
    const label = await page.request.get(`/api/stock/${line.partId}/lots/${String(line.lots[0]?.lotId)}/${placeId}/label.pdf?language=${language}`)
    expect(label.status()).toBe(200)
    await withCamera(await label.body(), { language, baseURL }, async (storekeeper) => {
      await signIn(storekeeper, 'whk', language, `/picking/${orderId}`)
      await storekeeper.getByRole('button', { name: say('web.scan') }).click()
      await expect(storekeeper.getByText(say('picking.scan-lot', { part: line.number, bin: line.lots[0]?.bin ?? '' }))).toBeVisible({ timeout: 20_000 })
      await expect(storekeeper.getByRole('dialog')).toHaveCount(0)
      await expect(storekeeper.locator('.pick-line[data-scanned]').locator('.pick-number')).toHaveText(line.number)
      await expectSoundPage(storekeeper)
    })
  })
}

test('without a camera it says so, and typing stays', async ({ page }) => {
  const say = wordsOf('zh-CN')
  await page.setViewportSize(phone)
  await signIn(page, 'whk')
  const { orderId } = await waitingLine(page.request)
  await page.goto(`/picking/${orderId}`)
  await page.getByRole('button', { name: say('web.scan') }).click()
  await expect(page.getByRole('dialog').getByText(say('web.scan-no-camera')).or(page.getByRole('dialog').getByText(say('web.scan-not-allowed')))).toBeVisible()
  await expectSoundPage(page)
  await page.keyboard.press('Escape')
  await expect(page.getByLabel(say('picking.scan'))).toBeVisible()
})

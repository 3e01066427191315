import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, expect, test, type APIRequestContext } from '@playwright/test'
import { expectSoundPage, phone, signIn } from './people.ts'
import { wordsOf } from './words.ts'

// The label as it is printed, held before the phone's camera as it picks.
const frame = { width: 1280, height: 720 }

/** Grey points of the printed page: PGM as pdftoppm writes it. */
function greyPage(pdf: Buffer, folder: string): { width: number; height: number; points: Buffer } {
  writeFileSync(path.join(folder, 'label.pdf'), pdf)
  execFileSync('pdftoppm', ['-gray', '-r', '400', '-singlefile', path.join(folder, 'label.pdf'), path.join(folder, 'label')])
  const file = readFileSync(path.join(folder, 'label.pgm'))
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40))
  if (head === null) throw new Error('pdftoppm wrote no PGM')
  return { width: Number(head[1]), height: Number(head[2]), points: file.subarray(head[0].length) }
}

/** One still frame of film with the page in its middle: what Chromium shows as the camera. */
function film(pdf: Buffer, folder: string): string {
  const { width, height, points } = greyPage(pdf, folder)
  const light = Buffer.alloc(frame.width * frame.height, 150)
  const [left, top] = [Math.floor((frame.width - width) / 2), Math.floor((frame.height - height) / 2)]
  for (let row = 0; row < height; row += 1) points.copy(light, (top + row) * frame.width + left, row * width, (row + 1) * width)
  const file = path.join(folder, 'camera.y4m')
  const head = `YUV4MPEG2 W${String(frame.width)} H${String(frame.height)} F10:1 Ip A1:1 C420jpeg\nFRAME\n`
  writeFileSync(file, Buffer.concat([Buffer.from(head), light, Buffer.alloc(frame.width * frame.height / 2, 128)]))
  return file
}

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
    const folder = mkdtempSync(path.join(tmpdir(), 'gangwei-camera-'))
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell',
      args: ['--no-sandbox', '--disable-gpu', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film(await label.body(), folder)}`],
    })
    try {
      const context = await browser.newContext({ viewport: phone, locale: language, ...(baseURL === undefined ? {} : { baseURL }) })
      const storekeeper = await context.newPage()
      await signIn(storekeeper, 'whk', language, `/picking/${orderId}`)
      await storekeeper.getByRole('button', { name: say('web.scan') }).click()
      await expect(storekeeper.getByText(say('picking.scan-lot', { part: line.number, bin: line.lots[0]?.bin ?? '' }))).toBeVisible({ timeout: 20_000 })
      await expect(storekeeper.getByRole('dialog')).toHaveCount(0)
      await expect(storekeeper.locator('.pick-line[data-scanned]').locator('.pick-number')).toHaveText(line.number)
      await expectSoundPage(storekeeper)
    } finally {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    }
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

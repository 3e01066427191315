import { expect, test, type Browser, type Page } from '@playwright/test'
import type { Language } from '../src/kernel/texts.ts'
import { withCamera } from './camera.ts'
import { desk, doDeed, expectSoundPage, phone, signIn } from './people.ts'
import { wordsOf } from './words.ts'

const shot = async (page: Page, name: string): Promise<void> => { if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` }) }

async function open(browser: Browser, login: string, to: string, language: Language, place: typeof desk | typeof phone): Promise<Page> {
  const context = await browser.newContext({ viewport: place, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: language === 'en' ? 'dark' : 'light' })
  const page = await context.newPage()
  await signIn(page, login, language, to)
  return page
}

// In the aisle in Chinese, on a phone: a lot of our own in a bin of our own, its label before the camera. At the desk in English: the map and its labels.
test('moved by scan, refused against a rule, moved back; on the map the bin shows it, and its labels are printed', async ({ browser, page, baseURL }) => {
  test.setTimeout(90_000)
  const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')]
  await signIn(page, 'whk')
  const rack = `J${String(Date.now() % 1_000_000)}`
  const bin = `${rack}-01-01`
  const { id: placeId } = await doDeed(page, '/stock-places', { code: bin })
  const { rows: [oil] } = await (await page.request.get('/api/parts?find=WASH-2L')).json() as { rows: { id: string; nameZh: string }[] }
  await doDeed(page, '/stock/receipts', { reference: '旅程', lines: [{ partId: oil?.id, placeId, thousandths: 4_000, costFen: 4_000 }] })
  const label = await page.request.get(`/api/bins/labels.pdf?of=lots&placeId=${placeId}&language=zh-CN`)
  expect(label.status()).toBe(200)

  await withCamera(await label.body(), { language: 'zh-CN', baseURL }, async (keeper) => {
    await signIn(keeper, 'whk', 'zh-CN', '/bin-moves')
    const box = keeper.getByRole('region', { name: zh('bins.move') })
    const move = box.getByRole('button', { name: zh('bins.move'), exact: true })
    await keeper.getByRole('button', { name: zh('web.scan') }).click()
    await expect(box.getByText(oil?.nameZh ?? '')).toBeVisible({ timeout: 20_000 })
    await expect(box.locator('select[name=from] option:checked')).toContainText(bin)
    await expect(move).toHaveAttribute('aria-disabled', 'true') // where to?
    await shot(keeper, 'move-390-zh')
    await expectSoundPage(keeper)
    await box.locator('input[name=scan]').fill('a-02-01')
    await keeper.keyboard.press('Enter')
    await expect(box.locator('.bin-target')).toContainText('A-02-01')
    await box.locator('input[name=quantity]').fill('1')
    await move.click()
    await expect(box.getByRole('alert')).toHaveText(zh('bins.rule-needs-reason', { bin: 'A-02-01' }))
    await shot(keeper, 'refused-390-zh')
    await box.locator('input[name=reason]').fill('油液区今天已满')
    await move.click()
    const moved = keeper.getByRole('listitem').filter({ hasText: `${bin} → A-02-01` })
    await expect(moved.getByText(zh('bins.broken.liquid-zone'))).toBeVisible()
    await keeper.reload()
    await moved.getByRole('button', { name: zh('bins.move-back') }).click()
    await keeper.getByRole('dialog').locator('textarea').fill('放回原位')
    await keeper.getByRole('dialog').getByRole('button', { name: zh('bins.move-back') }).click()
    await expect(moved.getByText(zh('bins.was-taken-back'))).toBeVisible()
    await shot(keeper, 'moves-390-zh')
    await expectSoundPage(keeper)
  })

  const supervisor = await open(browser, 'pts', '/bins', 'en', desk)
  const zone = supervisor.getByRole('region', { name: en('bins.zone', { code: rack }) })
  await expect(supervisor.getByRole('region', { name: en('bins.zone', { code: 'A' }), exact: true })).toBeVisible()
  await shot(supervisor, 'map-1440-en')
  await zone.getByRole('button', { name: bin }).click()
  const sheet = supervisor.getByRole('article', { name: bin })
  await expect(sheet.getByText('WASH-2L').first()).toBeVisible()
  await expectSoundPage(supervisor)
  await shot(supervisor, 'bin-1440-en')
  await sheet.getByRole('button', { name: en('bins.more') }).click()
  await supervisor.getByRole('menuitem', { name: en('bins.retire') }).click()
  await supervisor.getByRole('dialog').getByRole('button', { name: en('bins.retire') }).click()
  await expect(supervisor.getByRole('dialog').getByText(en('stock.bin-not-empty', { bin }))).toBeVisible()
  await supervisor.keyboard.press('Escape')
  const labels = await supervisor.request.get('/api/bins/labels.pdf?of=bins&zone=A&language=en')
  expect([labels.status(), labels.headers()['content-type']]).toEqual([200, 'application/pdf'])
})

// Store SH1 at the desk in English, store SH2 on a phone in Chinese; each does its half.
test('asked by one store, agreed to and shipped by the other, received one short, found, and received whole', async ({ browser }) => {
  test.setTimeout(90_000)
  const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')]
  const asking = await open(browser, 'pts', '/transfers', 'en', desk)
  const giving = await open(browser, 'b-pts', '/transfers', 'zh-CN', phone)
  await expect(giving.getByRole('heading', { level: 1, name: zh('transfers.title') })).toBeVisible()
  const { rows: stock } = await (await giving.request.get('/api/stock?limit=200')).json() as { rows: { number: string; nameZh: string; free: number }[] }
  const number = stock.findLast(({ free, number: code }) => free >= 3_000 && !code.startsWith('OIL'))?.number ?? ''
  const dialog = asking.getByRole('dialog')
  await asking.getByRole('button', { name: en('transfers.ask') }).click()
  await dialog.getByRole('combobox', { name: en('transfers.part') }).fill(number)
  await asking.getByRole('option').filter({ hasText: number }).first().click()
  await dialog.locator('input[name^=asked-]').fill('2')
  await shot(asking, 'ask-1440-en')
  await expectSoundPage(asking)
  await dialog.getByRole('button', { name: en('transfers.ask'), exact: true }).click()
  await expect(asking).toHaveURL(/\/transfers\/[0-9a-f-]{36}$/)
  const address = new URL(asking.url()).pathname
  const status = (page: Page, say: typeof zh, key: Parameters<typeof zh>[0]) => expect(page.getByRole('article').first().getByText(say(key), { exact: true }).first()).toBeVisible({ timeout: 15_000 })

  await giving.getByText(stock.find(({ number: code }) => code === number)?.nameZh ?? '').first().click() // on its list by itself
  await expect(giving).toHaveURL(new RegExp(address))
  const press = async (page: Page, name: string): Promise<void> => { await page.getByRole('button', { name, exact: true }).last().click() }
  await press(giving, zh('transfers.answer'))
  await shot(giving, 'answer-390-zh')
  await expectSoundPage(giving)
  await press(giving, zh('transfers.agree'))
  await status(giving, zh, 'transfers.status.agreed')
  await press(giving, zh('transfers.ship'))
  await giving.getByRole('dialog').locator('input[name=carrier]').fill('店车')
  await press(giving, zh('transfers.ship'))
  await status(giving, zh, 'transfers.status.shipped')

  await status(asking, en, 'transfers.status.shipped') // by itself
  await press(asking, en('transfers.receive'))
  await dialog.locator(`input[name="arrived-${number}"]`).fill('1')
  const receive = dialog.getByRole('button', { name: en('transfers.receive'), exact: true })
  await expect(receive).toHaveAttribute('aria-disabled', 'true') // one is missing: why, and where does the other go?
  await expect(dialog.getByRole('group', { name: en('bins.advice') })).toBeVisible()
  await dialog.locator(`select[name="bin-${number}"]`).selectOption({ index: 1 })
  await dialog.locator(`input[name="reason-${number}"]`).fill('One short in the box')
  await shot(asking, 'receive-1440-en')
  await expectSoundPage(asking)
  await receive.click()
  await expect(dialog).toHaveCount(0)
  await expect(asking.getByRole('article').getByText('One short in the box')).toBeVisible()

  await press(giving, zh('transfers.decide')) // it came by itself
  await giving.getByRole('dialog').locator('textarea').fill('落在车上，已送去')
  await shot(giving, 'decide-390-zh')
  await press(giving, zh('transfers.decision.found'))
  await expect(giving.getByRole('dialog')).toHaveCount(0)
  await expectSoundPage(giving)
  await press(asking, en('transfers.receive'))
  await dialog.locator(`select[name="bin-${number}"]`).selectOption({ index: 1 })
  await receive.click()
  await status(asking, en, 'transfers.status.closed')
  await expectSoundPage(asking)
  await shot(asking, 'transfer-1440-en')
  // The second arrival was wrong: it is reversed, on the page of the other store by itself, and received anew.
  await asking.getByRole('button', { name: en('transfers.more') }).click()
  await asking.getByRole('menuitem').last().click()
  await expect(dialog.getByText(en('transfers.reverse-question'))).toBeVisible()
  await dialog.locator('textarea').fill('Wrong bin')
  await shot(asking, 'reverse-1440-en')
  await expectSoundPage(asking)
  await dialog.getByRole('button', { name: en('transfers.outcome.reversed') }).click()
  await status(asking, en, 'transfers.status.shipped')
  await status(giving, zh, 'transfers.status.shipped')
  await expect(asking.getByRole('article').getByText(/Wrong bin/)).toBeVisible()
  await press(asking, en('transfers.receive'))
  await dialog.locator(`select[name="bin-${number}"]`).selectOption({ index: 1 })
  await receive.click()
  await status(asking, en, 'transfers.status.closed')
  const slip = await asking.request.get(`/api${address}/slip.pdf?language=en`)
  expect(slip.headers()['content-type']).toBe('application/pdf')
  await asking.goto('/inbound')
  await expect(asking.getByRole('heading', { level: 1, name: en('transfers.inbound') })).toBeVisible()
  await expectSoundPage(asking)
  await shot(asking, 'inbound-1440-en')
})

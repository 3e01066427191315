import { expect, test, type Browser, type Page } from '@playwright/test'
import { emptySheet, fourPieces } from '../src/modules/repair-orders/domain/reception-sheet.ts'
import { desk, doDeed, expectSoundPage, ownPlate, phone, sign, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

const signature = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** A car of our own with an estimate of so many labour lines. */
async function estimatedCar({ request }: Page, plate: string, lines: number): Promise<{ id: string; names: string[] }> {
  const { rows } = await (await request.get('/api/labour-operations?limit=20')).json() as { rows: { id: string; nameZh: string; nameEn: string; trade: string }[] }
  const operations = rows.filter(({ trade }) => trade === 'mechanical').slice(0, lines)
  const { id } = await doDeed({ request }, '/repair-orders', { plate, purpose: 'repair' })
  const received = await doDeed({ request }, `/repair-orders/${id}/reception`, {
    version: 1, vin: null, modelName: '云岭 X5', ownerName: '李晨', ownerPhone: '19900010001', ownerKind: 'person', senderName: '李晨', senderPhone: '19900010001', insurerName: '', mileageKm: 10_000, fuelEighths: 4, signature,
    sheet: { ...emptySheet, valuablesReminded: true, keyTag: plate.slice(-6), fourPieceSet: [...fourPieces], consultation: { ...emptySheet.consultation, words: '刹车有异响' } },
  })
  await doDeed({ request }, `/repair-orders/${id}/lines`, { version: received['version'], lines: operations.map((operation) => ({ kind: 'labour', operationId: operation.id, payer: 'customer' })) })
  return { id: String(id), names: operations.map(({ nameEn }) => nameEn) }
}

/** The advisor makes the link in his dialog; its address, as the code on the screen holds it. */
async function offered(page: Page): Promise<string> {
  const say = wordsOf('zh-CN')
  await page.getByRole('button', { name: say('answers.offer') }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(say('repair-orders.earliest')).first()).toBeVisible()
  await dialog.getByRole('button', { name: say('answers.make') }).click()
  await expect(dialog.getByRole('img', { name: say('answers.scan') })).toBeVisible()
  await expectSoundPage(page)
  const address = await dialog.getByRole('link', { name: say('answers.open-here') }).getAttribute('href') ?? ''
  await page.keyboard.press('Escape')
  return address
}

async function customers(browser: Browser): Promise<Page> {
  const outside = await browser.newContext({ viewport: phone, locale: 'en', timezoneId: 'Asia/Shanghai', colorScheme: 'dark' })
  const his = await outside.newPage()
  await his.addInitScript(() => { localStorage.setItem('gangwei.language', 'en') })
  return his
}

test('the advisor offers the estimate by link; a change voids it; the customer accepts part of the next one on his phone, and the car is authorised at once', async ({ browser }) => {
  test.setTimeout(120_000)
  const [say, en] = [wordsOf('zh-CN'), wordsOf('en')]
  const house = await browser.newContext({ viewport: desk, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await house.newPage()
  await signIn(page, 'fds')
  const { id, names: [wanted = '', refused = ''] } = await estimatedCar(page, ownPlate('沪A·D7E31'), 2)
  await page.goto(`/repair-orders/${id}`)
  const first = await offered(page)
  const his = await customers(browser)
  await his.goto(first)
  await expect(his.getByRole('article')).toHaveCount(2)

  // Somebody changes the estimate while he reads: what he would send is refused, and the page says why.
  const { version, lines } = await (await page.request.get(`/api/repair-orders/${id}`)).json() as { version: number; lines: { id: string; payer: string; quantityThousandths: number }[] }
  await doDeed(page, `/repair-orders/${id}/lines/${String(lines[1]?.id)}`, { version, payer: 'customer', quantityThousandths: 700, discountFen: 0, shares: [] })
  await his.reload()
  await expect(his.getByText(en('answers.was-void', { phone: '' }).slice(0, 30), { exact: false })).toBeVisible()
  await expect(page.getByText(say('answers.state.void'), { exact: true })).toBeVisible()

  await his.goto(await offered(page))
  await expect(his.getByRole('article')).toHaveCount(2)
  await expectSoundPage(his)
  await tick(his.getByRole('article', { name: wanted }).getByRole('radio', { name: en('answers.agree') }))
  await tick(his.getByRole('article', { name: refused }).getByRole('radio', { name: en('answers.refuse') }))
  await his.locator('input[name=tail]').fill('0000')
  await his.locator('input[name=name]').fill('李晨')
  await sign(his)
  const submit = his.getByRole('button', { name: en('answers.submit') })
  await submit.click()
  await expect(his.getByText(en('answers.wrong-tail'))).toBeVisible()
  await his.locator('input[name=tail]').fill('0001')
  await expectSoundPage(his)
  await submit.click()
  await expect(his.getByText(en('answers.done-estimate', { agreed: 1, refused: 1 }))).toBeVisible()
  await his.reload()
  await expect(his.getByText(en('answers.was-answered', { phone: '' }).slice(0, 30), { exact: false })).toBeVisible()

  await expect(page.locator('.order-head').getByText(say('repair-orders.status.authorised'), { exact: true }).first()).toBeVisible()
  await expect(page.getByText(say('answers.state.answered'), { exact: true })).toBeVisible()
  await expect(page.getByText(say('repair-orders.added.refused'), { exact: true })).toBeVisible()
  await expectSoundPage(page)
  await his.context().close()
  await house.close()
})

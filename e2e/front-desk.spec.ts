import { expect, test, type Browser, type Page } from '@playwright/test'
import { emptySheet, fourPieces } from '../src/modules/repair-orders/domain/reception-sheet.ts'
import { desk, doDeed, expectSoundPage, type Language, phone, sign, signIn } from './people.ts'
import { wordsOf } from './words.ts'

async function open(browser: Browser, login: string, { language, size, to }: { language: Language; size: { width: number; height: number }; to: string }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: language === 'en' ? 'dark' : 'light' })
  const page = await context.newPage()
  await signIn(page, login, language, to)
  return page
}

test('a courtesy car is booked, handed out on a signature, seen by a colleague and taken back (zh-CN, 1440 px)', async ({ browser }) => {
  test.setTimeout(90_000)
  const say = wordsOf('zh-CN')
  const page = await open(browser, 'fds', { language: 'zh-CN', size: desk, to: '/courtesy-cars' })
  const dialog = page.getByRole('dialog')
  await page.getByRole('tab', { name: say('courtesy-cars.tab.cars'), exact: true }).click()
  await page.getByRole('button', { name: say('courtesy-cars.add'), exact: true }).click()
  for (const [name, value] of [['plate', '沪A·D78001'], ['model', '云岭 X3'], ['insured-until', '2099-12-31'], ['km', '1200']] as const) await dialog.locator(`input[name=${name}]`).fill(value)
  await dialog.getByRole('button', { name: say('courtesy-cars.add'), exact: true }).click()
  await expect(page.locator('.loan-card').filter({ hasText: '沪A·D78001' })).toBeVisible()
  await expectSoundPage(page)

  const book = async () => {
    await page.getByRole('button', { name: say('courtesy-cars.book'), exact: true }).click()
    await dialog.locator('input[name=customer]').fill('周敏')
    await dialog.locator('input[name=phone]').fill('19900010078')
  }
  const ours = dialog.locator('select[name=car] option').filter({ hasText: '沪A·D78001' })
  await book()
  await expect(ours).toBeEnabled()
  await dialog.locator('select[name=car]').selectOption(await ours.getAttribute('value') ?? '')
  await expectSoundPage(page)
  await dialog.getByRole('button', { name: say('courtesy-cars.book'), exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await book() // never twice at the same time
  await expect(ours).toBeDisabled()
  await expect(ours).toContainText(say('courtesy-cars.taken-then'))
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: say('courtesy-cars.tab.open'), exact: true }).click()
  const loan = page.locator('.loan-card').filter({ hasText: '沪A·D78001' })
  await loan.getByRole('button', { name: say('courtesy-cars.hand-out'), exact: true }).click()
  const out = dialog.getByRole('button', { name: say('courtesy-cars.hand-out'), exact: true })
  await expect(out).toHaveAttribute('aria-disabled', 'true')
  await dialog.locator('input[name=licence]').fill('310101199001011234')
  await dialog.getByRole('button', { name: say('repair-orders.panel.bonnet') }).click()
  await sign(page)
  await expectSoundPage(page)
  await out.click()
  await expect(loan.getByText('**************1234', { exact: false })).toBeVisible()

  const his = await open(browser, 'sad', { language: 'zh-CN', size: desk, to: '/courtesy-cars' })
  await his.locator('.loan-card').filter({ hasText: '沪A·D78001' }).getByRole('button', { name: say('courtesy-cars.take-back'), exact: true }).click()
  await his.getByRole('dialog').locator('input[name=km-in]').fill('1260')
  await his.getByRole('dialog').locator('input[name=fees]').fill('补油 60 元由客户承担')
  await expectSoundPage(his)
  await his.getByRole('dialog').getByRole('button', { name: say('courtesy-cars.take-back'), exact: true }).click()
  await expect(loan).toHaveCount(0)
  await page.reload()
  await page.getByRole('tab', { name: say('courtesy-cars.tab.all'), exact: true }).click()
  await expect(loan.getByText('补油 60 元由客户承担')).toBeVisible()
  await page.context().close()
  await his.context().close()
})

test('at the door: the customer is greeted, the recall of his car is seen and goes on the estimate; a colleague sees it, the clerk marks another car and takes it back (en, 390 px)', async ({ browser }) => {
  test.setTimeout(90_000)
  const say = wordsOf('en')
  const page = await open(browser, 'b-sad', { language: 'en', size: phone, to: '/repair-orders' })
  const clerk = await open(browser, 'b-fds', { language: 'en', size: desk, to: '/campaigns' })
  const [plate, vin] = ['沪AD78101', 'LYZAC7A26R1078101']
  await doDeed(clerk, '/vehicles', { plate, vin, modelName: '云岭 X5', owner: { name: '周敏', phone: '19900010078', kind: 'person' } })
  const card = clerk.locator('.campaign-card').filter({ hasText: 'ZH-2026-01' })
  await expect(card).toBeVisible()
  await expectSoundPage(clerk)
  const dialog = clerk.getByRole('dialog')
  const add = async (vins: string) => {
    await dialog.locator('textarea[name=vins]').fill(vins)
    await dialog.getByRole('button', { name: say('campaigns.add-cars'), exact: true }).click()
  }
  await card.getByRole('button', { name: say('campaigns.add-cars'), exact: true }).click()
  await add('LYZ1')
  await expect(dialog.getByRole('alert')).toBeVisible()
  await add(`${vin}\nLYZAC7A26R1078102`)
  await expect(dialog).toHaveCount(0)

  const { id } = await doDeed(page, '/repair-orders', { plate, purpose: 'repair', concern: '首保' }) as { id: string }
  await page.goto(`/repair-orders/${id}`)
  await page.getByRole('button', { name: say('repair-orders.greet'), exact: true }).click()
  await expect(page.getByRole('button', { name: say('repair-orders.greet'), exact: true })).toHaveCount(0)
  const banner = page.getByText('ZH-2026-01', { exact: false })
  const take = page.getByRole('button', { name: say('campaigns.take-up'), exact: true })
  await expect(banner).toBeVisible()
  await expect(take).toHaveAttribute('aria-disabled', 'true') // the car is not taken over yet
  await expectSoundPage(page)
  await doDeed(page, `/repair-orders/${id}/reception`, {
    version: 1, vin, modelName: '云岭 X5', ownerName: '周敏', ownerPhone: '19900010078', ownerKind: 'person', senderName: '周敏', senderPhone: '19900010078', insurerName: '', mileageKm: 10_000, fuelEighths: 4,
    sheet: { ...emptySheet, valuablesReminded: true, keyTag: plate.slice(-6), fourPieceSet: [...fourPieces], consultation: { ...emptySheet.consultation, words: '到期保养' } },
    signature: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  })
  await page.reload()
  await take.click()
  await expect(banner).toHaveCount(0)
  await expect(page.getByText('BR-201', { exact: false }).first()).toBeVisible()

  await card.getByRole('button', { name: say('campaigns.cars'), exact: true }).click()
  const row = (ofVin: string) => dialog.locator('.campaign-car').filter({ hasText: ofVin })
  await expect(row(vin).getByText(say('campaigns.state.in-work'), { exact: true })).toBeVisible()
  await expectSoundPage(clerk)
  for (const state of ['elsewhere', 'open'] as const) {
    await row('LYZAC7A26R1078102').getByRole('button', { name: say('campaigns.mark'), exact: true }).click()
    await dialog.locator('input[name=reason]').fill('told by the maker')
    await dialog.getByRole('button', { name: say('campaigns.mark'), exact: true }).click()
    await expect(row('LYZAC7A26R1078102').getByText(say(`campaigns.state.${state}`), { exact: true })).toBeVisible()
  }
  await page.context().close()
  await clerk.context().close()
})

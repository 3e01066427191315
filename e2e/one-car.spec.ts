import { expect, test, type Browser, type Page } from '@playwright/test'
import { desk, expectSoundPage, type Language, openTill, ownPlate, phone, settle, sign, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

// One car from the door to the road, each position doing its part on its own screen.
type Say = ReturnType<typeof wordsOf>
type Shop = { readonly say: Say; readonly language: Language; readonly plate: string; readonly partName: RegExp; readonly labourName: RegExp; readonly find: readonly [string, string]; as(login: string, part: (page: Page) => Promise<void>): Promise<void> }

function openShop(browser: Browser, language: Language, viewport: { width: number; height: number }, plate: string): Shop {
  const english = language === 'en'
  return {
    say: wordsOf(language), language, plate, find: english ? ['minor', 'oil filter'] : ['小保养', '机油滤清器'], labourName: english ? /Minor service/ : /常规保养/, partName: english ? /Oil filter/ : /机油滤清器/,
    as: async (login, part) => {
      const context = await browser.newContext({ viewport, locale: language, timezoneId: 'Asia/Shanghai' })
      const page = await context.newPage()
      await signIn(page, login, language, login === 'sad' ? '/repair-orders' : undefined)
      await part(page)
      await context.close()
    },
  }
}

const stockArrives = ({ say, find }: Shop) => async (page: Page) => {
  await page.goto('/stock')
  await page.getByRole('button', { name: say('stock.receive') }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[name=reference]').fill('DN-26')
  await dialog.getByRole('combobox', { name: say('stock.add-part') }).fill(find[1])
  await page.getByRole('listbox').getByRole('option').first().click()
  await dialog.getByLabel(say('stock.quantity')).fill('4')
  await dialog.getByLabel(say('stock.line-cost')).fill('80')
  await dialog.getByLabel(say('stock.bin')).selectOption({ index: 1 })
  await expectSoundPage(page)
  await dialog.getByRole('button', { name: say('stock.book-receipt') }).click()
  await expect(page.getByText(say('stock.receipt-booked', { number: 'GR-' })).first()).toBeVisible()
}

const carArrives = ({ say, plate, find, labourName, partName }: Shop, remember: (orderId: string) => void) => async (page: Page) => {
  await page.getByRole('button', { name: say('repair-orders.arrive') }).first().click()
  await page.getByRole('dialog').getByLabel(say('repair-orders.plate')).fill(plate)
  await page.getByRole('dialog').getByRole('button', { name: say('repair-orders.register') }).click()
  await expect(page.getByRole('heading', { name: plate })).toBeVisible()
  remember(new URL(page.url()).pathname.split('/').at(-1) ?? '')
  for (const [name, value] of [['model', '云岭 X5'], ['owner-name', '李晨'], ['owner-phone', '19900018888'], ['sender-name', '李晨'], ['sender-phone', '19900018888'], ['mileage', '20356'], ['insurer', '浦江财险'], ['key-tag', plate.slice(-6)]] as const) {
    await page.locator(`input[name=${name}]`).fill(value)
  }
  await page.getByRole('button', { name: say('repair-orders.all-fitted') }).click()
  await page.getByText(say('repair-orders.valuables-reminded')).click()
  await page.locator('textarea[name=words]').fill('刹车有异响')
  await expectSoundPage(page)
  await sign(page)
  await page.getByRole('button', { name: say('repair-orders.receive'), exact: true }).click()

  await page.getByRole('combobox', { name: say('repair-orders.add-labour') }).fill(find[0])
  await page.getByRole('option', { name: labourName }).first().click()
  await expect(page.getByRole('cell', { name: labourName })).toBeVisible()
  await page.getByRole('combobox', { name: say('repair-orders.add-part') }).fill(find[1])
  await page.getByRole('option', { name: partName }).first().click()
  await expect(page.getByRole('cell', { name: partName })).toBeVisible()
}

/** Insurance clerk and warranty clerk put what their payer pays into the same estimate. */
const payerAdds = ({ say, find, partName }: Shop, orderId: string, payer: 'insurer' | 'warranty') => async (page: Page) => {
  await page.goto(`/repair-orders/${orderId}`)
  const lines = page.getByRole('cell', { name: partName })
  await expect(lines.first()).toBeVisible()
  const before = await lines.count()
  const part = page.getByRole('combobox', { name: say('repair-orders.add-part') })
  await page.locator('.add-line-fields', { has: part }).getByRole('combobox', { name: say('repair-orders.payer') }).selectOption(payer)
  await part.fill(find[1])
  await page.getByRole('option', { name: partName }).first().click()
  await expect(lines).toHaveCount(before + 1)
  await expect(page.getByText(say(`repair-orders.payer-short.${payer}`), { exact: true }).first()).toBeVisible()
}

/** The policy leaves a part of the insurer's line to the customer: refused without its amount, taken back, put again; the two sum to the line. */
const customerBearsDeductible = ({ say }: Shop, orderId: string) => async (page: Page) => {
  await page.goto(`/repair-orders/${orderId}`)
  const insurer = page.getByRole('table', { name: say('repair-orders.estimate') }).getByRole('row', { name: say('repair-orders.payer.insurer') })
  const dialog = page.getByRole('dialog')
  const save = dialog.getByRole('button', { name: say('repair-orders.save-line') })
  const fields = dialog.getByRole('group', { name: say('repair-orders.share') })
  const total = async (payer: 'customer' | 'insurer'): Promise<number> => {
    const { lines } = await (await page.request.get(`/api/repair-orders/${orderId}`)).json() as { lines: { payer: string; amountFen: number; shares: { payer: string; value: number }[] }[] }
    return lines.reduce((sum, line) => sum + (line.payer === payer ? line.amountFen - line.shares.reduce((taken, share) => taken + share.value, 0) : line.shares.filter((share) => share.payer === payer).reduce((taken, share) => taken + share.value, 0)), 0)
  }
  const before = { customer: await total('customer'), insurer: await total('insurer') }
  await insurer.click()
  await dialog.getByRole('button', { name: say('repair-orders.add-share') }).click()
  await expect(save).toHaveAttribute('aria-disabled', 'true') // how much?
  await fields.getByRole('textbox').fill('20')
  await expectSoundPage(page)
  await save.click()
  await expect(dialog).toHaveCount(0)
  await expect(insurer.getByText(say('repair-orders.payer-short.customer'), { exact: true })).toBeVisible()
  await page.reload()
  await insurer.click()
  await fields.getByRole('button', { name: say('repair-orders.remove-share') }).click()
  await save.click()
  await expect(dialog).toHaveCount(0)
  expect(await total('customer')).toBe(before.customer)
  await expect(insurer.getByText(say('repair-orders.payer-short.customer'), { exact: true })).toHaveCount(0) // the page has read what was saved
  await insurer.click()
  await dialog.getByRole('button', { name: say('repair-orders.add-share') }).click()
  await fields.getByRole('textbox').fill('20')
  await save.click()
  await expect(dialog).toHaveCount(0)
  expect([await total('customer') - before.customer, await total('insurer') - before.insurer]).toEqual([2_000, -2_000])
}

const customerAgrees = ({ say, plate }: Shop, orderId: string) => async (page: Page) => {
  await page.goto(`/repair-orders/${orderId}`)
  await expect(page.getByRole('heading', { name: plate })).toBeVisible()
  await page.getByRole('button', { name: say('repair-orders.authorise'), exact: true }).click()
  await page.getByText(say('repair-orders.phone-checked')).click()
  await sign(page)
  await expectSoundPage(page)
  await page.getByRole('dialog').getByRole('button', { name: say('repair-orders.authorise') }).click()
  await expect(page.getByRole('combobox', { name: say('repair-orders.add-labour') })).toHaveCount(0)
}

const jobIsGiven = ({ say, plate }: Shop, orderId: string, technician: string) => async (page: Page) => {
  await page.goto(`/workshop/${orderId}`)
  await expect(page.getByRole('heading', { name: plate })).toBeVisible()
  await page.getByRole('combobox', { name: say('workshop.technician') }).first().selectOption(technician)
  await page.getByRole('combobox', { name: say('workshop.bay') }).first().selectOption('B09')
  await expectSoundPage(page)
  await page.getByRole('button', { name: say('workshop.dispatch-count', { count: 1 }), exact: true }).click()
  await expect(page.getByText(say('workshop.job.dispatched')).first()).toBeVisible()
}

const partsGoOut = ({ say, plate }: Shop, orderId: string) => async (page: Page) => {
  await page.goto(`/picking/${orderId}`)
  await expect(page.getByRole('heading', { name: plate })).toBeVisible()
  await expectSoundPage(page)
  await page.getByRole('button', { name: say('picking.issue-all-count', { count: 3 }) }).click()
  const ask = page.getByRole('dialog', { name: say('picking.ask-all') })
  await expect(ask.getByText(say('picking.ask-all-unscanned', { count: 3, unscanned: 3 }))).toBeVisible()
  await ask.getByRole('button', { name: say('picking.issue-all-count', { count: 3 }) }).click()
  await expect(page.getByText(say('picking.said-issued', { number: '' }).trim()).first()).toBeVisible()
}

const jobIsDone = ({ say, plate }: Shop) => async (page: Page) => {
  await page.goto('/my-jobs')
  const car = page.getByRole('article', { name: plate })
  await car.getByRole('button', { name: say('workshop.clock-on'), exact: true }).first().click()
  await expect(car.getByRole('timer')).toBeVisible()
  await expectSoundPage(page)
  await car.getByRole('button', { name: say('workshop.finish') }).click()
  await page.getByRole('dialog').getByRole('button', { name: say('workshop.finish') }).click()
  await expect(car).toHaveCount(0)
}

const carPasses = ({ say, plate }: Shop, orderId: string) => async (page: Page) => {
  await page.goto(`/workshop/${orderId}`)
  await page.getByRole('button', { name: say('workshop.rest-good') }).click()
  const choose = (group: string, choice: string) => tick(page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: choice, exact: true }))
  await choose(say('workshop.cleanliness'), 'A')
  await choose(say('workshop.result'), say('workshop.result.passed'))
  await expectSoundPage(page)
  await page.getByRole('button', { name: say('workshop.sign-passed') }).click()
  await expect(page.getByText(say('workshop.said-passed', { plate })).first()).toBeVisible()
}

/** Three payers, three statements, at once. */
const orderIsSettled = ({ say, language }: Shop, orderId: string) => async (page: Page) => {
  await page.goto(`/settlements/${orderId}`)
  await expectSoundPage(page)
  await settle(page, language)
  await expect(page.getByRole('button', { name: say('settlement.deliver'), exact: true })).toBeVisible()
  for (const payer of ['customer', 'insurer', 'warranty'] as const) await expect(page.getByText(say(`settlement.payer.${payer}`)).first()).toBeVisible()
}

/** The cashier takes the whole sum; finance refunds it as taken the wrong way; the cashier takes it again. */
const moneyIsTaken = ({ say, plate, language }: Shop, reference: string) => async (page: Page) => {
  await openTill(page, language)
  await page.locator('.k-list-row').filter({ hasText: plate }).filter({ hasText: say('settlement.payer.customer') }).click()
  await expect(page.getByText(say('settlement.part-of', { whole: '' }).slice(0, 4)).first()).toBeVisible() // the deductible, a part of the insurer's line
  await page.getByRole('radio', { name: say('settlement.way.wechat') }).check()
  await page.locator('input[name=reference]').fill(reference)
  await expectSoundPage(page)
  await page.getByRole('button', { name: say('settlement.take-payment') }).click()
  await expect(page.getByText(say('settlement.paid')).first()).toBeVisible()
  await expect(page.getByText(reference).first()).toBeVisible()
}

const moneyGoesBack = ({ say }: Shop, statementId: string) => async (page: Page) => {
  await page.goto(`/cashier/${statementId}`)
  await page.getByRole('row').filter({ hasText: '4200' }).getByRole('button', { name: say('settlement.more-actions') }).click()
  await page.getByRole('menuitem', { name: say('settlement.refund') }).click()
  await page.getByRole('dialog').getByLabel(say('settlement.reason')).fill('付款方式有误')
  await expectSoundPage(page)
  await page.getByRole('dialog').getByRole('button', { name: say('settlement.refund') }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('input[name=amount]')).toBeVisible()
}

const carLeaves = ({ say }: Shop, orderId: string) => async (page: Page) => {
  await page.goto(`/settlements/${orderId}`)
  await page.locator('input[name=identity-reason]').fill('核对行驶证')
  await page.getByText(say('settlement.accepted')).click()
  await page.getByText(say('settlement.old-parts-shown')).click()
  await page.getByText(say('settlement.set-removed')).click()
  await tick(page.getByRole('radio', { name: say('settlement.call-time.any'), exact: true }))
  await expectSoundPage(page)
  await page.getByRole('button', { name: say('settlement.deliver'), exact: true }).click()
  await expect(page.getByText(say('settlement.delivered'), { exact: true }).first()).toBeVisible()
}

/** The general manager opens the car behind the figure of cars delivered. */
const figureHasTheCar = ({ say }: Shop, orderId: string) => async (page: Page) => {
  await page.goto('/reports')
  await page.locator('[data-figure="cars"] .figure-value').click()
  await expect(page.getByRole('dialog').getByRole('row').nth(1)).toBeVisible()
  await expect(page.getByRole('dialog').locator(`a[href="/repair-orders/${orderId}"]`)).toBeVisible()
  await expect(page.getByText(say('reports.figure.cars')).first()).toBeVisible()
}

/** Customer care finds the car among those to be called. */
const customerIsCalled = ({ plate }: Shop) => async (page: Page) => {
  await page.goto('/follow-ups')
  await expect(page.locator('.care-card').filter({ hasText: plate })).toBeVisible()
}

/** The auditor opens who delivered it, and sees all that was done to the record. */
const auditorReads = ({ say, language }: Shop) => async (page: Page) => {
  await page.goto('/audit')
  await page.getByText(language === 'en' ? 'Deliver a car' : '交车', { exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: say('assurance.only-record') }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText(language === 'en' ? 'Deliver a car' : '交车', { exact: true }).first()).toBeVisible()
}

/** A technician whose clock stands: the demo gives out its jobs by chance. */
async function idleTechnician(browser: Browser, from: number): Promise<{ login: string; personId: string }> {
  for (let index = from; index <= 20; index += 4) {
    const login = index === 1 ? 'tec' : `tec${String(index)}`
    const context = await browser.newContext()
    const page = await context.newPage()
    await signIn(page, login)
    const mine = await (await page.request.get('/api/workshop-jobs/mine')).json() as { rows: { jobs: { status: string }[] }[] }
    const { personId } = await (await page.request.get('/api/session')).json() as { personId: string }
    await context.close()
    if (!mine.rows.some(({ jobs }) => jobs.some(({ status }) => status === 'running'))) return { login, personId }
  }
  throw new Error('every technician has a running clock')
}

// Both languages and both sizes; all four pairs of them with PROVE=full.
const runs = [['zh-CN', desk, '沪A·D72001'], ['en', phone, '沪A·D72004'], ['zh-CN', phone, '沪A·D72002'], ['en', desk, '沪A·D72003']] as const
for (const [index, [language, viewport, plate]] of runs.slice(0, process.env['PROVE'] === 'full' ? 4 : 2).entries()) {
  test(`every position does its part of one car (${language}, ${String(viewport.width)} px)`, async ({ browser }) => {
    test.setTimeout(300_000)
    const shop = openShop(browser, language, viewport, ownPlate(plate))
    let orderId = ''
    await shop.as('pts', stockArrives(shop))
    await shop.as('sad', carArrives(shop, (id) => { orderId = id }))
    await shop.as('ins', payerAdds(shop, orderId, 'insurer'))
    await shop.as('ins', customerBearsDeductible(shop, orderId))
    await shop.as('wcl', payerAdds(shop, orderId, 'warranty'))
    await shop.as('sad', customerAgrees(shop, orderId))
    const technician = await idleTechnician(browser, index + 1)
    await shop.as('wss', jobIsGiven(shop, orderId, technician.personId))
    await shop.as('whk', partsGoOut(shop, orderId))
    await shop.as(technician.login, jobIsDone(shop))
    await shop.as('qci', carPasses(shop, orderId))
    await shop.as('fds', orderIsSettled(shop, orderId))
    let statementId = ''
    await shop.as('csh', async (page) => {
      await moneyIsTaken(shop, '4200001')(page)
      statementId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    })
    await shop.as('fin', moneyGoesBack(shop, statementId))
    await shop.as('csh', moneyIsTaken(shop, '4711-2'))
    await shop.as('sad', carLeaves(shop, orderId))
    await shop.as('gm', figureHasTheCar(shop, orderId))
    await shop.as('ccc', customerIsCalled(shop))
    await shop.as('aud', auditorReads(shop))
  })
}

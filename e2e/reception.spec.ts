import { expect, test, type Page } from '@playwright/test'
import { demoRows, desk, expectSoundPage, ownPlate, phone, sign, signIn } from './people.ts'

const words = {
  'zh-CN': {
    arrive: '接车', plate: '车牌', register: '登记到店', take: '完成接车', fitted: '全部铺好', valuables: '已提醒客户带走贵重物品', door: '左前门', labour: '加工时', part: '加配件', find: ['小保养', '机油滤清器'],
    authorise: '签委托书', phone: '已与客户核对电话', signed: '已委托', keyMissing: '请登记钥匙牌号。', quantity: '数量', save: '保存该项', service: '常规保养', filter: '机油滤清器', discountOnly: '只用于工时',
  },
  en: {
    arrive: 'New arrival', plate: 'Plate', register: 'Register arrival', take: 'Take the car over', fitted: 'All fitted', valuables: 'Customer reminded of valuables', door: 'Left front door', labour: 'Add labour', part: 'Add part', find: ['minor', 'oil filter'],
    authorise: 'Authorise', phone: 'Phone checked with the customer', signed: 'Authorised', keyMissing: 'Register the key tag.', quantity: 'Quantity', save: 'Save line', service: 'Minor service', filter: 'Oil filter', discountOnly: 'labour only',
  },
} as const

/** What the sheet keeps of the car itself, and where it is written. */
const seen = [['input[name=mark-note]', '门把下方 5 厘米'], ['input[name=tyres]', '前轮 4 毫米，右后胎压低'], ['textarea[name=notes]', '后备厢有婴儿车']] as const

for (const [language, viewport, ours] of [['zh-CN', desk, '沪A·D71001'], ['en', phone, '沪A·D71002']] as const) {
  test(`a service advisor receives a car, estimates it and has it authorised (${language}, ${String(viewport.width)} px)`, async ({ page }) => {
    const [say, plate] = [words[language], ownPlate(ours)]
    await page.setViewportSize(viewport)
    await signIn(page, 'sad', language, '/repair-orders')
    await page.getByRole('button', { name: say.arrive }).first().click()
    await page.getByRole('dialog').getByLabel(say.plate).fill(plate)
    await page.getByRole('dialog').getByRole('button', { name: say.register }).click()
    await expect(page.getByRole('heading', { name: plate })).toBeVisible()

    await page.locator('input[name=model]').fill('云岭 X5')
    await page.locator('input[name=owner-name]').fill('李晨')
    await page.locator('input[name=owner-phone]').fill('19900018888')
    await page.locator('input[name=sender-name]').fill('李晨')
    await page.locator('input[name=sender-phone]').fill('19900018888')
    await page.locator('input[name=mileage]').fill('20356')
    await page.getByRole('button', { name: say.door }).first().click()
    for (const [field, words] of seen) await page.locator(field).fill(words)
    await page.reload() // the draft is kept on every key
    await expect(page.locator('input[name=mileage]')).toHaveValue(/20.?356/)
    for (const [field, words] of seen) await expect(page.locator(field)).toHaveValue(words)
    await page.getByRole('button', { name: say.fitted }).click()
    await page.getByText(say.valuables).click()
    await page.locator('textarea[name=words]').fill('刹车有异响')
    await expect(page.getByRole('status').filter({ hasText: say.keyMissing })).toBeVisible()
    await expectSoundPage(page)
    await page.locator('input[name=key-tag]').fill(plate.slice(-6))
    await sign(page)
    await page.getByRole('button', { name: say.take }).click()

    await expect(page.getByRole('combobox', { name: say.labour })).toBeVisible()
    const { reception: { sheet } } = await (await page.request.get(page.url().replace('/repair-orders/', '/api/repair-orders/'))).json() as { reception: { sheet: { tyres: string; notes: string; marks: { note: string }[] } } }
    expect([sheet.marks[0]?.note, sheet.tyres, sheet.notes]).toEqual(seen.map(([, words]) => words))
    await page.getByRole('combobox', { name: say.labour }).fill(say.find[0])
    await page.getByRole('option', { name: new RegExp(say.service) }).first().click()
    await expect(page.getByRole('cell', { name: new RegExp(say.service) })).toBeVisible()
    await page.getByRole('combobox', { name: say.part }).fill(say.find[1])
    await page.getByRole('option', { name: new RegExp(say.filter) }).first().click()
    await expect(page.getByRole('cell', { name: new RegExp(say.filter) })).toBeVisible()
    await page.getByRole('cell', { name: new RegExp(say.filter) }).click()
    await page.getByRole('dialog').getByLabel(say.quantity).fill('2')
    await expectSoundPage(page)
    await page.getByRole('dialog').getByRole('button', { name: say.save }).click()
    await expect(page.getByRole('cell', { name: /^2/ })).toBeVisible()
    await expectSoundPage(page)

    await page.getByRole('button', { name: say.authorise }).click()
    await page.getByText(say.phone).click()
    await sign(page)
    await expectSoundPage(page)
    await page.getByRole('dialog').getByRole('button', { name: say.authorise }).click()
    await expect(page.getByText(say.signed).first()).toBeVisible()
    await expect(page.getByRole('combobox', { name: say.labour })).toHaveCount(0)
  })
}

test('a price off its rule waits for the front-desk supervisor', async ({ page, browser }) => {
  await signIn(page, 'sad3', 'zh-CN', '/repair-orders')
  await demoRows(page, '已报价').first().click()
  await page.getByRole('combobox', { name: '加配件' }).fill('空气滤清器')
  await pushDown(page) // a panel above arrives between the typing and the answer: the list is still in sight
  await page.getByRole('option', { name: /空气滤清器/ }).first().click()
  await page.getByRole('row', { name: /^配件.*空气滤清器/ }).first().getByRole('cell', { name: /空气滤清器/ }).click() // labour has that word too
  await page.locator('input[name=manual-price]').fill('51.37') // no price list has that
  await page.locator('input[name=deviation-reason]').fill('客户比价')
  await page.getByRole('button', { name: '保存该项' }).click()
  await expect(page.getByText('待批准').first()).toBeVisible()
  const waiting = await page.getByText('待批准').count() // the demo may have others on this order
  const supervisor = await browser.newContext({ locale: 'zh-CN' })
  const desk2 = await supervisor.newPage()
  await signIn(desk2, 'fds', 'zh-CN', '/repair-orders')
  await desk2.getByRole('link', { name: '审批' }).click()
  await expect(desk2.getByText('客户比价').first()).toBeVisible()
  await expectSoundPage(desk2)
  await desk2.getByRole('article').filter({ hasText: '客户比价' }).getByRole('button', { name: '批准' }).click()
  await desk2.getByRole('dialog').getByRole('button', { name: '批准' }).click()
  await expect(page.getByText('待批准')).toHaveCount(waiting - 1)
  await supervisor.close()
})

const pushDown = (page: Page) => page.evaluate(() => {
  const late = document.createElement('div')
  late.style.height = '900px'
  document.querySelector('main')?.prepend(late)
})

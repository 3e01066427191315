import { expect, test, type Page } from '@playwright/test'
import { desk, doDeed, expectSoundPage, phone, sign, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

type Orders = { rows: { id: string; plate: string; status: string }[] }

/** Two priced findings on a car of the demo that is in work; each language and each try takes its own car. */
async function asked(page: Page, nth: number): Promise<{ orderId: string; phoneTail: string }> {
  const { rows } = await (await page.request.get('/api/repair-orders?group=in-shop&limit=200')).json() as Orders
  const order = rows.filter(({ plate, status }) => !plate.includes('D7') && status === 'in_work').at(-4 - nth - 2 * test.info().retry)
  if (order === undefined) throw new Error('no car of the demo is in work')
  const { rows: operations } = await (await page.request.get('/api/labour-operations?limit=20')).json() as { rows: { id: string }[] }
  for (const [index, findings] of ['前制动片剩 2 毫米', '雨刮片老化'].entries()) {
    const work = await doDeed(page, `/repair-orders/${order.id}/added-work`, { findings, urgency: index === 0 ? 'safety' : 'later' })
    await doDeed(page, `/added-work/${work.id}/price`, { version: 1, add: [{ kind: 'labour', operationId: operations[index + nth]?.id, payer: 'customer' }], remove: [] })
  }
  const { reception } = await (await page.request.get(`/api/repair-orders/${order.id}`)).json() as { reception: { senderPhone: string } | null }
  return { orderId: order.id, phoneTail: reception?.senderPhone.slice(-4) ?? '' }
}

for (const [index, [language, size]] of ([['zh-CN', desk], ['en', phone]] as const).entries()) {
  test(`the advisor makes a link, the customer answers item by item on his phone, the order hears it at once (${language}, ${String(size.width)} px)`, async ({ browser }) => {
    test.setTimeout(120_000)
    const say = wordsOf(language)
    const house = await browser.newContext({ viewport: size, locale: language, timezoneId: 'Asia/Shanghai' })
    const page = await house.newPage()
    await signIn(page, 'fds', language)
    const { orderId, phoneTail } = await asked(page, index)
    await page.goto(`/repair-orders/${orderId}`)
    await page.getByRole('button', { name: say('answers.send') }).click()
    const dialog = page.getByRole('dialog')
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('answers.make') }).click()
    await expect(dialog.getByRole('img', { name: say('answers.scan') })).toBeVisible()
    await expectSoundPage(page)
    const address = await dialog.getByRole('link', { name: say('answers.open-here') }).getAttribute('href') ?? ''
    await page.keyboard.press('Escape')

    const outside = await browser.newContext({ viewport: phone, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: language === 'en' ? 'dark' : 'light' })
    const his = await outside.newPage()
    await his.addInitScript((chosen) => { localStorage.setItem('gangwei.language', chosen) }, language)
    await his.goto(address)
    await expect(his.getByRole('article')).toHaveCount(2)
    await expect(page.getByText(say('answers.not-opened'))).toHaveCount(0)
    await expectSoundPage(his)
    const submit = his.getByRole('button', { name: say('answers.submit') })
    await expect(submit).toHaveAttribute('aria-disabled', 'true')
    await tick(his.getByRole('article', { name: '前制动片剩 2 毫米' }).getByRole('radio', { name: say('answers.agree') }))
    await tick(his.getByRole('article', { name: '雨刮片老化' }).getByRole('radio', { name: say('answers.refuse') }))
    await his.locator('input[name=tail]').fill(phoneTail === '0000' ? '1111' : '0000')
    await his.locator('input[name=name]').fill('李晨')
    await sign(his)
    await submit.click()
    await expect(his.getByText(say('answers.wrong-tail'))).toBeVisible()
    await his.locator('input[name=tail]').fill(phoneTail)
    await expectSoundPage(his)
    await submit.click()
    await expect(his.getByText(say('answers.done', { agreed: 1, refused: 1 }))).toBeVisible()
    await his.reload()
    await expect(his.getByText(say('answers.was-answered', { phone: '' }).slice(0, 8), { exact: false })).toBeVisible()
    await expectSoundPage(his)

    await expect(page.getByRole('article', { name: '前制动片剩 2 毫米' }).getByText(say('repair-orders.added.agreed'), { exact: true })).toBeVisible()
    await expect(page.getByRole('article', { name: '雨刮片老化' }).getByText(say('repair-orders.added.refused'), { exact: true })).toBeVisible()
    await expect(page.getByText(say('answers.state.answered'), { exact: true }).first()).toBeVisible()
    await expectSoundPage(page)
    await outside.close()
    await house.close()
  })
}

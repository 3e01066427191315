import { expect, test, type Page } from '@playwright/test'
import { desk, expectSoundPage, phone, sign, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

type Job = { status: string }
type Mine = { rows: { orderId: string; plate: string; status: string; jobs: Job[]; addedWork: unknown[] }[] }

/** A technician of the demo with a car in work that nobody found anything on; a journey in another language takes another one. */
async function signInAtWork(page: Page, from: number, language: 'zh-CN' | 'en'): Promise<{ orderId: string; plate: string }> {
  for (let index = from; index <= 20; index += 2) {
    await page.context().clearCookies()
    await signIn(page, index === 1 ? 'tec' : `tec${String(index)}`, language)
    const { rows } = await (await page.request.get('/api/workshop-jobs/mine')).json() as Mine
    const row = rows.find(({ plate, status, addedWork }) => status === 'in_work' && !plate.includes('D7') && addedWork.length === 0)
    if (row !== undefined) return row
  }
  throw new Error('no technician of the demo has a car in work')
}

for (const [index, [language, advisorsPlace, technicians]] of ([['zh-CN', desk, phone], ['en', phone, desk]] as const).entries()) {
  test(`a technician finds more, the customer refuses one thing by phone and signs for another (${language}, ${String(advisorsPlace.width)} px)`, async ({ browser }) => {
    test.setTimeout(180_000)
    const say = wordsOf(language)
    const shop = await browser.newContext({ viewport: technicians, locale: language, timezoneId: 'Asia/Shanghai' })
    const his = await shop.newPage()
    const { orderId } = await signInAtWork(his, index + 1, language)
    await his.goto('/my-jobs')
    const car = his.locator('.my-car').first()
    await expect(car).toBeVisible()
    const report = async (page: Page, findings: string) => {
      const dialog = page.getByRole('dialog')
      await dialog.locator('textarea[name=findings]').fill(findings)
      await expectSoundPage(page)
      await dialog.getByRole('button', { name: say('repair-orders.added-work-report') }).click()
      await expect(dialog).toHaveCount(0)
    }

    const advisors = await browser.newContext({ viewport: advisorsPlace, locale: language, timezoneId: 'Asia/Shanghai' })
    const page = await advisors.newPage()
    await signIn(page, 'fds', language, `/repair-orders/${orderId}`)
    const plate = await page.locator('.order-head .k-plate').innerText()
    await his.getByRole('article', { name: plate }).getByRole('button', { name: say('repair-orders.added-work-report') }).click()
    await report(his, '右前轮胎内侧磨损')
    await expect(his.getByRole('article', { name: plate }).getByText('右前轮胎内侧磨损')).toBeVisible()
    await expectSoundPage(his)

    const work = (findings: string) => page.getByRole('article', { name: findings })
    await expect(work('右前轮胎内侧磨损')).toBeVisible()
    const addLabour = async (findings: string) => {
      await work(findings).getByRole('button', { name: say('repair-orders.added-price'), exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('combobox', { name: say('repair-orders.add-labour') }).fill('更换')
      await page.getByRole('listbox').getByRole('option').first().click()
      await expect(dialog.getByText(say('repair-orders.sum', { count: 1 }))).toBeVisible()
      await expectSoundPage(page)
      await dialog.getByRole('button', { name: say('repair-orders.added-close'), exact: true }).click()
    }
    await addLabour('右前轮胎内侧磨损')
    await page.reload()
    await work('右前轮胎内侧磨损').getByRole('button', { name: say('repair-orders.added-decide') }).click()
    const dialog = page.getByRole('dialog')
    const record = dialog.getByRole('button', { name: say('repair-orders.added-record') })
    await expect(record).toHaveAttribute('aria-disabled', 'true')
    await tick(dialog.getByRole('radio', { name: say('repair-orders.added-no'), exact: true }))
    await dialog.locator('input[name=customer-phone]').fill('19900010001')
    await dialog.locator('input[name=customer-words]').fill('下次再说')
    await expectSoundPage(page)
    await record.click()
    await expect(work('右前轮胎内侧磨损').getByText(say('repair-orders.added.refused'))).toBeVisible()

    await page.getByRole('button', { name: say('repair-orders.added-work-report') }).click()
    await report(page, '空调滤芯发霉')
    await addLabour('空调滤芯发霉')
    await work('空调滤芯发霉').getByRole('button', { name: say('repair-orders.added-decide') }).click()
    await tick(dialog.getByRole('radio', { name: say('repair-orders.added-way.signature'), exact: true }))
    await sign(page)
    await expectSoundPage(page)
    await record.click()
    await expect(work('空调滤芯发霉').getByText(say('repair-orders.added.agreed'), { exact: true })).toBeVisible()
    await expectSoundPage(page)
    await expect(his.getByRole('article', { name: plate }).getByText(say('repair-orders.added.agreed'), { exact: true })).toBeVisible()

    await page.getByRole('button', { name: say('repair-orders.added-work-report') }).click()
    await report(page, '雨刮异响')
    await work('雨刮异响').getByRole('button', { name: say('repair-orders.added-withdraw') }).click()
    await dialog.locator('textarea').fill('是另一台车')
    await dialog.getByRole('button', { name: say('repair-orders.added-withdraw') }).click()
    await expect(work('雨刮异响').getByText(say('repair-orders.added-withdrawn-because', { reason: '是另一台车' }))).toBeVisible()
    await shop.close()
    await advisors.close()
  })
}

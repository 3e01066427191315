import { expect, test, type Page } from '@playwright/test'
import { desk, expectSoundPage, phone, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

for (const [language, size, store] of [['zh-CN', desk, ''], ['en', phone, 'b-']] as const) {
  test(`customer care calls, the customer complains, the workshop answers, customer care closes (${language}, ${String(size.width)} px)`, async ({ browser }) => {
    test.setTimeout(120_000)
    const say = wordsOf(language)
    const open = async (login: string, place = size) => {
      const context = await browser.newContext({ viewport: place, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: language === 'en' ? 'dark' : 'light' })
      const page = await context.newPage()
      await signIn(page, `${store}${login}`, language, '/follow-ups')
      return page
    }
    const page = await open('ccc')
    const dialog = page.getByRole('dialog')
    await expect(page.locator('.care-card').first()).toBeVisible()
    await expectSoundPage(page)
    await expect(page.locator('.care-card').first().getByRole('link', { name: /^RO-/ })).toHaveAttribute('href', /\/repair-orders\//) // what was done on the car
    await page.locator('.care-card').first().getByRole('button', { name: say('care.call'), exact: true }).click()
    const record = dialog.getByRole('button', { name: say('care.record') })
    await expect(record).toHaveAttribute('aria-disabled', 'true')
    for (const question of ['reception', 'quality', 'price', 'time', 'cleanliness'] as const) {
      await tick(dialog.getByRole('radiogroup', { name: say(`care.question.${question}`) }).getByRole('radio', { name: question === 'quality' ? '1' : '5', exact: true }))
    }
    await tick(dialog.getByRole('radio', { name: say('care.satisfied.no'), exact: true }))
    await expect(record).toHaveAttribute('aria-disabled', 'true') // nobody is dissatisfied without a complaint
    await tick(dialog.getByRole('radiogroup', { name: say('care.complains-about') }).getByRole('radio', { name: say('care.kind.quality'), exact: true }))
    await dialog.locator('textarea[name=words]').fill(`空调还是不凉 ${language}`)
    await expectSoundPage(page)
    await record.click()
    await expect(dialog).toHaveCount(0)
    await page.getByRole('tab', { name: say('care.tab.complaints') }).click()
    const complaint = page.locator('.care-card').filter({ hasText: `空调还是不凉 ${language}` })
    await expect(complaint).toBeVisible()
    await page.reload()
    await page.getByRole('tab', { name: say('care.tab.complaints') }).click()
    await expect(complaint).toBeVisible()
    await expectSoundPage(page)

    const his = await open('wss', desk)
    await his.goto('/today')
    await expect(his.locator('[data-duty="WSS-2.8"]').first()).toBeVisible()
    await his.goto('/follow-ups')
    await his.getByRole('tab', { name: say('care.tab.complaints') }).click()
    const answer = async (words: string) => {
      await his.locator('.care-card').filter({ hasText: `空调还是不凉 ${language}` }).getByRole('button', { name: say('care.answer'), exact: true }).click()
      await his.getByRole('dialog').locator('textarea[name=answer]').fill(words)
      await expectSoundPage(his)
      await his.getByRole('dialog').getByRole('button', { name: say('care.answer'), exact: true }).click()
      await expect(his.getByRole('dialog')).toHaveCount(0)
      await expect(complaint.getByText(words, { exact: false })).toBeVisible()
      await complaint.getByRole('button', { name: say('care.close'), exact: true }).click()
    }
    await answer('已查，未见异常')
    await tick(dialog.getByRole('radio', { name: say('care.satisfied.no'), exact: true }))
    await expect(dialog.getByRole('button', { name: say('care.close.no') })).toHaveAttribute('aria-disabled', 'true')
    await dialog.locator('textarea').fill('客户不认可，请再查')
    await dialog.getByRole('button', { name: say('care.close.no') }).click()
    await expect(complaint.getByText(say('care.returns', { count: 1 }))).toBeVisible()
    await answer('检漏补氟，已试车')
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say('care.close.yes') }).click()
    await expect(complaint).toHaveCount(0)
    await page.getByRole('checkbox').check()
    await expect(complaint.getByText(say('care.status.closed'), { exact: true })).toBeVisible()
    await page.getByRole('tab', { name: say('care.tab.scores') }).click()
    await expect(page.getByRole('table')).toBeVisible()
    await expectSoundPage(page)

    // What customers said is told to everybody: issued by whose duty it is, once a day, and who has read it stands there.
    await his.goto('/bulletins')
    const bulletin = (screen: Page) => screen.locator('.care-card').filter({ hasText: `空调检漏后复测温度 ${language}` })
    for (const again of [false, true]) {
      await his.getByRole('button', { name: say('care.issue'), exact: true }).first().click()
      await tick(his.getByRole('dialog').getByRole('radio', { name: say('care.bulletin.quality'), exact: true }))
      await his.getByRole('dialog').locator('textarea[name=bulletin-words]').fill(`空调检漏后复测温度 ${language}`)
      await expectSoundPage(his)
      await his.getByRole('dialog').getByRole('button', { name: say('care.issue'), exact: true }).click()
      await expect(again ? his.getByRole('dialog').getByRole('alert') : bulletin(his)).toBeVisible()
    }
    await page.goto('/bulletins')
    await bulletin(page).getByRole('button', { name: say('care.read'), exact: true }).click()
    await expect(bulletin(page).getByRole('button')).toHaveCount(0)
    await expectSoundPage(page)
    await page.context().close()
    await his.context().close()
  })
}

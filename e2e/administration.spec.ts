import { expect, test, type Page } from '@playwright/test'
import { withCamera } from './camera.ts'
import { desk, expectSoundPage, phone, signIn, type Language } from './people.ts'

const words = {
  'zh-CN': {
    staff: '员工与账号', add: '新增员工', name: '姓名', login: '账号', position: '洗车工 WSH', noted: '已记下', enter: '登录', password: '密码', change: '修改密码', present: '当前密码', next: /^新密码/, again: '再输一次',
    more: /更多操作/, leave: '办理离职', now: '立即', reason: '原因', left: '已办理离职', rights: '岗位权限', washer: '洗车工', right: '查看营业时间与工作日历', ask: /^提交变更/, changes: /变更记录/, alone: '单人变更', calendar: '营业与工作日历', access: '登录与平板', account: '我的账号', tie: '先修改密码',
  },
  en: {
    staff: 'Staff and accounts', add: 'Add person', name: 'Name', login: 'Login', position: 'Washer WSH', noted: 'I have noted them', enter: 'Sign in', password: 'Password', change: 'Change password', present: 'Present password', next: /^New password\s*\*?$/, again: 'New password again',
    more: /More actions/, leave: 'Record leaving', now: 'At once', reason: 'Reason', left: 'Leaving recorded', rights: 'Rights', washer: 'Washer', right: 'See opening hours and the working calendar', ask: /^Submit changes/, changes: /Changes/, alone: 'Made alone', calendar: 'Opening and calendar', access: 'Sign-in and tablets', account: 'My account', tie: 'Change your password first',
  },
} as const

const fill = async (page: Page, language: Language, first: string, own: string): Promise<void> => {
  const say = words[language]
  await page.getByLabel(say.present).fill(first)
  await page.locator('input[name=next]').fill(own)
  await page.locator('input[name=again]').fill(own)
  await page.getByRole('button', { name: say.change }).click()
}

for (const [language, viewport, login] of [['zh-CN', desk, 'newcomer.zh'], ['en', phone, 'newcomer.en']] as const) {
  test(`security adds a person, who changes the one-time password, and is out at once on leaving (${language}, ${String(viewport.width)} px)`, async ({ page, browser }) => {
    const say = words[language]
    await page.setViewportSize(viewport)
    await signIn(page, 'sec', language, '/staff')
    await expect(page.getByRole('heading', { name: say.staff })).toBeVisible()
    await expectSoundPage(page)
    await page.getByRole('button', { name: say.add }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say.name).fill('喻晨')
    await dialog.getByLabel(say.login).fill(login)
    await dialog.getByLabel(say.position).check()
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say.add }).click()
    const oneTime = await dialog.locator('code').innerText()
    expect(oneTime).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say.noted }).click()
    await expect(page.getByRole('heading', { name: '喻晨' })).toBeVisible()

    const other = await browser.newContext({ viewport, locale: language })
    const person = await other.newPage()
    await person.addInitScript((chosen) => { localStorage.setItem('gangwei.language', chosen) }, language)
    await person.goto('/')
    await person.locator('input[name=login]').fill(login)
    await person.locator('input[name=password]').fill(oneTime)
    await person.keyboard.press('Enter')
    await expect(person.getByText(say.tie).first()).toBeVisible()
    await expectSoundPage(person)
    await fill(person, language, oneTime, 'Kettle-7-window')
    await expect(person.getByRole('navigation').first()).toBeVisible()
    await person.goto('/my-account')
    await expect(person.getByRole('heading', { name: say.account })).toBeVisible()
    await expectSoundPage(person)

    await page.getByRole('button', { name: `喻晨 ${language === 'en' ? 'More actions' : '更多操作'}` }).click()
    await page.getByRole('menuitem', { name: say.leave }).click()
    await dialog.getByRole('radio', { name: say.now }).check()
    await dialog.getByLabel(say.reason).fill('合同到期')
    await expectSoundPage(page)
    await dialog.getByRole('button', { name: say.leave }).click()
    await expect(page.getByText(say.left).first()).toBeVisible()
    await person.reload()
    await expect(person.locator('input[name=login]')).toBeVisible()
    await other.close()
  })
}

test('a single administrator changes rights alone, marked, and the general manager takes note', async ({ page, browser }) => {
  const say = words['zh-CN']
  await signIn(page, 'sec', 'zh-CN', '/rights')
  await page.getByRole('button', { name: /^洗车工/ }).click()
  await page.getByLabel(say.right).check()
  await expectSoundPage(page)
  await page.getByRole('button', { name: say.ask }).click()
  await page.getByRole('dialog').getByLabel(say.reason).fill('看板需要')
  await expectSoundPage(page)
  await page.getByRole('dialog').getByRole('button', { name: say.ask }).click()
  await expect(page.getByText('已生效').first()).toBeVisible()
  const house = await browser.newContext({ locale: 'zh-CN' })
  const gm = await house.newPage()
  await signIn(gm, 'gm', 'zh-CN', '/rights')
  await gm.getByRole('tab', { name: say.changes }).click()
  await expect(gm.getByText('待总经理知悉').first()).toBeVisible()
  await expectSoundPage(gm)
  await gm.getByRole('button', { name: '知悉' }).first().click()
  await expect(gm.getByText(/已知悉/).first()).toBeVisible()
  await house.close()
})

for (const [language, viewport] of [['zh-CN', desk], ['en', phone]] as const) {
  test(`a tablet is enrolled and opened by badge; calendar and policy stand (${language}, ${String(viewport.width)} px)`, async ({ page, browser, baseURL }) => {
    const say = words[language]
    await page.setViewportSize(viewport)
    await signIn(page, 'sec', language, '/calendar')
    await expect(page.getByRole('heading', { name: say.calendar })).toBeVisible()
    await expectSoundPage(page)
    await page.getByRole('tab').nth(1).click()
    await expectSoundPage(page)
    await page.goto('/access')
    await expect(page.getByRole('heading', { name: say.access })).toBeVisible()
    await expectSoundPage(page)
    await page.getByRole('tab').nth(1).click()
    await page.locator('.k-page-actions button').click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('input').fill(`车间平板 ${language}`)
    await page.keyboard.press('Enter')
    const code = await dialog.locator('code').innerText()
    await dialog.getByRole('button', { name: say.noted }).click()
    await expectSoundPage(page)
    await page.goto('/staff')
    await page.getByRole('button', { name: /tec5/ }).click()
    await page.getByRole('button', { name: say.more }).last().click()
    await page.getByRole('menuitem', { name: language === 'en' ? 'Issue badge' : '制发工牌' }).click()
    await dialog.getByRole('button', { name: language === 'en' ? 'Issue badge' : '制发工牌' }).click()
    const badge = await dialog.getByText(/^GWB-/).innerText()
    const paper = await page.context().newPage()
    await paper.setContent(`<img width="130" src="${await dialog.locator('img').getAttribute('src') ?? ''}">`)
    const held = await paper.pdf({ width: '160px', height: '160px', pageRanges: '1' })
    await paper.close()
    await expectSoundPage(page)

    const place = await browser.newContext({ viewport, locale: language })
    const tablet = await place.newPage()
    await tablet.addInitScript((chosen) => { localStorage.setItem('gangwei.language', chosen) }, language)
    await tablet.goto('/')
    await tablet.getByRole('button', { name: language === 'en' ? 'Make this a shared tablet' : '登记为共用平板' }).click()
    await tablet.getByRole('dialog').locator('input').fill(code)
    await tablet.keyboard.press('Enter')
    await expect(tablet.getByRole('heading', { name: `车间平板 ${language}` })).toBeVisible()
    await expectSoundPage(tablet)
    await tablet.locator('input[name=badge]').fill(badge)
    await tablet.keyboard.press('Enter')
    await expect(tablet.getByRole('navigation').first()).toBeVisible()
    await tablet.getByRole('button', { name: language === 'en' ? /Me$/ : /我的$/ }).click()
    await tablet.getByRole('menuitem', { name: language === 'en' ? 'Somebody else' : '换人使用' }).click()
    await expect(tablet.getByRole('heading', { name: `车间平板 ${language}` })).toBeVisible()
    if (language === 'en') {
      const cookies = await place.cookies()
      await withCamera(held, { language, baseURL }, async (camera) => {
        await camera.context().addCookies(cookies)
        await camera.goto('/')
        await camera.getByRole('button', { name: 'Scan with the camera' }).click()
        await expect(camera.getByRole('navigation').first()).toBeVisible({ timeout: 20_000 })
      })
    }
    await place.close()
  })
}

import { expect, test } from '@playwright/test'
import { desk, expectSoundPage, phone, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

for (const [language, size, login] of [['zh-CN', desk, 'fds'], ['en', phone, 'b-fds']] as const) {
  test(`the front-desk supervisor audits the process of a car, and it counts on Today (${language}, ${String(size.width)} px)`, async ({ browser }) => {
    const say = wordsOf(language)
    const context = await browser.newContext({ viewport: size, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: language === 'en' ? 'dark' : 'light' })
    const page = await context.newPage()
    await signIn(page, login, language, '/process-audits')
    const next = page.getByRole('button', { name: say('duties.audit'), exact: true })
    await expect(next.or(page.getByText(say('duties.audit-none'))).first()).toBeVisible()
    await expectSoundPage(page)
    if (await next.count() === 0) return // just after midnight no car has come yet
    await next.first().click()
    const dialog = page.getByRole('dialog')
    const submit = dialog.getByRole('button', { name: say('duties.audit'), exact: true })
    await expect(submit).toHaveAttribute('aria-disabled', 'true')
    const points = dialog.locator('.check-point')
    for (const [index, point] of (await points.all()).entries()) await tick(point.getByRole('radio', { name: say(index === 1 ? 'duties.point.fail' : 'duties.point.pass'), exact: true }))
    await points.nth(1).getByRole('textbox').fill('没有当面套')
    await expectSoundPage(page)
    await submit.click()
    await expect(dialog).toHaveCount(0)
    await expect(page.locator('.duty-card').getByText(say('duties.audit-failed', { count: 1 }), { exact: true }).first()).toBeVisible()
    await page.reload()
    await expect(page.getByText('没有当面套').first()).toBeVisible()
    await expectSoundPage(page)
    await page.goto('/today')
    await expect(page.locator('[data-duty="FDS-2.5"]').first().getByText(/1\s*[／/]\s*3/)).toBeVisible()
    await context.close()
  })
}

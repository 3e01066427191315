import { expect, test } from '@playwright/test'
import { expectSoundPage, phone, signIn } from './people.ts'
import { wordsOf } from './words.ts'

test.use({ viewport: phone, locale: 'en' })

// The page says of itself what it was built from; here it says what one of before the upgrade would.
test('a page that was open before an upgrade says so, does nothing half, and works after it is loaded anew', async ({ page }) => {
  const say = wordsOf('en')
  await signIn(page, 'sad', 'en', '/repair-orders')
  await expect(page.getByRole('main')).toBeVisible()
  const mark = await page.locator('html').getAttribute('data-contract')
  expect(mark).toMatch(/^[0-9a-f]{12}$/)
  await page.evaluate(() => { document.documentElement.dataset['contract'] = 'of-before' })
  await page.evaluate(() => { window.dispatchEvent(new Event('focus')) })
  await page.getByRole('searchbox').first().fill('D7')
  await expect(page.getByText(say('web.outdated'))).toBeVisible()
  await expectSoundPage(page)
  await page.getByRole('button', { name: say('web.reload') }).click()
  await expect(page.getByText(say('web.outdated'))).toHaveCount(0)
  expect(await page.locator('html').getAttribute('data-contract')).toBe(mark)
  await expect(page.locator('.k-list-row').first()).toBeVisible()
})

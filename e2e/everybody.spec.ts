import { expect, test, type Page } from '@playwright/test'
import { desk, expectSoundPage, phone, signIn } from './people.ts'

// Who has no hand on the car of one-car.spec.ts still has a screen of his own: every page of everybody's navigation opens, in both languages and sizes.
const logins = ['gm', 'stm', 'inf', 'tsu', 'mtl', 'btl', 'ppl', 'wcl', 'ins', 'ccc', 'rnw', 'sal', 'wsh', 'acb', 'drv', 'adm', 'sys', 'sec', 'aud'] as const

/** As a link in the page does: nothing is loaded anew. A phone's navigation does not show all links. */
async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    document.querySelector('h1')?.setAttribute('data-left', '')
    history.pushState({}, '', to)
  }, path)
  await expect(page.locator('h1:not([data-left])').first()).toBeVisible()
}

for (const [language, viewport] of [['zh-CN', desk], ['en', phone]] as const) {
  const seen = new Set<string>()
  for (const login of logins) {
    test(`${login} signs in and opens each page of the navigation (${language}, ${String(viewport.width)} px)`, async ({ page }) => {
      test.setTimeout(180_000) // a page takes a second or two; a navigation has thirty
      await page.setViewportSize(desk) // a phone shows the first few pages of the navigation; all of them have to open on it
      await signIn(page, login, language)
      const pages = await page.getByRole('navigation').getByRole('link').evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
      await page.setViewportSize(viewport)
      for (const path of [new URL(page.url()).pathname, ...pages].filter((each) => !seen.has(each))) {
        seen.add(path)
        if (path !== new URL(page.url()).pathname) await follow(page, path)
        await expect(page.locator('.k-skeleton')).toHaveCount(0) // judged with what it shows
        await expect(page.getByRole('alert')).toHaveCount(0)
        await expectSoundPage(page)
      }
    })
  }
}

import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export type Language = 'zh-CN' | 'en'

/** Signs a position in as the start window says. */
export async function signIn(page: Page, login: string, language: Language = 'zh-CN'): Promise<void> {
  await page.addInitScript((chosen) => { localStorage.setItem('gangwei.language', chosen) }, language)
  await page.goto('/')
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill('gangwei-demo')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** Somebody signs on the pad that is shown last. */
export async function sign(page: Page): Promise<void> {
  const pad = page.locator('canvas').last()
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('no signature pad')
  await page.mouse.move(box.x + 20, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + 90, box.y + 80, { steps: 5 })
  await page.mouse.move(box.x + 160, box.y + 30, { steps: 5 })
  await page.mouse.up()
}

/** No serious or critical finding of axe, and nothing cut off or wider than its box. */
export async function expectSoundPage(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  const cut = await page.evaluate(() => [...document.querySelectorAll('main *, header *, dialog *')].filter((element) => {
    const { overflowX } = getComputedStyle(element)
    return overflowX === 'visible' && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && !element.closest('table, [data-scrolls]')
  }).map((element) => `${element.tagName}.${element.className}`).slice(0, 5))
  expect(cut).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1)).toBe(true)
}

export const phone = { width: 390, height: 844 }
export const desk = { width: 1440, height: 900 }

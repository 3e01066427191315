import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import type { Language } from '../src/kernel/texts.ts'
import { wordsOf } from './words.ts'

export type { Language }

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Watched = Window & { breaches?: string[] }
type Axe = { run(context: Document, options: object): Promise<{ violations: { id: string; impact: string | null; nodes: { html: string }[] }[] }> }

/** Signs a position in. Without `to` by the form, as the start window says, onto everybody's first page; with `to` the session is asked for directly and that page opens at once. */
export async function signIn(page: Page, login: string, language: Language = 'zh-CN', to?: string): Promise<void> {
  await page.addInitScript((chosen) => {
    localStorage.setItem('gangwei.language', chosen)
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => { (window as Watched).breaches = [...(window as Watched).breaches ?? [], `${violatedDirective} ${blockedURI}`] })
  }, language)
  if (to === undefined) {
    await page.goto('/')
    await page.locator('input[name=login]').fill(login)
    await page.locator('input[name=password]').fill('gangwei-demo')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation').first()).toBeVisible()
  } else {
    expect((await page.request.post('/api/session', { data: { login, password: 'gangwei-demo' } })).ok()).toBe(true)
    await page.goto(to)
  }
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible() // the page itself comes a moment after its frame
}

type Done = { readonly [name: string]: unknown; readonly id: string }

/** A deed by the API, as the person whose page it is; what a journey needs before its own part. */
export async function doDeed(by: Pick<Page, 'request'>, path: string, data: object = {}): Promise<Done> {
  const answer = await by.request.post(`/api${path}`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })
  expect([path, answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([path, 200, ''])
  return await answer.json() as Done
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

/** A choice lies hidden under its label: what a finger meets is the label, once it stands still; what came late may have pushed it away meanwhile. */
export async function tick(choice: Locator): Promise<void> {
  await expect(async () => {
    if (!await choice.isChecked()) await choice.locator('xpath=ancestor::label[1]').click({ timeout: 2_000 })
    await expect(choice).toBeChecked({ timeout: 1_000 })
  }).toPass({ timeout: 15_000 })
}

/** No serious or critical finding of axe, nothing cut off or wider than its box, and nothing tried that the page's policy forbids. */
export async function expectSoundPage(page: Page): Promise<void> {
  await expect(page.locator('[data-filling]')).toHaveCount(0)
  // A button that just became usable is still changing its colour; what is judged is what stays.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity).map(({ finished }) => finished)))
  // In the page itself, and put there once: bringing axe anew for each look costs more than the look. Without its own reading of style sheets: of one that is just coming it makes a copy, which the page's policy forbids.
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axeSource)
  const grave = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, { resultTypes: ['violations'], preload: false })
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html])
  })
  expect(grave).toEqual([])
  expect(await page.evaluate(() => (window as Watched).breaches ?? [])).toEqual([])
  const cut = await page.evaluate(() => [...document.querySelectorAll('main *, header *, dialog *')].filter((element) => {
    const { overflowX } = getComputedStyle(element)
    return overflowX === 'visible' && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && !element.closest('table, [data-scrolls]')
  }).map((element) => `${element.tagName}.${element.className}`).slice(0, 5))
  expect(cut).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1)).toBe(true)
}

export const phone = { width: 390, height: 844 }
export const desk = { width: 1440, height: 900 }

/** A screen of somebody's own at this page: Chinese at a light desk, English on a dark phone, so that one story sees both. */
export async function openAs(browser: Browser, login: string, language: Language, to: string): Promise<Page> {
  const atDesk = language === 'zh-CN'
  const context = await browser.newContext({ viewport: atDesk ? desk : phone, locale: language, timezoneId: 'Asia/Shanghai', colorScheme: atDesk ? 'light' : 'dark' })
  const page = await context.newPage()
  await signIn(page, login, language, to)
  return page
}

/** The till of the day is open: opened by whoever came first, by us where nobody did. */
export async function openTill(page: Page, language: Language = 'zh-CN'): Promise<void> {
  const say = wordsOf(language)
  await page.goto('/cashier')
  const closed = page.getByRole('button', { name: say('settlement.open-till') })
  await expect(closed.or(page.getByText(say('settlement.till-is-open')))).toBeVisible()
  if (!await closed.isVisible()) return
  await closed.click()
  await page.locator('input[name=float]').fill('500')
  await page.getByRole('dialog').getByRole('button', { name: say('settlement.open-till') }).click()
  await expect(page.getByText(say('settlement.till-is-open')).or(page.getByRole('dialog').getByRole('alert'))).toBeVisible()
  if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape') // another cashier was faster
}

/** The order on the page is settled: the sums per payer are looked at, Enter confirms. */
export async function settle(page: Page, language: Language = 'zh-CN'): Promise<void> {
  const say = wordsOf(language)
  await page.getByRole('button', { name: say('settlement.settle'), exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: say('settlement.settle'), exact: true })).toBeFocused()
  await expectSoundPage(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** The plate of a journey's own car, 沪A·D7…; a journey tried once more brings another car, since the first one may still stand in the house. */
export const ownPlate = (plate: string): string => test.info().retry === 0 ? plate : plate.replace('D7', 'E7')

/** A car that some journey brought: it is in that journey's hands. */
export const journeysCar = /沪A·[DE]7/u

/** Rows of a list that say this, without the cars that other journeys brought and work at beside this one. */
export const demoRows = (page: Page, says: string | RegExp): Locator => page.locator('.k-list-row').filter({ hasText: says, hasNotText: journeysCar })

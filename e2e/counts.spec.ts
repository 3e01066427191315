import { expect, test, type Page } from '@playwright/test'
import type { Language } from '../src/kernel/texts.ts'
import { expectSoundPage, openAs, tick } from './people.ts'
import { wordsOf } from './words.ts'

type Bin = { placeId: string; bin: string }
type Shelf = { partId: string; number: string }

// Planned and decided at the desk in Chinese, counted at the shelves on an English phone.
test('a rolling count: counted blind on the phone, recounted by another, explained, refused and approved by finance, adjusted, reversed', async ({ browser }) => {
  test.setTimeout(120_000)
  const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')]
  const open = (login: string, language: Language, to: string) => openAs(browser, login, language, to)
  const supervisor = await open('pts', 'zh-CN', '/counts')
  await supervisor.getByRole('button', { name: zh('counts.more-deeds') }).click()
  await supervisor.getByRole('menuitem', { name: zh('counts.settings') }).click()
  await supervisor.locator('input[name=lines-a-day]').fill('2')
  await supervisor.getByRole('dialog').getByRole('button', { name: zh('counts.save') }).click()
  await expect(supervisor.getByRole('dialog')).toHaveCount(0)
  await supervisor.getByRole('button', { name: zh('counts.plan-rolling'), exact: true }).click()
  await expect(supervisor.locator('.counts-proposal li')).toHaveCount(2)
  await expectSoundPage(supervisor)
  await supervisor.getByRole('dialog').getByRole('button', { name: zh('counts.plan'), exact: true }).click()
  await expect(supervisor).toHaveURL(/\/counts\/[0-9a-f-]{36}$/)
  const countId = supervisor.url().split('/').at(-1) ?? ''
  await supervisor.getByRole('button', { name: zh('counts.start') }).click()
  await expect(supervisor.getByText(zh('counts.still-blind-hint'))).toBeVisible()

  // What lies there, known to the test alone: the phone never says it.
  const shelves: (Bin & Shelf & { here: number })[] = []
  for (const { placeId, bin } of ((await (await supervisor.request.get(`/api/counts/${countId}/bins`)).json()) as { rows: Bin[] }).rows) {
    for (const { partId, number } of ((await (await supervisor.request.get(`/api/counts/${countId}/bins/${placeId}`)).json()) as { rows: Shelf[] }).rows) {
      const { lots } = (await (await supervisor.request.get(`/api/stock/${partId}`)).json()) as { lots: { placeId: string; here: number }[] }
      shelves.push({ placeId, bin, partId, number, here: lots.filter((lot) => lot.placeId === placeId).reduce((sum, { here }) => sum + here, 0) })
    }
  }
  const [wrong, right] = shelves
  if (wrong === undefined || right === undefined) throw new Error('nothing to count')

  const keeper = await open('whk', 'en', '/counting')
  // A scanner is faster than the network: the part is read before its bin is answered.
  const codeOf = (address: string): string | null => (new URL(address).pathname.endsWith(`/counts/${countId}/code`) ? new URL(address).searchParams.get('code') : null)
  await keeper.route((address) => shelves.some(({ bin }) => codeOf(address.href) === bin), async (route) => {
    await new Promise((resolve) => { setTimeout(resolve, 300) })
    await route.continue()
  })
  const count = async (page: Page, shelf: typeof wrong, pieces: number): Promise<void> => {
    const answers = [shelf.bin, shelf.number].map((code) => page.waitForResponse((answer) => codeOf(answer.url()) === code))
    await page.locator('input[name=scan]').fill(shelf.bin)
    await page.keyboard.press('Enter')
    await page.locator('input[name=scan]').fill(shelf.number)
    await page.keyboard.press('Enter')
    await Promise.all(answers)
    const line = page.locator('.counting-line[data-scanned]').filter({ hasText: shelf.number })
    await line.locator('input[name=quantity]').fill(String(pieces / 1_000))
    await line.getByRole('button', { name: en('counts.enter'), exact: true }).click()
    await expect(page.getByText(en('counts.entered', { part: shelf.number })).first()).toBeVisible()
  }
  await keeper.locator('.counting-bin').filter({ hasText: en('counts.status.counting') }).click()
  await keeper.locator('input[name=scan]').fill('NOWHERE-1')
  await keeper.keyboard.press('Enter')
  await expect(keeper.getByText(en('counts.code-unknown', { code: 'NOWHERE-1' }))).toBeVisible()
  await count(keeper, wrong, wrong.here + 6_000)
  await expectSoundPage(keeper)
  await keeper.reload()
  await count(keeper, right, right.here)
  await supervisor.getByRole('button', { name: zh('counts.finish') }).click()
  await supervisor.getByRole('dialog').getByRole('button', { name: zh('counts.finish') }).click()
  await expect(supervisor.getByText(zh('counts.status.recounting'), { exact: true }).first()).toBeVisible()

  // Who counted it cannot recount it; the planner can, and finds the same.
  await keeper.locator('input[name=scan]').fill(wrong.bin)
  await keeper.keyboard.press('Enter')
  await expect(keeper.getByText(en('counts.line-recount'), { exact: true })).toBeVisible()
  await expect(keeper.locator('input[name=quantity]')).toHaveCount(0)
  const planner = await open('ppl', 'en', `/counting/${countId}`)
  await count(planner, wrong, wrong.here + 6_000)
  await supervisor.getByRole('button', { name: zh('counts.finish') }).click()
  await supervisor.getByRole('dialog').getByRole('button', { name: zh('counts.finish') }).click()
  const submit = supervisor.getByRole('button', { name: zh('counts.submit') })
  await expect(submit).toHaveAttribute('aria-disabled', 'true')
  await expectSoundPage(supervisor)
  await supervisor.locator('.counts-line').getByRole('button', { name: zh('counts.explain') }).click()
  await tick(supervisor.getByRole('dialog').getByRole('radio', { name: zh('counts.reason.not-booked') }))
  await supervisor.locator('textarea[name=words]').fill('到货未入账')
  await supervisor.getByRole('dialog').getByRole('button', { name: zh('counts.explain') }).click()
  await expect(supervisor.getByRole('dialog')).toHaveCount(0)

  const finance = await open('fin', 'zh-CN', '/approvals')
  const send = async (): Promise<void> => {
    await submit.click()
    await supervisor.getByRole('dialog').getByRole('button', { name: zh('counts.submit') }).click()
    await expect(supervisor.getByText(zh('counts.status.explained'), { exact: true }).first()).toBeVisible()
  }
  const request = finance.locator('.approval').filter({ hasText: zh('approvals.kind.count-differences') })
  await send()
  await expect(request.getByText(zh('approvals.count-found'), { exact: true })).toBeVisible()
  await request.getByRole('button', { name: zh('approvals.refuse') }).click()
  await finance.getByRole('dialog').locator('textarea').fill('请附到货单号')
  await finance.getByRole('dialog').getByRole('button', { name: zh('approvals.refuse') }).click()
  await expect(supervisor.getByText(zh('counts.status.explaining'), { exact: true }).first()).toBeVisible()
  await send()
  await expect(request).toBeVisible()
  await expectSoundPage(finance)
  await request.getByRole('button', { name: zh('approvals.approve') }).click()
  await finance.getByRole('dialog').getByRole('button', { name: zh('approvals.approve') }).click()
  await expect(request).toHaveCount(0)

  await planner.goto(`/counts/${countId}`)
  await planner.getByRole('button', { name: en('counts.adjust') }).click()
  await planner.getByRole('dialog').getByRole('button', { name: en('counts.adjust') }).click()
  await expect(planner.getByText(en('counts.status.adjusted'), { exact: true }).first()).toBeVisible()
  await expectSoundPage(planner)
  await supervisor.getByRole('article').getByRole('button', { name: zh('counts.more-deeds') }).click()
  await supervisor.getByRole('menuitem', { name: zh('counts.reverse') }).click()
  await supervisor.getByRole('dialog').locator('textarea').fill('货是别店的')
  await supervisor.getByRole('dialog').getByRole('button', { name: zh('counts.reverse') }).click()
  await expect(planner.getByText(en('counts.status.reversed'), { exact: true }).first()).toBeVisible() // on the other screen too

  // A full count: its briefing is read on the phone before the day, and stands as read on the other screen; this one is called off.
  await supervisor.getByRole('button', { name: zh('counts.plan-full') }).click()
  await tick(supervisor.locator('input[name=counter-WHK]').first())
  await supervisor.getByRole('dialog').getByRole('button', { name: zh('counts.plan'), exact: true }).click()
  await expect(supervisor.getByText(zh('counts.counter-unread'))).toBeVisible()
  await keeper.goto('/counting')
  await keeper.locator('.counting-bin').filter({ hasText: en('counts.status.planned') }).click()
  await keeper.getByRole('button', { name: en('counts.read') }).click()
  await expect(supervisor.getByText(zh('counts.counter-read'))).toBeVisible()
  await expectSoundPage(keeper)
  await supervisor.getByRole('article').getByRole('button', { name: zh('counts.more-deeds') }).click()
  await supervisor.getByRole('menuitem', { name: zh('counts.cancel') }).click()
  await supervisor.getByRole('dialog').locator('textarea').fill('改期')
  await supervisor.getByRole('dialog').getByRole('button', { name: zh('counts.cancel') }).click()
  await expect(supervisor.getByRole('dialog')).toHaveCount(0)

  await supervisor.getByRole('tab', { name: zh('counts.tab.accuracy') }).click()
  await expect(supervisor.getByRole('table').first()).toBeVisible()
  await expectSoundPage(supervisor)
})

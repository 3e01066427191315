import { expect, test, type Page } from '@playwright/test'
import { addDays, localDay } from '../src/kernel/time.ts'
import { expectSoundPage, openAs, tick } from './people.ts'
import { wordsOf } from './words.ts'

// The small store has one mechanical team; its manager makes a second one at the desk in Chinese, the foreman sees it on an English phone.
test('teams: a second mechanical team, a technician moved and taken back, seen live, and on the duty board (zh 1440 px, en 390 px)', async ({ browser }) => {
  const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')]
  const manager = await openAs(browser, 'b-stm', 'zh-CN', '/teams')
  const foreman = await openAs(browser, 'b-wss', 'en', '/teams')
  const tail = String(Date.now() % 100_000)
  const [nameZh, nameEn] = [`机电二组${tail}`, `Mechanics 2 ${tail}`]
  const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })
  const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
  const press = (page: Page, key: Parameters<typeof zh>[0]) => page.getByRole('dialog').getByRole('button', { name: zh(key), exact: true }).click()
  const dialog = manager.getByRole('dialog')
  const today = localDay(new Date(), 'Asia/Shanghai')
  await expectSoundPage(manager)
  await picture(manager, 'teams')

  await manager.getByRole('button', { name: zh('teams.make') }).click()
  await dialog.locator('input[name=nameZh]').fill('机电一组')
  await dialog.locator('input[name=nameEn]').fill(nameEn)
  await expect(dialog.locator('.k-notice').getByText(zh('teams.name-taken', { nameZh: '机电一组', nameEn: 'Mechanics 1' }))).toBeVisible()
  await dialog.locator('input[name=nameZh]').fill(nameZh)
  const leader = await dialog.locator('select[name=leader] option').filter({ hasText: '技师' }).last().getAttribute('value') ?? ''
  await dialog.locator('select[name=leader]').selectOption(leader)
  await expectSoundPage(manager)
  await press(manager, 'teams.make')
  await expect(card(manager, nameZh)).toBeVisible()
  await expect(card(foreman, nameEn)).toBeVisible() // without being asked

  const mechanics = card(manager, '机电一组')
  const person = (await mechanics.getByRole('listitem').filter({ hasText: '技师' }).last().locator('strong').textContent()) ?? ''
  const move = async (from: string): Promise<void> => {
    await card(manager, from).getByRole('button', { name: `${zh('teams.moves')} ${person}` }).click()
  }
  await move('机电一组')
  const yesterday = addDays(today, -1)
  await dialog.locator('select[name=team]').selectOption({ label: nameZh })
  await dialog.locator('input[name=from]').fill(yesterday)
  await expect(dialog.locator('.k-notice').getByText(zh('teams.in-the-past', { from: yesterday, today }))).toBeVisible()
  await expectSoundPage(manager)
  await picture(manager, 'refused')
  await dialog.locator('input[name=from]').fill(today)
  await press(manager, 'teams.move')
  await expect(card(manager, nameZh).getByText(person).first()).toBeVisible()
  await expect(card(foreman, nameEn).getByText(person).first()).toBeVisible()
  await expectSoundPage(foreman)
  await picture(foreman, 'teams-phone')

  await manager.reload()
  await move(nameZh)
  await dialog.locator('select[name=team]').selectOption({ label: '机电一组' })
  await press(manager, 'teams.move')
  await expect(mechanics.getByText(person)).toBeVisible()
  await expect(card(foreman, nameEn).getByText(en('teams.no-members'))).toBeVisible()
  await card(foreman, nameEn).getByRole('button', { name: en('teams.more') }).click()
  await foreman.getByRole('menuitem', { name: en('teams.history') }).click()
  await expect(foreman.getByRole('dialog').getByText(en('teams.never'))).toBeVisible()
  await expect(foreman.getByRole('button', { name: en('teams.add') })).toHaveCount(0) // he only looks

  await manager.goto('/duty-board')
  await tick(manager.getByRole('radio', { name: zh('duties.board.span.last-week') }))
  await tick(manager.getByRole('radio', { name: zh('duties.board.by.team') }))
  await expect(manager.getByRole('row').filter({ hasText: zh('duties.board.no-team') })).toBeVisible()
  await picture(manager, 'board')
  await manager.getByRole('row').filter({ hasText: '前台组' }).click()
  await expect(dialog).toBeVisible()
  await expectSoundPage(manager)
})

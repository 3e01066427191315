import { expect, test } from '@playwright/test'
import { desk, expectSoundPage, phone, signIn, tick } from './people.ts'
import { wordsOf } from './words.ts'

const manual = (more: string) => `position: INF
duties:
- {id: OWN-1.1, zh: 巡视展示墙, en: Walk along the notice wall, when: FREQ=YEARLY, proof: "check(notice-wall)", watch: [SAD]}
${more}`

test("the station manager adds a checklist, takes a manual of the house's own after its bad row is corrected, and switches it off; a list is signed by phone (zh desk, en phone)", async ({ browser }) => {
  test.setTimeout(90_000)
  const zh = wordsOf('zh-CN')
  const context = await browser.newContext({ viewport: desk, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  const dialog = page.getByRole('dialog')
  await signIn(page, 'stm', 'zh-CN', '/checklists')
  await page.getByRole('button', { name: zh('duties.checklist.add') }).click()
  const save = dialog.getByRole('button', { name: zh('duties.checklist.save') })
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  for (const [name, words] of [['code', 'notice-wall'], ['list-zh', '展示墙巡视'], ['list-en', 'Notice wall'], ['zh-1', '通报在有效期内'], ['en-1', 'Bulletins in force']] as const) await dialog.locator(`input[name=${name}]`).fill(words)
  await dialog.locator('textarea[name=reason]').fill('本店要求')
  await expectSoundPage(page)
  await save.click()
  await expect(dialog).toHaveCount(0)

  // A duty without a file: refused, it says so where the eye is, however far down its dialog the button stands.
  await page.goto('/manual')
  await page.getByRole('button', { name: zh('duties.own.add') }).click()
  for (const [name, words] of [['zh', '巡视茶水间'], ['since', '2026-01-05'], ['proof-zh', '巡视情况']] as const) await dialog.locator(`input[name=${name}]`).fill(words)
  await dialog.locator('select[name=position]').selectOption('INF')
  await dialog.locator('textarea[name=reason]').fill('本店要求')
  await dialog.getByRole('button', { name: zh('duties.own.add') }).click()
  await expect(dialog.getByRole('alert')).toHaveText(zh('duties.own.day-past'))
  await expect(dialog.getByRole('alert')).toBeInViewport()

  // The file is looked at: the bad cell says what is wrong; the good row is taken, the same file again changes nothing.
  await page.goto('/own-manuals')
  const send = async (first: boolean, content: string) => {
    await page.getByRole('button', { name: zh(first ? 'duties.pack.new' : 'duties.pack.next') }).click()
    if (first) for (const [name, words] of [['code', 'own'], ['zh', '本店手册'], ['en', 'Own manual']] as const) await dialog.locator(`input[name=${name}]`).fill(words)
    await dialog.locator('input[type=file]').setInputFiles({ name: 'own.yaml', mimeType: 'text/yaml', buffer: Buffer.from(content) })
    await dialog.getByRole('button', { name: zh('duties.pack.look') }).click()
  }
  await send(true, manual('- {id: SAD-2.1, zh: 甲, en: a, when: sometimes, proof: record}'))
  await expect(dialog.getByText(zh('duties.file.id-ships', { id: 'SAD-2.1' }), { exact: false })).toBeVisible()
  await expectSoundPage(page)
  await dialog.getByRole('button', { name: zh('duties.pack.take', { count: 1 }) }).click()
  await expect(dialog).toHaveCount(0)
  const card = page.locator('[data-pack=OWN]')
  await expect(card.getByText(zh('duties.pack.edition', { edition: 1, count: 1 }))).toBeVisible()
  await page.reload()
  await send(false, manual(''))
  await expect(dialog.getByText(zh('duties.file.nothing-new')).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expectSoundPage(page)

  // Whose duty it is signs the list by phone; a failure becomes a task.
  const hers = await (await browser.newContext({ viewport: phone, locale: 'en', timezoneId: 'Asia/Shanghai', colorScheme: 'dark' })).newPage()
  const en = wordsOf('en')
  await signIn(hers, 'inf', 'en', '/today')
  const duty = hers.locator('.duty-card[data-duty="OWN-1.1"]')
  await duty.getByRole('button', { name: en('duties.check') }).click()
  await tick(hers.getByRole('dialog').getByRole('radio', { name: en('duties.point.fail'), exact: true }))
  await hers.getByRole('dialog').getByRole('textbox').fill('one is out of date')
  await expectSoundPage(hers)
  await hers.getByRole('dialog').getByRole('button', { name: en('duties.sign') }).click()
  await expect(hers.getByText('one is out of date').first()).toBeVisible()

  // The failure stands in the trend of its part of the house, and of its list; the manual goes as a whole.
  await page.goto('/checklists?tab=trend')
  await expect(page.getByRole('table', { name: '全店' }).getByText('通报在有效期内 · 展示墙巡视')).toBeVisible()
  await tick(page.getByRole('radio', { name: zh('duties.trend.by.checklist') }))
  await page.getByRole('table', { name: '展示墙巡视' }).getByText('通报在有效期内').click()
  await expect(dialog.getByText('one is out of date')).toBeVisible()
  await expectSoundPage(page)
  await page.goto('/own-manuals')
  await card.getByRole('button', { name: zh('duties.pack.switch-off') }).click()
  await dialog.getByRole('textbox').fill('试行结束')
  await dialog.getByRole('button', { name: zh('duties.pack.switch-off') }).click()
  await expect(card.getByText(zh('duties.pack.off'), { exact: true })).toBeVisible()
})

import { expect, test, type Page } from '@playwright/test'
import { expectSoundPage, openAs, tick } from './people.ts'
import { wordsOf } from './words.ts'

// A customer of its own, known by a phone and a complaint. Asked for at the desk in Chinese, approved and read on an English phone.
test('privacy: who saw it is listed, a copy goes out, a deletion is refused with its reason, taken back, asked for again and done by two persons', async ({ browser }) => {
  const [zh, en] = [wordsOf('zh-CN'), wordsOf('en')]
  const post = async (page: Page, path: string, data: object = {}): Promise<{ id: string }> => {
    const answer = await page.request.post(`/api${path}`, { headers: { 'Idempotency-Key': crypto.randomUUID() }, data })
    expect(answer.status(), `${path} ${await answer.text()}`).toBe(200)
    return (await answer.json()) as { id: string }
  }
  const manager = await openAs(browser, 'stm', 'zh-CN', '/customers')
  const tail = String(Date.now() % 100_000).padStart(5, '0')
  const [name, phone] = [`隐私客${tail}`, `199001${tail}`]
  const { id } = await post(manager, '/customers', { kind: 'person', name, phone, address: '示例路 8 号' })
  await post(manager, `/customers/${id}/reveal-phone`)
  const complaint = await post(manager, '/complaints', { plate: '沪A·D76001', customerName: name, phone, kind: 'service', words: `等了很久没有人 ${tail}` })

  await manager.goto(`/customers/${id}`)
  await manager.getByRole('button', { name: zh('privacy.open') }).click()
  const sheet = manager.getByRole('article', { name })
  const seen = sheet.getByRole('list', { name: zh('privacy.seen') })
  await expect(seen.getByText(zh('privacy.how.revealed'), { exact: true })).toBeVisible()
  await expect(sheet.getByText(/投诉 CP-.* 尚未关闭/)).toBeVisible()
  await expectSoundPage(manager)

  const dialog = manager.getByRole('dialog')
  const fill = async () => {
    await dialog.locator('input[name=demanded-by]').fill('本人')
    await dialog.locator('input[name=identified-by]').fill('核对身份证原件')
    await dialog.locator('textarea[name=reason]').fill('客户书面要求')
  }
  await sheet.getByRole('button', { name: zh('privacy.export') }).click()
  await expect(dialog.getByRole('button', { name: zh('privacy.export') })).toHaveAttribute('aria-disabled', 'true')
  await fill()
  await expectSoundPage(manager)
  await dialog.getByRole('button', { name: zh('privacy.export') }).click()
  const saved = manager.waitForEvent('download')
  await dialog.getByRole('button', { name: zh('privacy.save-xlsx') }).click()
  expect((await saved).suggestedFilename()).toMatch(/^个人信息 SH1 .*\.xlsx$/)
  await manager.keyboard.press('Escape')
  await expect(seen.getByText(zh('privacy.how.exported'), { exact: true })).toBeVisible()

  const erase = sheet.getByRole('button', { name: zh('privacy.erase') })
  await erase.click()
  await fill()
  await dialog.getByRole('button', { name: zh('privacy.erase') }).click()
  await expect(dialog.getByRole('alert')).toContainText('尚未关闭')
  const care = await openAs(browser, 'ccc', 'zh-CN', '/follow-ups')
  await post(manager, `/complaints/${complaint.id}/answer`, { version: 1, answer: '已致歉' })
  await post(care, `/complaints/${complaint.id}/close`, { version: 2, content: true })
  await care.context().close()
  await dialog.getByRole('button', { name: zh('privacy.erase') }).click()
  await expect(dialog).toHaveCount(0)

  // Taken back by who asked, and asked for once more.
  const waits = sheet.getByText(zh('privacy.waiting'), { exact: true })
  await expect(waits).toBeVisible()
  await manager.goto('/approvals')
  await tick(manager.getByRole('radio', { name: zh('approvals.mine') }))
  const own = manager.getByRole('article', { name: new RegExp(zh('approvals.kind.erasure')) }).filter({ has: manager.getByRole('button', { name: zh('approvals.withdraw') }) }).filter({ hasText: '隐*' }).first()
  await own.getByRole('button', { name: zh('approvals.withdraw') }).click()
  await dialog.getByRole('button', { name: zh('approvals.withdraw') }).click()
  await expect(dialog).toHaveCount(0)
  await manager.goto(`/personal-data/${id}`)
  await expect(waits).toHaveCount(0)
  await erase.click()
  await fill()
  await dialog.getByRole('button', { name: zh('privacy.erase') }).click()
  await expect(waits).toBeVisible()
  await manager.reload()
  await expect(erase).toHaveAttribute('aria-disabled', 'true')

  const general = await openAs(browser, 'gm', 'en', '/approvals')
  const request = general.getByRole('article', { name: new RegExp(en('approvals.kind.erasure')) }).filter({ hasText: '隐*' }).filter({ has: general.getByRole('button', { name: en('approvals.approve') }) }).first()
  await request.getByRole('button', { name: en('approvals.approve'), exact: true }).click()
  await expectSoundPage(general)
  await general.getByRole('dialog').getByRole('button', { name: en('approvals.approve'), exact: true }).click()
  await expect(general.getByRole('dialog')).toHaveCount(0)
  await general.goto('/personal-data-erasures')
  await expect(general.getByRole('listitem').filter({ hasText: en('privacy.status.done') }).first()).toBeVisible()
  await expectSoundPage(general)
  await general.getByRole('tab', { name: en('privacy.tab.terms') }).click()
  await expect(general.locator('input[name=invoice-years]')).toHaveValue('10')
  await expectSoundPage(general)
  await general.context().close()

  await manager.goto(`/customers/${id}`)
  await manager.reload()
  await expect(manager.getByRole('heading', { name: /^匿名[0-9A-F]{6}$/ })).toBeVisible()
  await expect(manager.getByText(zh('privacy.erased')).first()).toBeVisible()
  expect(await manager.locator('main').innerText()).not.toContain(name)
  await expectSoundPage(manager)
  await manager.context().close()

  const auditor = await openAs(browser, 'aud', 'en', `/personal-data/${id}`)
  const list = auditor.getByRole('list', { name: en('privacy.seen') })
  for (const how of ['privacy.how.erased', 'privacy.how.exported', 'privacy.how.revealed'] as const) await expect(list.getByText(en(how), { exact: true }).first()).toBeVisible()
  await expect(auditor.getByRole('button', { name: en('privacy.export') })).toHaveCount(0)
  await expectSoundPage(auditor)
  await auditor.context().close()
})

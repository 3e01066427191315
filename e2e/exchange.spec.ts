import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { desk, expectSoundPage, phone, signIn } from './people.ts'

const words = {
  'zh-CN': { page: '导入导出', fresh: '导入新文件', choose: '选择文件', run: /^导入 \d+ 行$/, finding: '不是数字。', result: /新增 \d+ 行，更新 \d+ 行/, same: '没有写入任何内容', none: /^导入 0 行$/, exporting: '导出', csv: '导出 CSV', template: '下载模板', unreadable: '这不是表格文件' },
  en: { page: 'Import & export', fresh: 'Import a file', choose: 'Choose a file', run: /^Import \d+ rows?$/, finding: 'This is no number.', result: /\d+ new, \d+ changed/, same: 'nothing was written', none: /^Import 0 rows$/, exporting: 'Export', csv: 'CSV', template: 'Template', unreadable: 'This is no table' },
} as const

for (const [language, viewport, prefix] of [['zh-CN', desk, 'E2EA'], ['en', phone, 'E2EB']] as const) {
  test(`a parts supervisor brings a list in and takes it out (${language}, ${String(viewport.width)} px)`, async ({ page }) => {
    const say = words[language]
    const list = (name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`零件号,零件名称,计量单位,零售价\n${prefix}-1,测试件一,个,12.50\n${prefix}-2,测试件二,个,面议\n`) })
    await page.setViewportSize(viewport)
    await signIn(page, 'pts', language, '/exchange')
    await expect(page.getByRole('heading', { name: say.page })).toBeVisible()
    await expectSoundPage(page)
    await page.getByRole('button', { name: say.fresh }).click()
    const template = page.waitForEvent('download')
    await page.getByRole('link', { name: say.template }).click()
    expect((await template).suggestedFilename()).toMatch(/\.xlsx$/)

    await page.getByLabel(say.choose).setInputFiles({ name: 'wrong.xlsx', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
    await expect(page.getByText(say.unreadable).first()).toBeVisible()
    await expectSoundPage(page)
    await page.getByRole('button', { name: say.fresh }).click()
    await page.getByLabel(say.choose).setInputFiles(list('first.csv'))
    await expect(page.getByText(say.finding).first()).toBeVisible()
    await expectSoundPage(page)
    await page.getByRole('button', { name: say.run }).click()
    await expect(page.getByText(say.result).first()).toBeVisible()
    await expectSoundPage(page)

    await page.getByRole('button', { name: say.fresh }).click()
    await page.getByLabel(say.choose).setInputFiles(list('again.csv'))
    await expect(page.getByRole('button', { name: say.none })).toHaveAttribute('aria-disabled', 'true')

    await page.getByRole('tab', { name: say.exporting }).click()
    await expectSoundPage(page)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: say.csv }).first().click()
    expect(readFileSync(await (await saved).path(), 'utf8')).toContain(`${prefix}-1,测试件一`)
  })
}

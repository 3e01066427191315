import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, settingsFile } from './settings.ts'

const emptyFolder = () => mkdtempSync(path.join(tmpdir(), 'gangwei-settings-'))

test('without any setting the presets hold and the data folder is absolute', () => {
  const folder = emptyFolder()
  expect(readSettings({ PORT: '' }, folder)).toMatchObject({ PORT: 8080, DATA_DIR: path.join(folder, 'data') })
})

test('the environment goes before the file', () => {
  const folder = emptyFolder()
  writeFileSync(path.join(folder, settingsFile), '{"PORT": 8081, "LOG_LEVEL": "warn"}')
  expect(readSettings({ PORT: '8082' }, folder)).toMatchObject({ PORT: 8082, LOG_LEVEL: 'warn' })
})

test.each([
  [{ PORT: '99999' }, /Setting PORT/],
  [{ PORT: 'eighty' }, /Setting PORT/],
  [{ DATABASE_URL: 'mysql://x' }, /Setting DATABASE_URL/],
  [{ LOG_LEVEL: 'loud' }, /Setting LOG_LEVEL/],
  [{ SMTP_URL: 'https://mail.example' }, /Setting SMTP_URL: must be smtp/],
  [{ SMTP_URL: 'smtp://mail.example' }, /SMTP_URL and MAIL_FROM: mail needs both/],
  [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'nobody' }, /Setting MAIL_FROM: must be an address/],
  [{ ROBOTS: 'everywhere' }, /Setting ROBOTS/],
])('a wrong setting is refused by name: %j', (environment, sentence) => {
  expect(() => readSettings(environment, emptyFolder())).toThrow(sentence)
})

test('a file with an unknown name or broken JSON is refused by name', () => {
  const folder = emptyFolder()
  writeFileSync(path.join(folder, settingsFile), '{"PROT": 1}')
  expect(() => readSettings({}, folder)).toThrow(/PROT/)
  writeFileSync(path.join(folder, settingsFile), '{')
  expect(() => readSettings({}, folder)).toThrow(/not JSON/)
})

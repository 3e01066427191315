import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportCommand, importCommand } from './exchange-commands.ts'
import { testStore, type TestStore } from './testing/test-store.ts'

let store: TestStore
const printed: string[] = []
const samples = path.join(import.meta.dirname, '../../docs/samples')
const folder = mkdtempSync(path.join(tmpdir(), 'gangwei-lists-'))
const tools = () => ({ database: store.database, clock: store.clock, print: (line: string) => { printed.push(line) } })

beforeAll(async () => { store = await testStore() })
afterAll(() => store.drop())

test('a list comes in by the command line: the good rows are there, the others are said in words', async () => {
  const file = path.join(samples, 'parts.xlsx')
  expect(await importCommand(tools(), { kind: 'parts', store: 'SH1', file, as: 'pts' })).toBe(false)
  expect(printed[0]).toContain('10 rows: 6 new, 0 changed, 0 unchanged, 4 with errors')
  expect(printed).toContain('  row 11 error retailFen "面议": This is no number.')
  expect(printed.at(-1)).toBe('6 new, 0 changed, 0 unchanged, 4 not imported.')
  await importCommand(tools(), { kind: 'parts', store: 'SH1', file, as: 'pts' })
  expect(printed.at(-1)).toBe('0 new, 0 changed, 6 unchanged, 4 not imported.')
})

test('a list goes out by the command line, in the form that its name asks for', async () => {
  const file = path.join(folder, 'out.csv')
  await exportCommand(tools(), { kind: 'parts', store: 'SH1', file, as: 'pts' })
  expect(readFileSync(file, 'utf8')).toContain('YX8-1012,机油滤清器（新款）')
  expect(printed.at(-1)).toBe(`${file}: 6 rows`)
})

test('whatever is missing or wrong on the command line is named', async () => {
  const file = path.join(samples, 'parts.xlsx')
  await expect(importCommand(tools(), { kind: 'planets', store: 'SH1', file, as: 'pts' })).rejects.toThrow('--kind must be one of: parts, prices')
  await expect(importCommand(tools(), { kind: 'parts', store: 'SH9', file, as: 'pts' })).rejects.toThrow('Nobody with the log-in "pts" works in a store "SH9".')
  await expect(importCommand(tools(), { kind: 'parts', store: 'SH1', file, as: 'whk' })).rejects.toThrow('lacks the right "Import lists from Excel or CSV"')
  await expect(importCommand(tools(), { kind: 'parts', store: 'SH1', file: path.join(folder, 'none.xlsx'), as: 'pts' })).rejects.toThrow('cannot be opened (ENOENT)')
  await expect(exportCommand(tools(), { kind: 'customers', store: 'SH1', file: path.join(folder, 'x.csv'), as: 'pts' })).rejects.toThrow(/lacks the right|not for it/)
})

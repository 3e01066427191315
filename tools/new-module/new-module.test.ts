import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rules } from '../tidy/main.ts'
import { readTree } from '../tidy/read-tree.ts'
import { newModule } from './main.ts'
import { wordsOf } from './words.ts'

const project = path.join(import.meta.dirname, '../..')
let root = ''
let written: string[] = []

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gangwei-new-module-'))
  for (const part of ['src', 'db', 'package.json', 'tsconfig.base.json', 'tsconfig.json', 'tsconfig.web.json', 'tsconfig.domain.json']) cpSync(path.join(project, part), path.join(root, part), { recursive: true })
  symlinkSync(path.join(project, 'node_modules'), path.join(root, 'node_modules'))
  written = newModule('tool-loans', 6, root)
})
afterAll(() => { rmSync(root, { recursive: true, force: true }) })

const aboutUs = (text: string): boolean => text.includes('tool-loan')

test('every part of the shape is written, and no placeholder is left', () => {
  const own = written.filter((place) => place.startsWith('src/modules/tool-loans/')).map((place) => place.slice('src/modules/tool-loans/'.length))
  expect(own).toEqual(['README.md', 'actions/add-tool-loan.ts', 'actions/list-tool-loans.ts', 'actions/tool-loans.test.ts', 'contract.ts', 'data/tool-loans.ts',
    'domain/why-not-add.test.ts', 'domain/why-not-add.ts', 'examples.ts', 'http/bindings.ts', 'part.ts', 'permissions.ts', 'texts/en.ts', 'texts/zh-CN.ts',
    'ui/add-dialog.tsx', 'ui/screens.ts', 'ui/texts.ts', 'ui/tool-loans-page.tsx'])
  expect(written.find((place) => place.endsWith('.sql'))).toMatch(/^db\/migrations\/\d{4}-tool-loans\.sql$/)
  for (const place of written) expect(readFileSync(path.join(root, place), 'utf8')).not.toMatch(/__[A-Za-z]+__/)
})

test('it has its place in the map, in the app and in the navigation', () => {
  const text = (place: string): string => readFileSync(path.join(root, place), 'utf8')
  expect(JSON.parse(text('src/module-map.json'))).toMatchObject({ 'tool-loans': 6 })
  expect(text('src/app/modules.ts')).toContain('  toolLoanPart,\n]')
  expect(text('src/app/web/screens.ts')).toContain('\n  ...toolLoanScreens,\n]')
})

test('it is tidy as it comes out', () => {
  const tree = readTree(root)
  const files = tree.files.filter(({ path: place }) => !place.startsWith('node_modules'))
  expect(rules.flatMap((rule) => rule({ files })).filter(({ path: place, sentence }) => aboutUs(place) || aboutUs(sentence))).toEqual([])
})

test('it compiles as it comes out', () => {
  const complaints = ['tsconfig.json', 'tsconfig.domain.json', 'tsconfig.web.json'].flatMap((config) => {
    const { stdout } = spawnSync(process.execPath, [path.join(project, 'node_modules/typescript/bin/tsc'), '-p', config], { cwd: root, encoding: 'utf8' })
    return stdout.split('\n').filter(aboutUs)
  })
  expect(complaints).toEqual([])
}, 300_000)

test('a name that is taken or no name, and a number that is none, are refused in a sentence', () => {
  expect(() => newModule('tool-loans', 6, root)).toThrow('exists already')
  expect(() => newModule('ToolLoans', 6, root)).toThrow('no name')
  expect(() => newModule('tool-cards', Number.NaN, root)).toThrow('smaller number')
  expect(wordsOf('purchasing')).toMatchObject({ thing: 'purchasing', Thing: 'Purchasing', table: 'purchasing' })
})

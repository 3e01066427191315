import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importGraph } from './import-graph.ts'
import { whyBlind } from './main.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gangwei-tidy-'))
  cpSync(path.join(import.meta.dirname, '../../.dependency-cruiser.cjs'), path.join(root, '.dependency-cruiser.cjs'))
})
afterEach(() => { rmSync(root, { recursive: true, force: true }) })

function write(files: Readonly<Record<string, string>>): void {
  for (const [place, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, place)), { recursive: true })
    writeFileSync(path.join(root, place), text)
  }
}

const main = "import { a } from './a.ts'\nconsole.log(a)\n"

test('TypeScript is really read, and a tree in order gives no finding', async () => {
  write({ 'src/app/main.ts': main, 'src/app/a.ts': "import type { B } from './b.ts'\nexport const a: B = 1\n", 'src/app/b.ts': "import type { a } from './a.ts'\nexport type B = typeof a\n" })
  expect(await importGraph(root)).toEqual({ modules: 3, findings: [] })
})

test('a circle and a file that nobody reaches are found', async () => {
  write({
    'src/app/main.ts': main, 'src/app/a.ts': "import { b } from './b.ts'\nexport const a = (): number => b()\n", 'src/app/b.ts': "import { a } from './a.ts'\nexport const b = (): number => a()\n",
    'src/app/dead.ts': "import { a } from './a.ts'\nexport const dead = a\n",
  })
  const { findings } = await importGraph(root)
  expect(findings.map(({ path: place, rule }) => [place, rule])).toContainEqual(['src/app/dead.ts', 'no-dead-file'])
  expect(findings.filter(({ rule }) => rule === 'no-circle').length).toBeGreaterThan(0)
})

test('a look past the project is a finding, not a success', () => {
  expect(whyBlind(300, 200)).toBeNull()
  expect(whyBlind(49, 200)).toContain('Only 49 files')
  expect(whyBlind(300, 0)).toContain('0 modules')
})

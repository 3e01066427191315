import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Tree } from './tree.ts'

const notOurs = new Set(['.git', 'node_modules', 'dist', 'data', 'test-results', 'playwright-report'])
const textNames = /\.(ts|tsx|mjs|cjs|js|json|css|html|md|sql|yml|yaml|svg|sh|typ|txt)$|^\.(gitignore|npmrc)$|^(LICENSE|run)$/

/** The project's text files from the disk. `data` is left out at the root only: a module keeps its SQL in a folder of that name. */
export function readTree(root: string, below = ''): Tree {
  const files = readdirSync(path.join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const place = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) return notOurs.has(place) ? [] : readTree(root, place).files
    return entry.isFile() && textNames.test(entry.name) ? [{ path: place, text: readFileSync(path.join(root, place), 'utf8') }] : []
  })
  return { files }
}

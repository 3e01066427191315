import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { markDown, marks, proofsToCome, tableOf } from './count.ts'

const root = path.join(import.meta.dirname, '../..')

/** Prints how the manual is proved today; `--write` puts the table into the README and the list of proofs to come into docs/. */
console.log(markDown(tableOf()))
console.log(`\nProofs to come (${String(proofsToCome().length)}): ${proofsToCome().map(({ id }) => id).join(' ')}`)
if (process.argv.includes('--write')) {
  const readme = path.join(root, 'README.md')
  const [before = '', rest = ''] = readFileSync(readme, 'utf8').split(marks.begin)
  const [, after = ''] = rest.split(marks.end)
  writeFileSync(readme, `${before}${marks.begin}\n${markDown(tableOf())}\n${marks.end}${after}`)
  writeFileSync(path.join(root, 'docs/proofs-to-come.txt'), proofsToCome().map(({ id, proof }) => `${id} ${proof}\n`).join(''))
}

import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Words } from './words.ts'

type Edit = readonly [anchor: RegExp, text: string]

/** The module takes its place in the map, in src/app/modules.ts and in the navigation. */
export function register(root: string, { module, thingCamel }: Words, number: number): string[] {
  const from = `../modules/${module}`
  edit(root, 'src/app/modules.ts', [
    [/(?=import type \{ Database \})/, `import { ${thingCamel}Part } from '${from}/part.ts'\n`],
    [/(?<=const modules: [^=]+ = \[\n(?: {2}\w+,\n)+)(?=\])/, `  ${thingCamel}Part,\n`],
  ])
  edit(root, 'src/app/web/screens.ts', [
    [/(?=import \{ partOnDemand \})/, `import { ${thingCamel}Screens } from '../${from}/ui/screens.ts'\n`],
    [/(?<=screens: [^=]+ = \[[^\]]*Screens)(?=,?\s*\])/, `,\n  ...${thingCamel}Screens`],
  ])
  const map = path.join(root, 'src/module-map.json')
  const numbers = { ...JSON.parse(readFileSync(map, 'utf8')) as Record<string, number>, [module]: number }
  const sorted = Object.entries(numbers).toSorted(([a, one], [b, other]) => one - other || (a < b ? -1 : 1))
  writeFileSync(map, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
  return ['src/app/modules.ts', 'src/app/web/screens.ts', 'src/module-map.json']
}

/** Puts each text in at its anchor; a file that has changed its form is named instead of spoilt. */
function edit(root: string, place: string, edits: readonly Edit[]): void {
  const file = path.join(root, place)
  const changed = edits.reduce((text, [anchor, addition]) => {
    if (!anchor.test(text)) throw new Error(`${place} no longer has the form that the generator knows (${anchor.source}). Mend tools/new-module/register.ts.`)
    return text.replace(anchor, addition)
  }, readFileSync(file, 'utf8'))
  writeFileSync(file, changed)
}

import { importsIn, type Import } from '../imports.ts'
import { isTest, placeInModule, type Finding, type Rule } from '../tree.ts'
import { numbersOf } from './module-map.ts'

/** What other modules may see of a module. */
const surface = /^(contract\.ts|public\.ts|permissions\.ts|domain\/.+|texts\/.+|ui\/public\.tsx)$/

/** Within a module: a part → the parts of its own module that it may import. Nothing listed: everything. */
const ownParts: Readonly<Record<string, RegExp>> = {
  domain: /^domain\//,
  'permissions.ts': /^domain\//,
  texts: /^texts\//,
  'shapes.ts': /^domain\//,
  'contract.ts': /^(domain\/|(permissions|shapes)\.ts)/,
  data: /^(data|domain)\//,
  actions: /^(actions|data|domain|print|texts|reactions)\/|^(contract|permissions|public)\.ts$/,
  http: /^(http|actions|data|domain|print)\/|^(contract|permissions)\.ts$/,
  ui: /^(ui|domain|texts)\/|^(contract|permissions)\.ts$/,
}

const partOf = (inside: string): string => inside.split('/')[0] ?? inside

/** Up the numbers only, by the front door only: kernel ← platform, ui-kit ← modules by number ← app. */
export const importDirection: Rule = (tree) => {
  const numbers = numbersOf(tree)
  return importsIn(tree).flatMap((item) => {
    const sentence = whyNot(item, numbers)
    return sentence === null ? [] : [{ path: item.from, line: item.line, rule: 'import-direction', sentence }] satisfies Finding[]
  })
}

function whyNot(item: Import, numbers: ReadonlyMap<string, number>): string | null {
  const { from, to } = item
  if (to === null) return whyNotPackage(item)
  const zone = zoneOf(from)
  if (zone === 'app' || (isTest(from) && to.startsWith('src/app/testing/'))) return null
  if (!to.startsWith('src/')) return `${to} lies outside src.`
  const target = zoneOf(to)
  if (target === 'app') return 'Only tests import the app, and of it only src/app/testing.'
  if (zone === 'kernel' && target !== 'kernel') return 'The kernel knows nobody.'
  if (zone === 'ui-kit' && target !== 'ui-kit') return 'The UI kit knows nobody of ours; texts and data come in as properties.'
  if (zone === 'platform') return whyNotFromPlatform(from, target)
  return zone === 'modules' ? whyNotFromModule(item, to, numbers) : null
}

const zoneOf = (path: string): string => path.split('/')[1] ?? ''

function whyNotPackage({ from, specifier }: Import): string | null {
  const pure = zoneOf(from) === 'kernel' || placeInModule(from)?.inside.startsWith('domain/') === true
  return pure && !isTest(from) ? `${specifier}: kernel and domain are pure, they use no package.` : null
}

function whyNotFromPlatform(from: string, target: string): string | null {
  if (target === 'kernel' || target === 'platform') return null
  if (target === 'ui-kit' && from.startsWith('src/platform/web/')) return null
  return 'The platform knows the kernel alone (and platform/web the UI kit).'
}

function whyNotFromModule({ from }: Import, to: string, numbers: ReadonlyMap<string, number>): string | null {
  const here = placeInModule(from)
  const there = placeInModule(to)
  if (here === null) return null
  const part = partOf(here.inside)
  if (there === null) {
    if (part === 'domain' && zoneOf(to) !== 'kernel') return 'Rules know the kernel and other rules only.'
    return zoneOf(to) === 'ui-kit' && part !== 'ui' ? 'Only ui/ imports the UI kit.' : null
  }
  if (here.module !== there.module) return whyNotForeign(here, there, numbers)
  const own = ownParts[part]
  return own === undefined || own.test(there.inside) || isTest(from) ? null : `${part} may not import ${there.inside} of its own module.`
}

type Place = { readonly module: string; readonly inside: string }

function whyNotForeign(here: Place, there: Place, numbers: ReadonlyMap<string, number>): string | null {
  const own = numbers.get(here.module)
  const other = numbers.get(there.module)
  if (own === undefined || other === undefined || other >= own) {
    return `${here.module} (${String(own)}) may import modules with a smaller number only; ${there.module} has ${String(other)}. Turn it round: a port, or an event in the outbox.`
  }
  if (!surface.test(there.inside)) return `${there.inside} is ${there.module}'s own; it shows contract.ts, public.ts, permissions.ts, domain, texts and ui/public.tsx.`
  if (partOf(here.inside) === 'domain' && partOf(there.inside) !== 'domain') return 'Rules know the kernel and other rules only.'
  return null
}

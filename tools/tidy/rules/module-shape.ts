import { fileAt, modulesOf, placeInModule, type Finding, type Rule, type Tree } from '../tree.ts'

const allowed: readonly RegExp[] = [
  /^(README\.md|permissions\.ts|contract\.ts|shapes\.ts|examples\.ts|part\.ts|public\.ts)$/,
  /^(domain|actions|data|http|testing)\/[a-z0-9-]+(\.test)?\.ts$/,
  /^reactions\/when-[a-z0-9-]+(\.test)?\.ts$/,
  /^ui\/[a-z0-9-]+(\.test)?\.(ts|tsx|css)$/,
  /^texts\/([a-z-]+\.)?(zh-CN|en)\.ts$/,
]

const shape = 'A module holds README.md, permissions.ts, contract.ts (and shapes.ts, what its routes give), examples.ts, part.ts, public.ts and the folders domain, actions, reactions, data, http, ui, texts, testing, without folders inside.'

const neededWithRoutes = ['permissions.ts', 'examples.ts', 'part.ts', 'texts/zh-CN.ts', 'texts/en.ts', 'http/bindings.ts']

/** Every module has the same shape, so that one who knows one knows all. A part that is not needed is left out. */
export const moduleShape: Rule = (tree) => {
  const strangers = tree.files.filter(({ path }) => {
    const place = placeInModule(path)
    return place !== null && !allowed.some((pattern) => pattern.test(place.inside))
  }).map(({ path }): Finding => ({ path, rule: 'module-shape', sentence: `This file has no place in a module. ${shape}` }))
  const loose = tree.files.filter(({ path }) => /^src\/modules\/[^/]+$/.test(path))
    .map(({ path }): Finding => ({ path, rule: 'module-shape', sentence: 'Beside the modules there is nothing: move it into one, or to the platform.' }))
  return [...strangers, ...loose, ...modulesOf(tree).flatMap((name) => missingIn(tree, name))]
}

function missingIn(tree: Tree, name: string): Finding[] {
  const has = (inside: string): boolean => fileAt(tree, `src/modules/${name}/${inside}`) !== undefined
  const needed = ['README.md', ...(has('contract.ts') ? neededWithRoutes : [])]
  return needed.filter((inside) => !has(inside)).map((inside) => ({
    path: `src/modules/${name}/${inside}`, rule: 'module-shape',
    sentence: inside === 'README.md' ? 'Missing: what the module is for, its words, its invariants, whom it calls, who calls it.' : 'Missing: a module with a contract needs it.',
  }))
}

import { entriesAt, modulesOf, type Finding, type Rule, type Tree } from '../tree.ts'

export const mapPath = 'src/module-map.json'

/** Module → number. A module may import modules with a smaller number only. */
export const numbersOf = (tree: Tree): Map<string, number> =>
  new Map(entriesAt(tree, mapPath).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))

/** The map names every module there is, and none that is not. */
export const moduleMap: Rule = (tree) => {
  const listed = new Map(entriesAt(tree, mapPath))
  const present = modulesOf(tree)
  const finding = (sentence: string): Finding => ({ path: mapPath, rule: 'module-map', sentence })
  return [
    ...present.filter((name) => !listed.has(name)).map((name) => finding(`src/modules/${name} has no number here. Give it one above every module that it imports.`)),
    ...[...listed.keys()].filter((name) => !present.includes(name)).map((name) => finding(`"${name}" is listed, but there is no src/modules/${name}.`)),
    ...[...listed].filter(([, number]) => !Number.isSafeInteger(number)).map(([name]) => finding(`"${name}" needs a whole number.`)),
  ]
}

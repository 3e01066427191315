/** A module's name in all the forms that code wants; taken from the name alone: tool-loans → tool-loan. */
export type Words = {
  readonly module: string
  readonly schema: string
  readonly table: string
  readonly thing: string
  readonly thingCamel: string
  readonly Thing: string
  readonly words: string
  readonly Words: string
}

export function wordsOf(module: string): Words {
  const thing = module.endsWith('s') ? module.slice(0, -1) : module
  const Thing = thing.split('-').map(capital).join('')
  const words = thing.replaceAll('-', ' ')
  return {
    module, schema: module.replaceAll('-', '_'), table: thing.replaceAll('-', '_'), thing, Thing,
    thingCamel: `${Thing.slice(0, 1).toLowerCase()}${Thing.slice(1)}`, words, Words: capital(words),
  }
}

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`

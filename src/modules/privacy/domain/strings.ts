/** By what a text speaks of somebody. */
export type Named = { readonly names: readonly string[]; readonly phones: readonly string[]; readonly marks: readonly string[]; readonly ownPlates: readonly string[] }

type Replacements = { readonly from: readonly string[]; readonly to: readonly string[] }

/** What stands in place of a person's name, numbers and words after his erasure. */
export type Strings = {
  readonly pseudonym: string
  readonly phone: string
  readonly words: string
  readonly plates: Replacements
  /** In sentences: stars, never longer than what they replace. */
  readonly text: Replacements
  /** In kept forms and snapshots, where a plate must stay a plate. */
  readonly json: Replacements
}

export const noPhone = '00000000000'
export const erasedWords = '（个人信息已删除）'

/** Says nothing about the person; `chance` is the tail of a new id. */
export const pseudonymOf = (chance: string): string => `匿名${chance.slice(-6).toUpperCase()}`

const longestFirst = (pairs: readonly (readonly [string, string])[]): Replacements => {
  const sorted = [...new Map(pairs)].toSorted(([a], [b]) => b.length - a.length)
  return { from: sorted.map(([from]) => from), to: sorted.map(([, to]) => to) }
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** A name of one sign stands in too many other words to be replaced everywhere. */
const shortest = 2
/** Of what was said, only what cannot be said by somebody else by chance. */
const shortestWords = 4

/** `shown`: a plate as it is shown; `said`: his own words, wherever they were quoted. */
export function stringsFor(person: Named, pseudonym: string, shown: (plate: string) => string, said: readonly string[]): Strings {
  const plates = person.ownPlates.map((plate, index) => [plate, `${pseudonym.replace('匿名', '匿')}${String(index + 1)}`] as const)
  const [names, words] = [person.names.filter(({ length }) => length >= shortest), said.filter(({ length }) => length >= shortestWords)]
  const spoken = [...words, ...names, ...person.phones, ...person.marks, ...person.ownPlates, ...person.ownPlates.map(shown)]
  const stars = spoken.map((text) => [text, '**'] as const)
  return {
    pseudonym, phone: noPhone, words: erasedWords, plates: longestFirst(plates), text: longestFirst(stars),
    json: longestFirst([
      ...stars.map(([from, to]) => [inJson(from), to] as const), ...words.map((text) => [inJson(text), erasedWords] as const), ...names.map((name) => [inJson(name), pseudonym] as const), ...person.phones.map((phone) => [phone, noPhone] as const), ...plates,
    ]),
  }
}

/** Where a text speaks of him for sure: plates, phones, VINs; a name alone may be another's. */
export const signsOf = (person: Named, shown: (plate: string) => string): string[] =>
  [...new Set([...person.phones, ...person.marks, ...person.ownPlates, ...person.ownPlates.map(shown)])].filter(({ length }) => length >= shortestWords)

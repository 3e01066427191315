import { phoneTail } from './phone.ts'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '').slice(0, 60)

export type Findable = { readonly name: string; readonly initials: string; readonly phones: readonly string[] }

/** Everything a search may begin with: each ending of the name, so that 'contains' is a range of an index; initials, phones, their last four. */
export function findWords({ name, initials, phones }: Findable): string[] {
  const letters = [...plain(name)]
  const endings = letters.map((_, start) => letters.slice(start).join(''))
  return [...new Set([...endings, initials, ...phones, ...phones.map(phoneTail)].filter((word) => word !== ''))]
}

/** The words a person typed, at most three; a number written in groups is one word. */
export function typedWords(typed: string): string[] {
  if (/^[\d\s()+-]+$/.test(typed)) return [typed.replace(/\D/g, '')].filter((word) => word !== '')
  return typed.split(/\s+/).map(plain).filter((word) => word !== '').slice(0, 3)
}

/** Words that begin so, as a range in byte order: from <= word < below. */
export const beginningWith = (word: string): { from: string; below: string } => ({ from: word, below: `${word}\u{10FFFF}` })

import { createHash } from 'node:crypto'
import type { Position } from '../../kernel/permissions.ts'
import { owesDuties } from '../../modules/duties/public.ts'

type Known = { readonly login: string; readonly position: Position }

const every = 5

/** Always the same place for the same seed and log-in, whatever else there is by chance. */
const placeOf = (seed: number, login: string): string => createHash('sha256').update(`${String(seed)} ${login}`).digest('hex')

/** A fifth of a store's people does duties sloppily: of those who owe any, and of the others, each fifth in the order of a hash. */
export function sloppyAmong<Person extends Known>(people: readonly Person[], seed: number): Person[] {
  const placed = people.map((person) => ({ person, owes: owesDuties(person.position), place: placeOf(seed, person.login) }))
    .toSorted((one, other) => Number(other.owes) - Number(one.owes) || (one.place < other.place ? -1 : 1))
  return placed.filter((_, index) => index % every === 2).map(({ person }) => person)
}

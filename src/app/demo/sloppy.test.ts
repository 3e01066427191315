import { expect, test } from 'vitest'
import { owesDuties } from '../../modules/duties/public.ts'
import { chanceFrom } from './chance.ts'
import { peopleOfMainStore } from './people.ts'
import { sloppyAmong } from './sloppy.ts'

const people = (day: string) => peopleOfMainStore(chanceFrom(1), new Date(day))
const logins = (seed: number, day = '2026-11-23T02:00:00Z') => sloppyAmong(people(day), seed).map(({ login }) => login)

test.each([1, 2, 3, 13, 2026])('a fifth of the people of a typical store is sloppy, and a fifth of those who owe duties (seed %i)', (seed) => {
  const all = people('2026-11-23T02:00:00Z')
  const sloppy = sloppyAmong(all, seed)
  const share = (some: readonly unknown[], of: readonly unknown[]): number => some.length / of.length
  const owing = ({ position }: (typeof all)[number]): boolean => owesDuties(position)
  for (const part of [share(sloppy, all), share(sloppy.filter(owing), all.filter(owing))]) expect([part >= 0.18, part <= 0.22]).toEqual([true, true])
})

test('the same seed names the same people, on whatever day the store is loaded; another seed names others', () => {
  expect(logins(1, '2027-03-01T02:00:00Z')).toEqual(logins(1))
  expect(logins(2)).not.toEqual(logins(1))
})

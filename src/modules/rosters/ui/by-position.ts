import { usePositions } from '../../organisation/ui/public.tsx'
import type { PersonRow } from '../contract.ts'

export type PositionGroup = { readonly position: string; readonly name: string; readonly people: readonly PersonRow[] }

/** Everybody once, under the first of his positions in the order of the house. */
export function useByPosition(people: readonly PersonRow[]): PositionGroup[] {
  const { codes, nameOf } = usePositions()
  const placeOf = (position: string): number => (codes.includes(position) ? codes.indexOf(position) : codes.length)
  const groups = new Map<string, PersonRow[]>()
  for (const person of people) {
    const [first = ''] = person.positions.toSorted((a, b) => placeOf(a) - placeOf(b))
    groups.set(first, [...groups.get(first) ?? [], person])
  }
  return [...groups].toSorted(([a], [b]) => placeOf(a) - placeOf(b)).map(([position, members]) => ({ position, name: nameOf(position), people: members }))
}

import type { Reading } from '../../../platform/deed.ts'
import { edgesOf } from '../data/duties.ts'
import { supervisedBy } from './read-duties.ts'

/** For other modules: the positions that somebody supervises along the manual's edges, those without duties of their own among them. */
export async function teamOf(reading: Pick<Reading, 'tx' | 'by' | 'now'>): Promise<string[]> {
  const { tx, by } = reading
  const watched = (await edgesOf(tx, by.storeId)).filter(({ position }) => by.positions.includes(position)).flatMap(({ watch }) => watch)
  return [...new Set<string>([...(await supervisedBy(reading)).levels.keys(), ...watched])].filter((position) => !by.positions.includes(position))
}

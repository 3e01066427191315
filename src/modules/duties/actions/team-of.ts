import type { Reading } from '../../../platform/deed.ts'
import { listDuties } from '../data/duties.ts'
import { watchedPositions } from './read-duties.ts'

/** For other modules: the positions that somebody supervises along the manual's edges, those without duties of their own among them. */
export async function teamOf(reading: Pick<Reading, 'tx' | 'by' | 'now'>): Promise<string[]> {
  const { tx, by } = reading
  const watched = (await listDuties(tx, by.storeId)).filter(({ position }) => by.positions.includes(position)).flatMap(({ watch }) => watch)
  return [...new Set<string>([...(await watchedPositions(reading)).keys(), ...watched])].filter((position) => !by.positions.includes(position))
}

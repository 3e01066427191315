import type { BinRow, ZoneRow } from '../contract.ts'
import { fillingOf, type Filling } from '../domain/storage.ts'

export type CellState = Filling | 'blocked' | 'misplaced' | 'gone'
export const cellStates = ['empty', 'room', 'full', 'misplaced', 'blocked', 'gone'] as const satisfies readonly CellState[]

/** What the map says of a bin first: out of use, blocked, something against a rule, else how full it is. */
export function stateOf(bin: BinRow, zone: ZoneRow | undefined): CellState {
  if (!bin.active) return 'gone'
  if (bin.blocked !== '') return 'blocked'
  return bin.misplaced > 0 ? 'misplaced' : fillingOf(bin.parts, zone?.fullAt ?? 8)
}

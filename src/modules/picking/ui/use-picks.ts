import { useState } from 'react'
import type { UnscannedReason } from '../../stock/domain/unscanned.ts'
import type { PickLine } from '../contract.ts'
import { availableOf, openOf } from './open-of.ts'

/** What the hand has done to a line so far: how much is asked, which label was scanned, or why none. */
export type Picked = { readonly asked: number | null; readonly scannedLotId: string | null; readonly unscannedWhy: UnscannedReason | null }

/** Kept for every line until it is issued, so that several can be scanned before all leave together. */
export function usePicks() {
  const [picks, setPicks] = useState<Readonly<Record<string, Partial<Picked>>>>({})
  return {
    pickedOf: (line: PickLine): Picked => {
      const pick = picks[line.lineId] ?? {}
      const asked = pick.asked === undefined ? Math.min(openOf(line), availableOf(line)) || openOf(line) : pick.asked
      return { asked, scannedLotId: pick.scannedLotId ?? null, unscannedWhy: pick.unscannedWhy ?? null }
    },
    put: (lineId: string, change: Partial<Picked>) => setPicks((before) => ({ ...before, [lineId]: { ...before[lineId], ...change } })),
    forget: (lineIds: readonly string[]) => setPicks((before) => Object.fromEntries(Object.entries(before).filter(([lineId]) => !lineIds.includes(lineId)))),
  }
}

import { Refusal } from '../../../kernel/refusal.ts'

export type Shift = {
  /** Never changes; days and weeks name it. */
  readonly code: string
  /** What a cell of the roster shows: one to three characters, never a colour alone. */
  readonly mark: string
  readonly nameZh: string
  readonly nameEn: string
  readonly starts: string
  readonly ends: string
  /** A retired shift is not offered any more; days that had it keep it. */
  readonly active: boolean
  /** 1: as it ships. */
  readonly version: number
}

export const presetShifts: readonly Shift[] = [
  { code: 'early', mark: '早', nameZh: '早班', nameEn: 'Early', starts: '08:00', ends: '17:00', active: true, version: 1 },
  { code: 'late', mark: '晚', nameZh: '晚班', nameEn: 'Late', starts: '09:30', ends: '18:30', active: true, version: 1 },
  { code: 'whole', mark: '全', nameZh: '全天', nameEn: 'Whole day', starts: '08:00', ends: '18:30', active: true, version: 1 },
]

/** What ships, as the store changed it, and what it added. */
export function shiftsOf(stored: readonly Shift[]): Shift[] {
  const own = new Map(stored.map((shift) => [shift.code, shift]))
  return [...presetShifts.map((shift) => own.get(shift.code) ?? shift), ...stored.filter(({ code }) => !presetShifts.some((preset) => preset.code === code))]
}

const mostShifts = 12

type ShiftFacts = Pick<Shift, 'code' | 'mark' | 'starts' | 'ends' | 'active'>

/** Null means the shift may be so: a whole one, and a mark that no other shift on offer has. */
export function whyNotShift(wish: ShiftFacts, others: readonly ShiftFacts[]): Refusal | null {
  if (wish.ends <= wish.starts) return new Refusal('rosters.ends-before-it-starts', { starts: wish.starts, ends: wish.ends })
  const offered = others.filter(({ code, active }) => active && code !== wish.code)
  if (wish.active && offered.some(({ mark }) => mark === wish.mark)) return new Refusal('rosters.mark-taken', { mark: wish.mark })
  if (!wish.active && offered.length === 0) return new Refusal('rosters.last-shift')
  return others.length >= mostShifts && !others.some(({ code }) => code === wish.code) ? new Refusal('rosters.too-many-shifts', { most: mostShifts }) : null
}

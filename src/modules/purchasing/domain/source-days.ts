import { addDays, type LocalDay } from '../../../kernel/time.ts'
import type { Source } from './request.ts'

/** Calendar days from each source, and the one that parts usually come from. */
export type SourceDays = { readonly days: Readonly<Record<Source, number>>; readonly usual: Source }

export const presetSourceDays: SourceDays = { days: { transfer: 2, 'j-order': 5, 'e-order': 2, 'm-order': 3, outside: 1 }, usual: 'j-order' }

export type ExpectedDay = { readonly day: LocalDay | null; /** Nobody asked for it yet: the usual days of its source. */ readonly usual: boolean }

/** When the part of a short line is expected: as somebody said it, else by the usual source, counted from today. What was asked for and has no source yet has no day. */
export function expectedDay(asked: { readonly eta: LocalDay | null } | undefined, today: LocalDay, { days, usual }: SourceDays): ExpectedDay {
  return asked === undefined ? { day: addDays(today, days[usual]), usual: true } : { day: asked.eta, usual: false }
}

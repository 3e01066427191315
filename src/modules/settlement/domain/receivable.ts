import { addDays, type LocalDay } from '../../../kernel/time.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'
import { claimants, isClaimant, type Claimant } from './reallocation.ts'

/** Which receivables a list shows. */
export const receivableStates = ['open', 'overdue', 'paid', 'all'] as const
export type ReceivableState = (typeof receivableStates)[number]

/** Ages of what is overdue, in days past the due day. */
export const ages = ['not-due', 'to-30', 'to-60', 'to-90', 'over-90'] as const
export type Age = (typeof ages)[number]

/** Days past the due day; 0 on it and before it. */
export const overdueDays = (dueDay: LocalDay, today: LocalDay): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(dueDay)) / 86_400_000))

/** The last due day of each age, seen from today; what is due later than the first is not due yet. */
export const agesOn = (today: LocalDay): { readonly notBefore: LocalDay; readonly to30: LocalDay; readonly to60: LocalDay; readonly to90: LocalDay } =>
  ({ notBefore: today, to30: addDays(today, -30), to60: addDays(today, -60), to90: addDays(today, -90) })

type Sum = { readonly age: Age; readonly count: number; readonly openFen: number }

/** All ages in their order; where nothing is open, nothing. */
export const byAge = (open: readonly Sum[]): Sum[] => ages.map((age) => ({ age, count: 0, openFen: 0, ...open.find((sum) => sum.age === age) }))

/** Within so many days an insurer decides (Insurance Law, article 23) and a maker pays, until the store writes its own terms; what is open longer is overdue. */
export const presetTermDays = 30

export type ClaimTerm = { readonly payer: Claimant; readonly days: number; readonly version: number }

export const termsOf = (kept: readonly ClaimTerm[]): ClaimTerm[] => claimants.map((payer) => kept.find((term) => term.payer === payer) ?? { payer, days: presetTermDays, version: 0 })

type Owed = { readonly day: LocalDay; readonly payer: Payer; readonly supplementOf: string | null; readonly creditDueOn: LocalDay | null }

/** Until when a statement is to be paid: credit as it was agreed, a claim within its payer's term, what was refused of one and moved within the preset; null: at once. */
export const dueDayOf = ({ day, payer, supplementOf, creditDueOn }: Owed, terms: readonly ClaimTerm[]): LocalDay | null =>
  creditDueOn ?? (isClaimant(payer) || supplementOf !== null ? addDays(day, terms.find((term) => term.payer === payer)?.days ?? presetTermDays) : null)

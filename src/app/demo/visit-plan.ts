import type { Actor } from '../../kernel/actor.ts'
import { addDays, addMonths, localDay } from '../../kernel/time.ts'
import type { Purpose } from '../../modules/repair-orders/domain/life.ts'
import { emptySheet, fourPieces, type ReceptionSheet } from '../../modules/repair-orders/domain/reception-sheet.ts'
import type { LineWish } from '../../modules/repair-orders/public.ts'
import type { CallTime } from '../../modules/settlement/domain/call-time.ts'
import type { Way } from '../../modules/settlement/domain/till.ts'
import type { DemoVehicle } from './masters-vehicles.ts'

/** How far a car comes. Cars of earlier days have left. */
export const steps = ['arrived', 'received', 'estimated', 'authorised', 'dispatched', 'picked', 'clocked', 'finished', 'inspected', 'settled', 'paid', 'delivered'] as const
export type Step = (typeof steps)[number]

/** Everything about one visit is decided before anything is written, so that it can be taken through the shop by deeds or written as history, with the same result. */
export type VisitPlan = {
  readonly car: DemoVehicle
  readonly purpose: Purpose
  readonly concern: string
  readonly insurerName: string
  readonly mileageKm: number
  readonly fuelEighths: number
  readonly keyTag: string
  readonly until: Step
  readonly at: Readonly<Record<Exclude<Step, 'clocked' | 'finished'>, Date>>
  readonly promisedAt: Date
  readonly choices: { readonly oldParts: 'take' | 'leave'; readonly wash: boolean; readonly roadTest: boolean; readonly waits: boolean }
  readonly lines: readonly LineWish[]
  /** One per labour line, in their order. */
  readonly jobs: readonly { readonly technician: Actor; readonly bay: string; readonly from: Date; readonly to: Date }[]
  readonly people: Readonly<Record<'advisor' | 'foreman' | 'keeper' | 'inspector' | 'cashier', Actor>>
  readonly payment: { readonly way: Way; readonly reference: string }
  /** When insurer or maker paid by transfer; null while they owe. */
  readonly transfer: { readonly at: Date; readonly reference: string } | null
  /** Cancelled after the estimate, and why. */
  readonly cancelled: string | null
  /** What today's cars show besides: work that pauses, a failed inspection. */
  readonly oddity: 'none' | 'pauses' | 'fails'
}

export type ReceiptPlan = {
  readonly at: Date; readonly by: Actor; readonly reference: string
  readonly lines: readonly { readonly partId: string; readonly placeId: string; readonly thousandths: number; readonly costFen: number; readonly receivedOn: string | null }[]
}

export type DayPlan = {
  readonly day: string; readonly opensAt: Date; readonly closesAt: Date; readonly cashier: Actor
  readonly receipts: readonly ReceiptPlan[]; readonly visits: readonly VisitPlan[]
}

export const tillFloatFen = 50_000
export const unsigned = '演示数据'
/** Over and done with: the car left, or its order was cancelled. */
export const isHistory = (visit: Pick<VisitPlan, 'until' | 'cancelled'>): boolean => visit.cancelled !== null || reached(visit, 'delivered')

export const reached = ({ until }: Pick<VisitPlan, 'until'>, step: Step): boolean => steps.indexOf(until) >= steps.indexOf(step)

export const sheetOf = ({ keyTag, concern }: VisitPlan): ReceptionSheet =>
  ({ ...emptySheet, valuablesReminded: true, keyTag, fourPieceSet: [...fourPieces], consultation: { ...emptySheet.consultation, words: concern } })

/** Half a year or 5,000 km on; two of three customers want to be called the next morning or afternoon. */
export function deliveryOf({ mileageKm, at, people: { advisor } }: Pick<VisitPlan, 'mileageKm' | 'at' | 'people'>) {
  const day = localDay(at.delivered, advisor.timeZone)
  const next = { kind: 'at' as const, on: addDays(day, 1) }
  const callTime: CallTime = [{ ...next, from: 9, to: 11 }, { ...next, from: 14, to: 17 }][mileageKm % 3] ?? { kind: 'any' }
  return { identityReason: unsigned, accepted: true, oldPartsShown: true, setRemoved: true, nextServiceOn: addMonths(day, 6), nextServiceKm: mileageKm + 5_000, callTime, callNote: '' }
}
export const sender = { senderName: '送修人', senderPhone: '19900009999' }

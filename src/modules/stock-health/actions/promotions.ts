import { may } from '../../../kernel/actor.ts'
import { found, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { addDays, localDay, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { vatRatesOn } from '../../catalogue/public.ts'
import { peopleByPosition } from '../../organisation/public.ts'
import { availabilityOf, unitCostOf } from '../../stock/public.ts'
import type { listPromotions as listRoute, listResponsible as peopleRoute, PromotionRow, seePromotion as seeRoute } from '../contract.ts'
import * as data from '../data/promotions.ts'
import { stateOfPromotion, whyNotEnd, whyNotPromote } from '../domain/promotion.ts'
import { stockHealthPermissions } from '../permissions.ts'
import { seesCost, withNames } from './figures.ts'

const responsible = ['PTS', 'PPL', 'STM', 'FDS'] as const

export async function listResponsible({ tx, by, now }: Reading): Promise<AnswerOf<typeof peopleRoute>> {
  const held = await peopleByPosition(tx, { id: by.storeId, timeZone: by.timeZone }, now)
  return { rows: responsible.flatMap((position) => (held.get(position) ?? []).map((person) => ({ ...person, position }))) }
}

const rowOf = (promotion: data.PromotionData, parts: number, today: string): PromotionRow => ({
  id: promotion.id, number: promotion.number, name: promotion.name, fromDay: promotion.fromDay, untilDay: promotion.untilDay, responsibleName: promotion.responsibleName, plannedByName: promotion.plannedByName,
  state: stateOfPromotion({ ...promotion, ended: promotion.endedAt !== null }, today), parts, version: promotion.version,
})

export async function listPromotions({ tx, by, now }: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const listed = await data.listPromotions(tx, by.storeId, { find: query.find, after: query.after ?? null, limit: query.limit + 1 })
  const rows = listed.slice(0, query.limit).map((promotion) => rowOf(promotion, promotion.parts, localDay(now, by.timeZone)))
  return { rows, next: listed.length > query.limit ? rows.at(-1)?.id ?? null : null }
}

/** What came of it is read from the ledger each time: what jobs took from its first day (not before it was planned) to its last, or until it was ended. */
export async function seePromotion(reading: Reading, promotionId: string): Promise<AnswerOf<typeof seeRoute>> {
  const { tx, by, now } = reading
  const promotion = found(await data.findPromotion(tx, by.storeId, promotionId), 'promotion')
  const until = promotion.endedAt ?? startOfDay(addDays(promotion.untilDay, 1), by.timeZone)
  const first = startOfDay(promotion.fromDay, by.timeZone)
  const from = first > promotion.plannedAt ? first : promotion.plannedAt
  const lines = await withNames(reading, await data.resultOf(tx, by.storeId, promotionId, { from, until }))
  const cost = seesCost(reading)
  return {
    ...rowOf(promotion, lines.length, localDay(now, by.timeZone)), plannedAt: promotion.plannedAt.toISOString(), endedByName: promotion.endedByName, endReason: promotion.endReason,
    lines: lines.map(({ plannedThousandths: planned, ...line }) => ({ ...line, planned, unitCostFen: cost ? line.unitCostFen : null, costFen: cost ? line.costFen : null })),
  }
}

export type PromotionWish = { readonly name: string; readonly fromDay: string; readonly untilDay: string; readonly responsibleId: string; readonly parts: readonly { readonly partId: string; readonly priceFen: number; readonly underCostReason: string }[] }

/** Prices with VAT; what lies there and what it costs is kept as it was (STM-5.1, PTS-7.3). */
export async function planPromotion(deed: Deed, { parts: wished, ...wish }: PromotionWish): Promise<{ id: string; number: string }> {
  const { tx, by, now } = deed
  const today = localDay(now, by.timeZone)
  const person = (await listResponsible(deed)).rows.find(({ id }) => id === wish.responsibleId) ?? refuse(new Refusal('stock-health.not-responsible'))
  const ids = wished.map(({ partId }) => partId)
  const costs = new Map((await unitCostOf(tx, by.storeId, ids)).map(({ partId, unitCostFen }) => [partId, unitCostFen]))
  const here = new Map((await availabilityOf(tx, by.storeId, ids)).map(({ partId, onHand }) => [partId, onHand]))
  const vatPercent = (await vatRatesOn(tx, by.storeId, today)).find(({ lineKind }) => lineKind === 'part')?.percent ?? 0
  const parts = (await withNames(deed, wished)).map((part) => ({ ...part, unitCostFen: costs.get(part.partId) ?? 0, here: here.get(part.partId) ?? 0 }))
  refuseIf(whyNotPromote({ ...wish, today, parts, mayUnderCost: may(by, stockHealthPermissions.promoteUnderCost.permission), vatPercent }))
  const promotion = { ...wish, id: deed.newId(), number: await nextNumber(deed, 'PM'), responsibleName: person.name, plannedAt: now, plannedByName: by.name }
  await data.insertPromotion(tx, by.storeId, promotion, parts.map((part) => ({ partId: part.partId, priceFen: part.priceFen, unitCostFen: part.unitCostFen, plannedThousandths: part.here, underCostReason: part.underCostReason })))
  deed.record({ subject: 'promotion', subjectId: promotion.id, after: { number: promotion.number, ...wish, parts: parts.map(({ number, priceFen, underCostReason }) => ({ number, priceFen, underCostReason })) } })
  deed.announce({ event: 'promotion.planned', subjectId: promotion.id, facts: { number: promotion.number } })
  return { id: promotion.id, number: promotion.number }
}

export async function endPromotion(deed: Deed, { promotionId, version, reason }: { readonly promotionId: string; readonly version: number; readonly reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const promotion = found(await data.lockPromotion(tx, by.storeId, promotionId), 'promotion')
  refuseStale(promotion.version, version)
  refuseIf(whyNotEnd(stateOfPromotion({ ...promotion, ended: promotion.endedAt !== null }, localDay(now, by.timeZone))))
  await data.writeEnded(tx, by.storeId, { id: promotion.id, at: now, byName: by.name, reason })
  deed.record({ subject: 'promotion', subjectId: promotion.id, after: { ended: true }, reason })
  deed.announce({ event: 'promotion.ended', subjectId: promotion.id, facts: { number: promotion.number } })
  return { version: promotion.version + 1 }
}

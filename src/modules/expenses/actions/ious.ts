import { may } from '../../../kernel/actor.ts'
import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { moveCash } from '../../settlement/public.ts'
import { listInbound } from '../../transfers/public.ts'
import type * as routes from '../contract.ts'
import * as data from '../data/ious.ts'
import { whyNotDraw, whyNotReturn } from '../domain/iou.ts'
import { whyNotOfKind } from '../domain/rule.ts'
import { expensePermissions } from '../permissions.ts'
import { listPeople, ruleOf } from './rule.ts'

/** Whose: everybody's for who may see all, else the own. */
export const whose = ({ by }: Reading): string | null => (may(by, expensePermissions.see.permission) ? null : by.personId)

export async function listIous(reading: Reading, { query }: InputOf<typeof routes.listIous>): Promise<AnswerOf<typeof routes.listIous>> {
  const listed = await data.listIous(reading.tx, reading.by.storeId, { group: query.group, find: query.find, personId: query.own === true ? reading.by.personId : whose(reading), after: query.after ?? null, limit: query.limit + 1 })
  const rows = listed.slice(0, query.limit).map(({ drawnAt, endedAt, shipmentId: _, ...iou }) => ({ ...iou, drawnAt: drawnAt.toISOString(), endedAt: endedAt?.toISOString() ?? null }))
  return { rows, next: listed.length > query.limit ? rows.at(-1)?.id ?? null : null }
}

export async function listShipments({ tx, by }: Reading): Promise<AnswerOf<typeof routes.listShipments>> {
  return { rows: (await listInbound(tx, by.storeId)).map(({ subjectId, number, fromZh, fromEn, dueFen }) => ({ id: subjectId, number, fromZh, fromEn, dueFen })) }
}

export type DrawWish = { readonly personId: string; readonly kind: string; readonly amountFen: number; readonly purpose: string; /** The incoming shipment whose cash on delivery it pays (WHK-1.2). */ readonly shipmentId: string | null }

/** The cashier hands cash out against an IOU 借条; the till's row is locked first, so two cashiers count the same open ones. */
export async function drawIou(deed: Deed, { personId, kind, amountFen, purpose, shipmentId }: DrawWish): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const rule = await ruleOf(deed)
  const person = found((await listPeople(deed)).rows.find(({ id }) => id === personId), 'person')
  refuseIf(whyNotOfKind(rule.kinds, kind))
  const shipment = shipmentId === null ? null : found((await listInbound(tx, by.storeId)).find(({ subjectId }) => subjectId === shipmentId), 'shipment')
  const iou = { id: deed.newId(), number: await nextNumber(deed, 'IO'), personId, personName: person.name, kind, amountFen, purpose, drawnAt: now, drawnByName: by.name, shipmentId, shipmentNumber: shipment?.number ?? null, shipmentDueFen: shipment?.dueFen ?? null }
  const movement = await moveCash(deed, { amountFen: -amountFen, subject: 'iou', subjectId: iou.id, about: [iou.number, person.name, iou.shipmentNumber ?? ''].join(' ').trim(), reason: purpose })
  const { count } = await data.openOf(tx, by.storeId, personId)
  refuseIf(whyNotDraw({ open: count + 1, most: rule.mostOpen, personId, personName: person.name, by: by.personId, drawnFor: shipmentId === null ? null : (await data.openOfShipment(tx, by.storeId, shipmentId))?.number ?? null }))
  await data.insertIou(tx, by.storeId, iou)
  deed.record({ subject: 'iou', subjectId: iou.id, after: { number: iou.number, person: person.name, kind, amountFen, purpose, shipment: iou.shipmentNumber, movement: movement.number } })
  deed.announce({ event: 'iou.drawn', subjectId: iou.id, facts: { number: iou.number } })
  return { id: iou.id, number: iou.number, version: 1 }
}

/** Nothing was spent: the whole advance comes back into the drawer. */
export async function returnIou(deed: Deed, { iouId, version, words }: { readonly iouId: string; readonly version: number; readonly words: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const iou = found(await data.lockIou(tx, by.storeId, iouId), 'IOU')
  refuseStale(iou.version, version)
  refuseIf(whyNotReturn(iou))
  const movement = await moveCash(deed, { amountFen: iou.amountFen, subject: 'iou', subjectId: iou.id, about: [iou.number, iou.personName, iou.shipmentNumber ?? ''].join(' ').trim(), reason: words })
  await data.writeEnded(tx, by.storeId, { id: iou.id, status: 'returned', at: now, byName: by.name, words })
  deed.record({ subject: 'iou', subjectId: iou.id, before: { status: iou.status }, after: { status: 'returned', movement: movement.number }, reason: words })
  deed.announce({ event: 'iou.returned', subjectId: iou.id, facts: { number: iou.number } })
  return { version: iou.version + 1 }
}

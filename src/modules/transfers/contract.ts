import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, filledText, id, moment, pageOf, pageQuery, pdf, positiveFen, printQuery, text, thousandths, version } from '../../platform/shapes.ts'
import { takenAs } from '../picking/contract.ts'
import { scanRules } from '../picking/domain/scanning.ts'
import { gapDecisions, gapKinds, outcomeKinds, transferStatuses } from './domain/transfer.ts'
import { transferPermissions } from './permissions.ts'

const whole = z.number().int()
const upTo = z.number().int().min(0).max(100_000_000)
const store = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() })

export const transferRow = z.object({
  id, number: z.string(), status: z.enum(transferStatuses), /** What this store is in it. */ side: z.enum(['asking', 'giving']), other: store, askedAt: moment, eta: day.nullable(), lines: whole, firstZh: z.string(), firstEn: z.string(), /** Missed and not decided. */ gaps: whole,
})
export type TransferRow = z.output<typeof transferRow>
export const transferGroups = ['todo', 'in', 'out'] as const

export const listTransfers = route({
  does: 'List transfers that wait for this store, come in or go out, newest first', method: 'GET', path: '/transfers', needs: transferPermissions.see,
  query: z.strictObject({ ...pageQuery, group: z.enum(transferGroups).default('in'), open: z.enum(['yes', 'no']).default('yes') }), gives: pageOf(transferRow),
})
const transfer = { params: z.strictObject({ transferId: id }) }

const line = z.object({
  id, partId: id, partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), asked: whole, agreed: whole, shipped: whole, arrived: whole, lost: whole, back: whole, /** Missed and not decided. */ missed: whole, /** May still arrive. */ open: whole,
  /** For the giving store before it ships: where to go, the oldest first. */ lots: z.array(z.object({ lotId: id, bin: z.string(), receivedOn: day, here: whole })),
})
export type TransferLine = z.output<typeof line>
const gap = z.object({ id, lineId: id, kind: z.enum(gapKinds), thousandths: whole, reason: z.string(), at: moment, personName: z.string(), decision: z.enum(gapDecisions).nullable(), words: z.string(), decidedAt: moment.nullable(), decidedByName: z.string().nullable() })
export type Gap = z.output<typeof gap>

export const seeTransfer = route({
  does: 'See a transfer', method: 'GET', path: '/transfers/:transferId', needs: transferPermissions.see, ...transfer,
  gives: z.object({
    id, number: z.string(), status: z.enum(transferStatuses), side: z.enum(['asking', 'giving']), asking: store, giving: store, note: z.string(), askedAt: moment, askedByName: z.string(), answeredAt: moment.nullable(), answeredByName: z.string().nullable(), answer: z.string(),
    shippedAt: moment.nullable(), shippedByName: z.string().nullable(), document: z.string(), carrier: z.string(), /** Who carried for this store before, the usual ones first; while it is to be shipped. */ carriers: z.array(z.string()), waybill: z.string(), eta: day.nullable(), endedAt: moment.nullable(), endedByName: z.string().nullable(), reason: z.string(), version,
    /** Whether goods must be scanned when they leave their shelf. */ scanning: z.enum(scanRules), lines: z.array(line), gaps: z.array(gap), outcomes: z.array(z.object({ id, lineId: id, kind: z.enum(outcomeKinds), thousandths: whole, costFen: whole.nullable(), at: moment, personName: z.string(), document: z.string(), /** An arrival that was reversed, below zero, with its reason; the arrival itself then was taken back. */ takesBack: z.boolean(), takenBack: z.boolean(), reason: z.string() })),
    /** Null for who may not see cost. Shipped = on the road + arrived + lost + back, to the fen. */
    cost: z.object({ shippedFen: whole, roadFen: whole, arrivedFen: whole, lostFen: whole, backFen: whole }).nullable(),
  }),
})
export type TransferView = z.output<typeof seeTransfer.gives>

const elsewhere = z.object({ storeId: id, store, free: whole })
export const seeElsewhere = route({
  does: 'See which other stores have a part free', method: 'GET', path: '/transfers/elsewhere/:partId', needs: transferPermissions.see, params: z.strictObject({ partId: id }), gives: z.object({ rows: z.array(elsewhere) }),
})
export const listWanted = route({
  does: 'List what this store waits for and another has free', method: 'GET', path: '/transfers/wanted', needs: transferPermissions.ask,
  gives: z.object({ rows: z.array(z.object({ requestId: id, number: z.string(), plate: z.string(), partId: id, partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), thousandths: whole, stores: z.array(elsewhere) })) }),
})
export type Wanted = z.output<typeof listWanted.gives>['rows'][number]

export const askTransfer = route({
  does: 'Ask another store for parts', method: 'POST', path: '/transfers', needs: transferPermissions.ask,
  body: z.strictObject({ givingStoreId: id, note: text(300).default(''), lines: z.array(z.strictObject({ partId: id, thousandths, requestId: id.optional() })).min(1).max(50) }), gives: z.object({ id, number: z.string(), version }),
  refuses: ['transfers.part-twice', 'transfers.store-has-less', 'transfers.request-served', 'transfers.request-ordered'],
})
export const answerTransfer = route({
  does: 'Agree to a transfer, or refuse it', method: 'POST', path: '/transfers/:transferId/answer', needs: transferPermissions.answer, ...transfer,
  body: z.strictObject({ version, agree: z.boolean(), words: text(300).default(''), lines: z.array(z.strictObject({ lineId: id, thousandths: upTo })).max(50).default([]) }), gives: done,
  refuses: ['transfers.answered-already', 'transfers.giving-store-does', 'transfers.words-missing', 'transfers.more-than-asked', 'transfers.nothing-agreed', 'transfers.not-free'],
})
export const cancelTransfer = route({
  does: 'Cancel a transfer before it is shipped', method: 'POST', path: '/transfers/:transferId/cancellation', needs: transferPermissions.ask, ...transfer, body: z.strictObject({ version, reason: filledText(300) }), gives: done,
  refuses: ['transfers.on-the-road', 'transfers.over', 'transfers.giving-store-does'],
})
export const shipTransfer = route({
  does: 'Ship a transfer: the goods leave the books for the road', method: 'POST', path: '/transfers/:transferId/shipment', needs: transferPermissions.ship, ...transfer,
  body: z.strictObject({ version, carrier: text(60).default(''), waybill: text(60).default(''), eta: day, /** How each line was taken off its shelf; what is not named was not scanned. */ lines: z.array(z.strictObject({ lineId: id, ...takenAs })).max(50).default([]) }), gives: done.extend({ document: z.string() }),
  refuses: ['transfers.giving-store-does', 'transfers.not-agreed', 'picking.scan-missing', 'stock.older-lot-first', 'stock.lot-not-here', 'transfers.withdrawn', 'transfers.eta-in-past', 'stock.not-enough', 'stock.reserved-elsewhere'],
})
export const receiveTransfer = route({
  does: 'Receive a transfer, whole or in part, and say what is missing', method: 'POST', path: '/transfers/:transferId/arrival', needs: transferPermissions.receive, ...transfer,
  body: z.strictObject({ version, lines: z.array(z.strictObject({ lineId: id, arrived: upTo, placeId: id.nullable(), missing: upTo, kind: z.enum(gapKinds).default('short'), reason: text(300).default('') })).min(1).max(50) }), gives: done.extend({ document: z.string() }),
  refuses: ['transfers.asking-store-does', 'transfers.not-shipped', 'transfers.nothing-counted', 'transfers.more-than-shipped', 'transfers.bin-missing', 'transfers.words-missing', 'stock.not-a-bin'],
})
export const reverseArrival = route({
  does: 'Reverse the arrival of a transfer: its goods are on the road again', method: 'POST', path: '/transfers/:transferId/arrival-reversal', needs: transferPermissions.receive, ...transfer,
  body: z.strictObject({ version, /** Of the receipt. */ document: filledText(60), reason: filledText(300) }), gives: done, refuses: ['transfers.asking-store-does', 'transfers.not-arrived', 'stock.lot-already-used'],
})
export const decideGap = route({
  does: 'Decide what became of goods that the other store misses', method: 'POST', path: '/transfers/:transferId/gaps/:gapId', needs: transferPermissions.answer, params: z.strictObject({ transferId: id, gapId: id }),
  body: z.strictObject({ version, decision: z.enum(gapDecisions), words: text(300) }), gives: done, refuses: ['transfers.decided-already', 'transfers.giving-store-does', 'transfers.words-missing'],
})
export const printSlip = route({ does: 'Print the slip that goes with a transfer', method: 'GET', path: '/transfers/:transferId/slip.pdf', needs: transferPermissions.see, ...transfer, query: printQuery, gives: pdf, refuses: ['transfers.no-slip'] })

export const listInbound = route({
  does: 'List what is on the way to this store, with the last word of its carrier', method: 'GET', path: '/inbound', needs: transferPermissions.see,
  gives: z.object({
    rows: z.array(z.object({
      subject: z.enum(['transfer', 'parts-order']), subjectId: id, number: z.string(), fromZh: z.string(), fromEn: z.string(), eta: day.nullable(), late: z.boolean(), /** Asked about today. */ askedToday: z.boolean(),
      word: z.object({ at: moment, personName: z.string(), arrivesOn: day, dueFen: whole, words: z.string() }).nullable(),
    })),
  }),
})
export type Inbound = z.output<typeof listInbound.gives>['rows'][number]
export const noteInbound = route({
  does: 'Note when a shipment arrives and what is to be paid on delivery', method: 'POST', path: '/inbound/:subjectId/word', needs: transferPermissions.callCarriers, params: z.strictObject({ subjectId: id }),
  body: z.strictObject({ arrivesOn: day, dueFen: positiveFen, words: text(300).default('') }), gives: z.object({ id }), refuses: ['transfers.eta-in-past'],
})

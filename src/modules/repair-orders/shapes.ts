import { z } from 'zod'
import { payers } from '../catalogue/domain/payers.ts'
import { day, fen, id, kilometres, moment, text, version } from '../../platform/shapes.ts'
import { addedWorkStatuses, decisionWays, urgencies } from './domain/added-work.ts'
import { purposes, statuses } from './domain/life.ts'
import { priceRules } from './domain/lines.ts'
import { damages, fourPieces, grades, interiorItems, luggageItems, panels } from './domain/reception-sheet.ts'
import { shareKinds } from './domain/shares.ts'

// What an order, its lines, its reception and its added work look like to whoever reads them; the routes stand in contract.ts.
export const receptionSheet = z.strictObject({
  valuablesReminded: z.boolean(), valuables: text(300), keyTag: text(20), fourPieceSet: z.array(z.enum(fourPieces)).max(4).readonly(),
  interior: z.record(z.enum(interiorItems), z.enum(['good', 'faulty'])), luggage: z.array(z.enum(luggageItems)).max(6).readonly(),
  marks: z.array(z.strictObject({ panel: z.enum(panels), damage: z.enum(damages), note: text(100) })).max(60).readonly(), tyres: text(200),
  consultation: z.strictObject({ words: text(1_000), when: text(200), where: text(200), frequency: text(200), grade: z.enum(grades) }), waits: z.boolean(), notes: text(500),
})

export const orderRow = z.object({
  id, number: z.string(), status: z.enum(statuses), plate: z.string(), purpose: z.enum(purposes), concern: z.string(),
  advisorId: id, advisorName: z.string(), arrivedAt: moment.nullable(), quotedUntil: day.nullable(), promisedAt: moment.nullable(), closedAt: moment.nullable(), version,
  ownerName: z.string(), modelName: z.string(), insurerName: z.string(), totalFen: fen, /** Added work that waits for its price or for the customer. */ openAddedWork: z.number().int(),
})
export type OrderRow = z.output<typeof orderRow>

/** What another payer takes of a line: hundredths of a percent for a share, fen for an amount or a deductible. */
export const share = z.strictObject({ payer: z.enum(payers), kind: z.enum(shareKinds), value: z.number().int().min(1).max(100_000_000_000) })

export const orderLine = z.object({
  id, kind: z.enum(['labour', 'part', 'sublet']), payer: z.enum(payers), partId: id.nullable(), operationId: id.nullable(), code: z.string(), nameZh: z.string(), nameEn: z.string(),
  trade: z.string().nullable(), unit: z.string(), quantityThousandths: z.number().int(), unitPriceFen: fen, discountFen: fen, amountFen: fen, priceRule: z.enum(priceRules),
  deviationReason: z.string().nullable(), approvedBy: id.nullable(), approvedByName: z.string().nullable(), refusedByName: z.string().nullable(), refusedReason: z.string().nullable(), insteadOf: z.string().nullable(), supplier: z.string().nullable(), outAt: moment.nullable(), backAt: moment.nullable(),
  stoppedReason: z.string().nullable(), version,
  /** Parts: reserved for this line, handed out net, and free in the store, in thousandths. */
  reserved: z.number().int(), issued: z.number().int(), free: z.number().int(),
  /** What others than the main payer take of it. */
  shares: z.array(share).readonly(),
  /** What is not sure about the number of a part, and who confirmed it. */ unclear: z.string().nullable(), confirmedByName: z.string().nullable(),
  /** The package it came with: accepted or refused with all its lines. */ package: z.object({ key: id, code: z.string(), nameZh: z.string(), nameEn: z.string() }).nullable(),
})
export type OrderLine = z.output<typeof orderLine>

export const reception = z.object({
  receivedAt: moment, personName: z.string(), vin: z.string().nullable(), senderName: z.string(), senderPhone: z.string(), mileageKm: kilometres, fuelEighths: z.number().int(),
  sheet: receptionSheet, signature: z.string().nullable(), unsignedReason: z.string().nullable(),
})

export const authorisation = z.object({
  number: z.number().int(), at: moment, personName: z.string(), promisedAt: moment, signature: z.string().nullable(), unsignedReason: z.string().nullable(), totalFen: fen,
  /** When it could have been ready as the shop stood then, and why it was promised earlier. */ earliestAt: moment.nullable(), earlyReason: z.string().nullable(),
})

const addedLine = orderLine.pick({ id: true, kind: true, payer: true, operationId: true, partId: true, code: true, nameZh: true, nameEn: true, unit: true, quantityThousandths: true, unitPriceFen: true, amountFen: true })

export const addedWorkView = z.object({
  id, number: z.number().int(), status: z.enum(addedWorkStatuses), findings: z.string(), urgency: z.enum(urgencies), foundAt: moment, foundByName: z.string(),
  /** What the workshop asked for by its label. */ askedPart: z.object({ partId: id, code: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), quantityThousandths: z.number().int() }).nullable(),
  lines: z.array(addedLine), totalFen: fen, pricedByName: z.string().nullable(), decidedAt: moment.nullable(), decidedByName: z.string().nullable(), decidedWay: z.enum(decisionWays).nullable(),
  customerName: z.string(), customerPhone: z.string(), words: z.string(), signature: z.string().nullable(), reason: z.string(), version,
})
export type AddedWorkView = z.output<typeof addedWorkView>

/** Added work that was refused on an earlier visit and not done since. */
const recommendation = addedWorkView.pick({ id: true, findings: true, urgency: true, lines: true, totalFen: true, version: true }).extend({ orderNumber: z.string(), refusedAt: moment })
export type Recommendation = z.output<typeof recommendation>

export const orderView = orderRow.extend({
  vehicleId: id.nullable(), ownerId: id.nullable(), quotedPhone: z.string(), /** The days of its prices are over; on arrival it is priced anew. */ quoteExpired: z.boolean(), lines: z.array(orderLine), reception: reception.nullable(), authorisation: authorisation.nullable(),
  closedReason: z.string().nullable(), addedWork: z.array(addedWorkView), recommendations: z.array(recommendation),
  steps: z.array(z.object({ id, fromStatus: z.string().nullable(), toStatus: z.enum(statuses), at: moment, personName: z.string(), reason: z.string() })),
})
export type OrderView = z.output<typeof orderView>

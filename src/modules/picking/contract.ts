import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, filledText, id, moment, pageOf, pageQuery, pdf, printQuery, thousandths, version } from '../../platform/shapes.ts'
import { payers } from '../catalogue/domain/payers.ts'
import { statuses } from '../repair-orders/domain/life.ts'
import { unscannedReasons, unscannedWays } from '../stock/domain/unscanned.ts'
import { scanRules } from './domain/scanning.ts'
import { pickingPermissions } from './permissions.ts'

const whole = z.number().int()

const car = z.object({ orderId: id, number: z.string(), plate: z.string(), modelName: z.string(), status: z.enum(statuses), advisorName: z.string(), promisedAt: moment.nullable() })

export const pickRow = car.extend({ lines: whole, open: whole })
export type PickRow = z.output<typeof pickRow>

export const listToPick = route({
  does: 'List the orders whose parts are to be picked', method: 'GET', path: '/picking', needs: pickingPermissions.see, gives: z.object({ rows: z.array(pickRow) }),
})

const scanning = z.enum(scanRules)
export const seeScanRule = route({
  does: 'See whether parts must be scanned when they leave their shelf', method: 'GET', path: '/picking/rule', needs: pickingPermissions.see,
  gives: z.object({ scanning, /** The edition that counts; nought: the preset. */ version: whole, history: z.array(z.object({ edition: whole, scanning, reason: z.string(), at: moment, personName: z.string() })) }),
})
export const keepScanRule = route({
  does: 'Decide whether parts must be scanned when they leave their shelf', method: 'POST', path: '/picking/rule', needs: pickingPermissions.keepRule,
  body: z.strictObject({ version: whole.min(0), scanning, reason: filledText(300) }), gives: done,
})
const unscanned = z.object({
  id, at: moment, document: z.string(), way: z.enum(unscannedWays), /** The order, the slip or the transfer. */ ofId: id, ofNumber: z.string(), /** The plate, who has it, or the store it went to. */ aboutZh: z.string(), aboutEn: z.string(), partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), thousandths: whole,
  /** Null: nobody asked. */ why: z.enum(unscannedReasons).nullable(), personName: z.string(),
})
export type Unscanned = z.output<typeof unscanned>
export const listUnscanned = route({
  does: 'List what left its shelf unscanned: for jobs, over the counter, to other stores', method: 'GET', path: '/picking/unscanned', needs: pickingPermissions.keepRule, query: z.strictObject(pageQuery), gives: pageOf(unscanned),
})

/** How a part left its shelf: the label that was scanned, or why none was. */
export const takenAs = { scannedLotId: id.nullable(), unscannedWhy: z.enum(unscannedReasons).nullable().default(null) }

const order = { params: z.strictObject({ orderId: id }) }

export const pickLine = z.object({
  lineId: id, partId: id, number: z.string(), /** The number asked for, where another of its chain is used. */ insteadOf: z.string().nullable(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), payer: z.enum(payers),
  wanted: whole, issued: whole, reserved: whole, free: whole, version,
  /** Oldest first: where to go, and which label to scan. */
  lots: z.array(z.object({ lotId: id, bin: z.string(), receivedOn: day, here: whole })),
})
export type PickLine = z.output<typeof pickLine>

export const pickView = car.extend({ scanning, lines: z.array(pickLine) })

export const seePicking = route({
  does: 'See the picking list of an order, with bins and lots', method: 'GET', path: '/picking/:orderId', needs: pickingPermissions.see, ...order, gives: pickView,
})

export const issueParts = route({
  does: 'Hand parts out to a job, oldest lot first', method: 'POST', path: '/picking/:orderId/issue', needs: pickingPermissions.issue, ...order,
  body: z.strictObject({ lines: z.array(z.strictObject({ lineId: id, thousandths, ...takenAs })).min(1).max(100) }),
  gives: z.object({ number: z.string(), issued: z.array(z.object({ lineId: id, lotId: id, bin: z.string(), thousandths: whole, costFen: whole })) }),
  refuses: ['picking.not-in-work', 'picking.more-than-authorised', 'stock.not-enough', 'stock.reserved-elsewhere', 'stock.older-lot-first', 'stock.lot-not-here', 'picking.line-twice', 'picking.scan-missing'],
})

export const takeBackParts = route({
  does: 'Take parts back from a job', method: 'POST', path: '/picking/:orderId/take-back', needs: pickingPermissions.takeBack, ...order,
  body: z.strictObject({ lineId: id, thousandths, reason: filledText(300) }), gives: z.object({ number: z.string() }),
  refuses: ['picking.already-settled', 'stock.more-than-issued'],
})

export const printPickingList = route({
  does: 'Print the picking list', method: 'GET', path: '/picking/:orderId/picking-list.pdf', needs: pickingPermissions.see, ...order, query: printQuery, gives: pdf,
})
export const printReturns = route({
  does: 'Print the return slip of a job', method: 'GET', path: '/picking/:orderId/return-slip.pdf', needs: pickingPermissions.see, ...order, query: printQuery, gives: pdf, refuses: ['picking.nothing-returned'],
})

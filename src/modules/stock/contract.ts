import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, filledText, id, moment, pageOf, pageQuery, pageQueryByNumber, pdf, positiveFen, printQuery, text, thousandths, version } from '../../platform/shapes.ts'
import { stockSorts } from './domain/list-order.ts'
import { stockPermissions } from './permissions.ts'

const whole = z.number().int()

export const stockRow = z.object({
  partId: id, number: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(),
  onHand: whole, quarantined: whole, reserved: whole, free: whole,
  /** Null for who may not see cost. */
  valueFen: whole.nullable(),
})
export type StockRow = z.output<typeof stockRow>

export const listStock = route({
  does: 'List the stock, by part', method: 'GET', path: '/stock', needs: stockPermissions.see,
  query: z.strictObject({ ...pageQueryByNumber, find: text(40).optional(), /** By value only for who may see cost. */ sort: z.enum(stockSorts).default('number') }),
  gives: pageOf(stockRow), refuses: ['stock.value-not-seen'],
})

/** Asked for beside the list, which does not wait for it: it walks over the whole stock. */
export const seeStockValue = route({
  does: 'See what the whole stock is worth, and how many parts are here', method: 'GET', path: '/stock/value', needs: stockPermissions.seeCost, gives: z.object({ valueFen: whole, parts: whole }),
})

const moveRow = z.object({
  id, at: moment, from: z.string(), to: z.string(), fromKind: z.string(), toKind: z.string(), receivedOn: day, thousandths: whole, costFen: whole.nullable(),
  document: z.string(), reason: z.string(), takesBack: id.nullable(), mayBeTakenBack: z.boolean(),
})

export const listPartMoves = route({
  does: 'List the moves of a part, the latest first', method: 'GET', path: '/stock/moves', needs: stockPermissions.see,
  query: z.strictObject({ ...pageQuery, partId: id }), gives: pageOf(moveRow),
})

export const seePartStock = route({
  does: 'See the lots of a part', method: 'GET', path: '/stock/:partId', needs: stockPermissions.see,
  params: z.strictObject({ partId: id }),
  gives: z.object({
    part: stockRow,
    lots: z.array(z.object({ lotId: id, placeId: id, receivedOn: day, bin: z.string(), kind: z.string(), here: whole, received: whole, costFen: whole.nullable(), document: z.string() })),
  }),
})

export const printLabel = route({
  does: 'Print the label of a lot', method: 'GET', path: '/stock/:partId/lots/:lotId/:placeId/label.pdf', needs: stockPermissions.see,
  params: z.strictObject({ partId: id, lotId: id, placeId: id }), query: printQuery, gives: pdf,
})

export const listPlaces = route({
  does: 'List the bins', method: 'GET', path: '/stock-places', needs: stockPermissions.see,
  gives: z.object({ rows: z.array(z.object({ id, kind: z.string(), code: z.string(), active: z.boolean(), version })) }),
})

export const addBin = route({
  does: 'Add a bin', method: 'POST', path: '/stock-places', needs: stockPermissions.keepPlaces,
  body: z.strictObject({ code: z.string().trim().regex(/^[A-Z0-9][A-Z0-9-]{0,29}$/) }), gives: z.object({ id, version }),
})

export const receiveParts = route({
  does: 'Receive parts without an order', method: 'POST', path: '/stock/receipts', needs: stockPermissions.receive,
  body: z.strictObject({
    reference: filledText(100),
    /** `unit`: one of the part's purchase units, where the quantity is in that. */
    lines: z.array(z.strictObject({ partId: id, placeId: id, thousandths, unit: filledText(10).optional(), costFen: positiveFen })).min(1).max(200),
  }),
  gives: z.object({ number: z.string(), lots: z.array(id) }), refuses: ['stock.not-a-bin', 'stock.received-in-future', 'stock.unit-unknown', 'stock.unit-too-much', 'stock.unit-too-little'],
})

export const takeBackReceipt = route({
  does: 'Take a wrong receipt back, once', method: 'POST', path: '/stock/moves/:moveId/take-back', needs: stockPermissions.takeBack,
  params: z.strictObject({ moveId: id }), body: z.strictObject({ reason: filledText(500) }), gives: z.object({ done: z.boolean() }),
  refuses: ['stock.not-a-receipt', 'stock.already-taken-back', 'stock.lot-already-used'],
})

export const quarantine = route({
  does: 'Put damaged goods into quarantine', method: 'POST', path: '/stock/quarantine', needs: stockPermissions.quarantine,
  body: z.strictObject({ partId: id, lotId: id, placeId: id, thousandths, reason: filledText(500) }), gives: z.object({ number: z.string() }),
  refuses: ['stock.not-enough'],
})

import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, file, filledText, id, languageShape, moment, pageOf, pageQuery, refusalFacts, text, version } from '../../platform/shapes.ts'
import { priceKinds } from '../catalogue/domain/payers.ts'
import { flooredPayers } from './domain/floor.ts'
import { changes, listStates } from './domain/list.ts'
import { pricePermissions as may } from './permissions.ts'

const whole = z.number().int()
const kind = z.enum(priceKinds)
const reason = filledText(300)
/** Null for who may not see the cost of stock. */
const cost = whole.nullable()

const listRow = z.object({
  id, number: z.string(), name: z.string(), state: z.enum(listStates), fromDay: day.nullable(), broughtAt: moment, broughtByName: z.string(), counter: z.boolean(), counts: z.array(z.object({ kind, change: z.enum(changes), count: whole })), version,
})
export type ListRow = z.output<typeof listRow>
export const listLists = route({ does: 'List price lists, newest first', method: 'GET', path: '/price-lists', needs: may.see, query: z.strictObject(pageQuery), gives: pageOf(listRow) })

const other = z.object({ id, number: z.string() }).nullable()
const listView = listRow.extend({
  askedAt: moment.nullable(), askedByName: z.string().nullable(), approvedAt: moment.nullable(), approvedByName: z.string().nullable(), endedAt: moment.nullable(), endedByName: z.string().nullable(), words: z.string(), /** While it is taken up: how many of its prices are written. */ taking: z.object({ done: whole, whole, does: z.enum(['take-up', 'withdraw', 'reverse']) }).nullable(), /** Of a counter list: parts that had a newer price, and keep it; some of them by number. */ kept: z.object({ count: whole, numbers: z.array(z.string()) }).nullable(), /** Why it went back to a draft meanwhile. */ refusal: z.object({ code: z.string(), facts: refusalFacts }).nullable(),
  reverses: other, reversedBy: other, /** What waits: to be decided by whoever asks now, or asked by himself. */ request: z.object({ id, version, own: z.boolean() }).nullable(),
})
export type ListView = z.output<typeof listView>
const one = { params: z.strictObject({ listId: id }) }
export const seeList = route({ does: 'See a price list', method: 'GET', path: '/price-lists/:listId', needs: may.see, ...one, gives: listView })

export const touchings = ['all', 'changed', 'stock', 'estimates', 'below'] as const
export const lineSorts = ['number', 'dearest', 'cheapest', 'effect'] as const
const lineQuery = { kind: kind.default('cap'), change: z.enum(changes).optional(), touching: z.enum(touchings).default('all'), sort: z.enum(lineSorts).default('number'), find: text(60).optional() }
const listLine = z.object({
  partId: id, partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), priceFen: whole.nullable(), beforeFen: whole.nullable(), change: z.enum(changes), deltaFen: whole, /** Hundredths of a percent. */ percent: whole,
  /** In thousandths. */ here: whole, unitCostFen: cost, /** Above cost, of the price that will count, net of VAT; hundredths of a percent. */ margin: cost, /** Unsigned lines. */ estimates: whole,
})
export type ListLine = z.output<typeof listLine>
export const listLines = route({
  does: 'See how a price list differs from the prices before it', method: 'GET', path: '/price-lists/:listId/lines', needs: may.see, ...one,
  query: z.strictObject({ ...lineQuery, after: z.string().max(80).optional(), limit: z.coerce.number().int().min(1).max(200).default(60) }), gives: pageOf(listLine),
})
export const seeEffect = route({
  does: 'See what a price list does to the stock and to open estimates', method: 'GET', path: '/price-lists/:listId/effect', needs: may.see, ...one, query: z.strictObject({ kind: kind.default('cap') }),
  gives: z.object({ parts: whole, beforeFen: whole, afterFen: whole, costFen: cost, below: cost, estimates: whole }),
})
export const listFile = route({
  does: 'Save the differences of a price list as a workbook', method: 'GET', path: '/price-lists/:listId/file', needs: may.see, ...one, query: z.strictObject({ ...lineQuery, language: languageShape.default('zh-CN') }), gives: file,
})

export const prepareList = route({
  does: 'Name a price list and set the day it takes effect', method: 'POST', path: '/price-lists/:listId/preparation', needs: may.draft, ...one, body: z.strictObject({ version, name: filledText(60), fromDay: day }), gives: done,
  refuses: ['prices.not-a-draft', 'prices.day-past'],
})
export const askForList = route({
  does: 'Ask for the approval of a price list', method: 'POST', path: '/price-lists/:listId/request', needs: may.draft, ...one, body: z.strictObject({ version }), gives: done,
  refuses: ['prices.not-a-draft', 'prices.no-lines', 'prices.day-missing', 'prices.day-past', 'approvals.asked-already'],
})
export const discardList = route({
  does: 'Discard a draft of a price list', method: 'POST', path: '/price-lists/:listId/discard', needs: may.draft, ...one, body: z.strictObject({ version, reason }), gives: done, refuses: ['prices.not-a-draft'],
})
export const withdrawList = route({
  does: 'Withdraw an approved price list before its day', method: 'POST', path: '/price-lists/:listId/withdrawal', needs: may.approve, ...one, body: z.strictObject({ version, reason }), gives: done, refuses: ['prices.not-waiting', 'prices.another-under-way'],
})
export const reverseList = route({
  does: 'Reverse a price list in force by a counter list', method: 'POST', path: '/price-lists/:listId/reversal', needs: may.approve, ...one, body: z.strictObject({ version, reason }), gives: z.object({ version, counterId: id, number: z.string() }),
  refuses: ['prices.not-in-force', 'prices.counter-list', 'prices.another-under-way'],
})

const floor = z.object({ payer: z.enum(flooredPayers), edition: whole, /** Hundredths of a percent above cost; null: none. */ percent: whole.nullable(), reason: z.string(), at: moment, personName: z.string() })
export type FloorRow = z.output<typeof floor>
export const seeFloors = route({
  does: "See the store's floors of the margin and their history", method: 'GET', path: '/price-floors', needs: may.seeFloors, gives: z.object({ floors: z.array(floor), history: z.array(floor) }),
})
export const setFloor = route({
  does: "Set the store's floor of the margin for a payer", method: 'POST', path: '/price-floors', needs: may.setFloor,
  body: z.strictObject({ payer: z.enum(flooredPayers), /** The edition seen; 0: there is none yet. */ edition: whole.min(0).max(1_000_000), percent: whole.min(0).max(50_000).nullable(), reason }), gives: z.object({ edition: whole }), refuses: ['prices.floor-same'],
})
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
const soldLine = z.object({
  lineId: id, /** Where it was sold: on a repair order, or on a slip of the counter. */ orderId: id.nullable(), slipId: id.nullable(), number: z.string(), /** The plate, or the name on the slip. */ about: z.string(), personId: id, personName: z.string(), payer: z.enum(flooredPayers), day, partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), netFen: whole, costFen: cost,
  /** The floor that counted. */ percent: whole, approvedByName: z.string().nullable(),
})
export type SoldLine = z.output<typeof soldLine>
export const listSold = route({
  does: 'List what was sold below the floor in a month', method: 'GET', path: '/price-floors/sold', needs: may.seeFloors, query: z.strictObject({ ...pageQuery, month, personId: id.optional() }), gives: pageOf(soldLine),
})
export const soldByPerson = route({
  does: 'See who sold below the floor in a month', method: 'GET', path: '/price-floors/sold-by-person', needs: may.seeFloors, query: z.strictObject({ month }),
  gives: z.object({ rows: z.array(z.object({ personId: id, personName: z.string(), lines: whole, netFen: whole, costFen: cost })) }),
})

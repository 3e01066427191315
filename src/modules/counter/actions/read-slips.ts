import { may, type Actor } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/refusal.ts'
import { localDay, spanOfMonth, type LocalDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { standingRequest } from '../../approvals/public.ts'
import { typedWords } from '../../customers/domain/find-words.ts'
import { normalPhone } from '../../customers/domain/phone.ts'
import { contactPhone, findIdsByWords } from '../../customers/public.ts'
import { depositFor } from '../../parts-orders/domain/kinds.ts'
import { kindsOf } from '../../parts-orders/public.ts'
import { scanRuleOf } from '../../picking/public.ts'
import { requestsOfOrder } from '../../purchasing/public.ts'
import { asShown, paymentsOfSale, type CashOutside } from '../../settlement/public.ts'
import { stockPermissions } from '../../stock/permissions.ts'
import { issuedOf, lotsForIssue } from '../../stock/public.ts'
import type { listConsultants as consultantsRoute, listLost as lostRoute, listSlips as listRoute, seeMonth as monthRoute, MonthRow, seeSlip as seeRoute, SlipRow } from '../contract.ts'
import * as lost from '../data/lost-sales.ts'
import { slipsIssued } from '../data/months.ts'
import * as data from '../data/slips.ts'
import { dueFen, outsideFen } from '../domain/slip.ts'
import { counterPermissions } from '../permissions.ts'
import { consultantsOf } from './open-slip.ts'
import { priceRequestOf } from './price-requests.ts'
import { shortOf } from './short.ts'

const shownLots = 5

const rowOf = (by: Actor, slip: data.SlipData, today: LocalDay): SlipRow => ({
  id: slip.id, kind: slip.kind, number: slip.number, status: slip.status, name: slip.name, phone: contactPhone(by, slip.phone, slip.status === 'open' && may(by, counterPermissions.sell.permission)), paperNumber: slip.paperNumber, orderId: slip.orderId, orderNumber: slip.orderNumber, plate: slip.plate, dueOn: slip.dueOn,
  overdue: slip.dueOn !== null && slip.dueOn < today && slip.status === 'issued', totalFen: slip.totalFen, dueFen: dueFen(slip), outsideFen: outsideFen(slip), outsideBy: slip.codFen === null ? '' : slip.carrier, openedAt: slip.openedAt.toISOString(), openedByName: slip.openedByName, version: slip.version,
})

/** As many customers of a common name are looked at; who typed less than that must type more. */
const mostCustomers = 200

async function searchOf({ tx, by }: Reading, typed: string): Promise<data.SlipSearch | null> {
  const words = typedWords(typed)
  if (words.length === 0) return null
  const phone = /^[\d\s()+-]+$/.test(typed) ? normalPhone(typed) : ''
  return { number: typed.trim().toUpperCase(), name: typed.trim().toLowerCase(), phone, customerIds: await findIdsByWords(tx, by.storeId, words, mostCustomers) }
}

export async function listSlips(reading: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const { tx, by, now } = reading
  const rows = await data.listSlips(tx, by.storeId, { kind: query.kind, group: query.group, search: await searchOf(reading, query.find ?? ''), after: query.after ?? null, limit: query.limit + 1 })
  const today = localDay(now, by.timeZone)
  return { rows: rows.slice(0, query.limit).map((slip) => rowOf(by, slip, today)), next: rows.length > query.limit ? rows[query.limit - 1]?.id ?? null : null }
}

/** For the search from everywhere: sales by their number, or by who bought. */
export const findSales = async (reading: Reading, find: string, limit: number): Promise<SlipRow[]> => (await listSlips(reading, { params: undefined, query: { kind: 'sale', group: 'all', find, limit }, body: undefined })).rows

/** Who may stand on the sales department's paper. */
export const listConsultants = async (reading: Reading): Promise<AnswerOf<typeof consultantsRoute>> => ({ names: await consultantsOf(reading) })

const depositsBefore = async (reading: Reading, priceFen: number): Promise<{ kind: string; depositFen: number }[]> =>
  (await kindsOf(reading)).filter(({ active }) => active).map((kind) => ({ kind: kind.code, depositFen: depositFor(kind, priceFen) })).filter(({ depositFen }) => depositFen > 0)

/** A slip with its goods, where they lie, what is short of them, and its money; cost for who may see it. */
export async function seeSlip(reading: Reading, slipId: string): Promise<AnswerOf<typeof seeRoute>> {
  const { tx, by, now } = reading
  const slip = found(await data.findSlip(tx, by.storeId, slipId), 'slip')
  const lines = await data.linesOf(tx, by.storeId, slipId)
  const [short, requests, returns, payments, issued, writeOffs, lots] = await Promise.all([
    shortOf(reading, slipId, lines), requestsOfOrder(tx, by.storeId, slipId), data.returnsOf(tx, by.storeId, slipId), paymentsOfSale(tx, by.storeId, slipId), issuedOf(tx, by.storeId, lines.map(({ id }) => id)), data.writeOffsOf(tx, by.storeId, slipId),
    slip.status === 'open' ? lotsForIssue(tx, by.storeId, lines.map(({ partId }) => partId)) : [],
  ])
  const seesCost = may(by, stockPermissions.seeCost.permission)
  const costOf = (lineId: string): number => issued.find((row) => row.lineId === lineId)?.costFen ?? 0
  const moment = (at: Date | null) => at?.toISOString() ?? null
  return {
    ...rowOf(by, slip, localDay(now, by.timeZone)), customerId: slip.customerId, note: slip.note, allowanceFen: slip.allowanceFen, allowanceReason: slip.allowanceReason, returnedFen: slip.returnedFen, paidFen: slip.paidFen, depositFen: slip.depositFen, writtenOffFen: slip.writtenOffFen, writeOffAsked: outsideFen(slip) > 0 && (await standingRequest(tx, by.storeId, 'cod-write-off', slipId))?.state === 'asked', depositsFor: slip.kind === 'sale' && slip.status === 'open' ? await depositsBefore(reading, slip.totalFen) : [],
    issuedAt: moment(slip.issuedAt), issuedByName: slip.issuedByName, handedAt: moment(slip.handedAt), handedByName: slip.handedByName, way: slip.way, codFen: slip.codFen, carrier: slip.carrier, waybill: slip.waybill, address: slip.address, reason: slip.reason, scanning: await scanRuleOf(reading),
    costFen: seesCost ? lines.reduce((sum, { id }) => sum + costOf(id), 0) : null,
    lines: lines.map(({ issuedThousandths, returnedThousandths, consumedThousandths, ...line }) => {
      const request = requests.findLast(({ lineId }) => lineId === line.id)
      return {
        ...line, issued: issuedThousandths, returned: returnedThousandths, consumed: consumedThousandths, ...(slip.status === 'open' ? short.get(line.id) ?? { reserved: 0, short: 0 } : { reserved: 0, short: 0 }), costFen: seesCost ? costOf(line.id) : null,
        request: request === undefined ? null : { number: request.number, status: request.status, eta: request.eta },
        lots: lots.filter(({ partId }) => partId === line.partId).slice(0, shownLots).map(({ lotId, bin, receivedOn, here }) => ({ lotId, bin, receivedOn, here })),
      }
    }),
    priceRequest: await priceRequestOf(reading, slip, lines),
    carriers: slip.kind === 'sale' && slip.status === 'issued' ? await data.carriersOf(tx, by.storeId) : [],
    writeOffs: writeOffs.map(({ id, number, amountFen, reason, at, askedByName, personName }) => ({ id, number, amountFen, reason, at: at.toISOString(), askedByName, personName })),
    returns: returns.map(({ personId: _, ...row }) => ({ ...row, at: row.at.toISOString() })),
    payments: payments.map((payment) => {
      const { id, number, at, way, amountFen, reference, feeFen, personName, reason } = asShown(payment)
      return { id, number, at, way, amountFen, reference, feeFen, personName, reason, prepaid: payment.prepaid }
    }),
  }
}

const mostOutside = 200

/** Whose cash on delivery is still outside, for the day's closing. */
export const cashOutside = async ({ tx, by }: Reading): Promise<CashOutside[]> =>
  (await data.slipsOutside(tx, by.storeId, mostOutside)).map((slip) => ({ saleId: slip.id, number: slip.number, by: slip.carrier, handedAt: found(slip.handedAt, 'moment'), owedFen: outsideFen(slip) }))

/** What sales cost and what was given for them, for who orders their parts. */
export const depositsOfSales = async ({ tx, by }: Pick<Reading, 'tx' | 'by'>, slipIds: readonly string[]): Promise<{ slipId: string; number: string; priceFen: number; depositFen: number }[]> =>
  (await data.findSlips(tx, by.storeId, slipIds)).map(({ id, number, totalFen, depositFen }) => ({ slipId: id, number, priceFen: totalFen, depositFen }))

export async function listLost({ tx, by }: Reading, { query }: InputOf<typeof lostRoute>): Promise<AnswerOf<typeof lostRoute>> {
  const rows = await lost.listLost(tx, by.storeId, query.after ?? null, query.limit + 1)
  return { rows: rows.slice(0, query.limit).map(({ partId: _, ...row }) => ({ ...row, at: row.at.toISOString() })), next: rows.length > query.limit ? rows[query.limit - 1]?.id ?? null : null }
}

/** Accessories by consultant, for the sales department; consumables by job, and what the workshop had for the month (PPL-3.2). */
export async function seeMonth({ tx, by }: Reading, { query: { kind, month } }: InputOf<typeof monthRoute>): Promise<AnswerOf<typeof monthRoute>> {
  const slips = await slipsIssued(tx, by.storeId, { kind, ...spanOfMonth(month, by.timeZone) })
  const seesCost = may(by, stockPermissions.seeCost.permission)
  const sum = (rows: readonly { amountFen: number; costFen: number }[], of: 'amountFen' | 'costFen') => rows.reduce((total, row) => total + row[of], 0)
  const groups = Map.groupBy(slips, ({ orderId, name }) => (kind === 'accessory' ? name : orderId ?? `month ${name}`))
  const rows = [...groups].map(([key, own]): MonthRow => ({
    key, names: [...new Set(own.map(({ name }) => name))], orderId: own[0]?.orderId ?? null, orderNumber: own[0]?.orderNumber ?? '', plate: own[0]?.plate ?? '', slips: own.length, amountFen: sum(own, 'amountFen'),
    costFen: seesCost ? sum(own, 'costFen') : null, numbers: own.map(({ number, paperNumber }) => (paperNumber === '' ? number : `${number} (${paperNumber})`)),
  }))
  return { rows, amountFen: sum(slips, 'amountFen'), costFen: seesCost ? sum(slips, 'costFen') : null }
}

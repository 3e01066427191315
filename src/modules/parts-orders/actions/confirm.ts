import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { localDay, type LocalDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { countOf, refusedLine, type ImportOutcome } from '../../../platform/import-outcome.ts'
import { loseSource, sourceRequests } from '../../purchasing/public.ts'
import * as lines from '../data/lines.ts'
import * as data from '../data/orders.ts'
import type { OrderKind } from '../domain/kinds.ts'
import { dayOfConfirmed, whyNotCancelLine, whyNotCancelOrder, whyNotConfirm } from '../domain/order.ts'
import { done, lockSeen } from './draft.ts'
import { kindsOf } from './suppliers.ts'

type Seen = { readonly orderId: string; readonly version: number }
export type ConfirmedLine = { readonly lineId: string; readonly confirmedThousandths: number; readonly eta: LocalDay | null; readonly answer: string }

/** What the supplier said: quantity, day, and what is left over as a back-order, whose day he will say. */
export async function confirmOrder(deed: Deed, { lines: typed, ...seen }: Seen & { readonly lines: readonly ConfirmedLine[] }): Promise<{ version: number }> {
  const { tx, by } = deed
  const order = await lockSeen(deed, seen)
  const all = new Map((await lines.linesOfOrders(tx, by.storeId, [order.id])).map((line) => [line.id, line]))
  const said = typed.map((row) => ({ ...row, eta: dayOfConfirmed(row.confirmedThousandths, row.eta) }))
  for (const row of said) refuseIf(judge(deed, order, found(all.get(row.lineId), 'line'), row))
  await write(deed, order, said.map((row) => ({ ...row, line: found(all.get(row.lineId), 'line') })))
  return done(deed, order, 'confirmed', { status: 'confirmed', lines: said })
}

const judge = ({ now, by }: Reading, { status }: data.OrderData, line: lines.LineData, { confirmedThousandths, eta }: Omit<ConfirmedLine, 'lineId'>): Refusal | null =>
  whyNotConfirm({ status, ordered: line.thousandths - line.cancelledThousandths, received: line.receivedThousandths, confirmed: confirmedThousandths, eta, today: localDay(now, by.timeZone) })

async function write(deed: Deed, order: data.OrderData, rows: readonly (ConfirmedLine & { readonly line: lines.LineData })[]): Promise<void> {
  const { tx, by, now } = deed
  await lines.confirmLines(tx, by.storeId, rows.map(({ lineId, confirmedThousandths: confirmed, eta, answer }) => ({ lineId, confirmed, eta, answer })))
  await data.confirmOrder(tx, by.storeId, order.id, now, by.name)
  const kind = await kindOf(deed, order)
  await loseSource(deed, rows.flatMap(({ line: { requestId, openThousandths }, confirmedThousandths, answer }) => (requestId === null || confirmedThousandths > 0 || openThousandths === 0 ? []
    : [{ requestId, source: kind.source, supplier: order.supplierName, why: [order.supplierName, answer.trim() || '0'].join(' · ') }])))
  await sourceRequests(deed, rows.flatMap(({ line: { requestId, openThousandths }, eta }) => (requestId === null || eta === null || openThousandths === 0 ? [] : [{ requestId, source: kind.source, supplier: order.supplierName, eta }])))
}

const kindOf = async (deed: Deed, { kind }: data.OrderData): Promise<OrderKind> => found((await kindsOf(deed)).find(({ code }) => code === kind), 'kind of order')

/** The requests that these open lines were to serve wait for another source. */
const loseSourceOf = async (deed: Deed, order: data.OrderData, open: readonly lines.LineData[], why: string): Promise<void> => {
  const { source } = await kindOf(deed, order)
  await loseSource(deed, open.flatMap(({ requestId, openThousandths }) => (requestId === null || openThousandths === 0 ? [] : [{ requestId, source, supplier: order.supplierName, why }])))
}

/** What is open will not come: the rest of the order may so be complete. The request that it served waits for another source. */
export async function cancelLine(deed: Deed, { lineId, thousandths, reason, ...seen }: Seen & { readonly lineId: string; readonly thousandths: number; readonly reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const order = await lockSeen(deed, seen)
  const line = found((await lines.linesOfOrders(tx, by.storeId, [order.id])).find(({ id }) => id === lineId), 'line')
  refuseIf(whyNotCancelLine({ status: order.status, open: line.openThousandths, quantity: thousandths }))
  await lines.cancelOpen(tx, by.storeId, lineId, thousandths, reason)
  await data.settleStatus(tx, by.storeId, order.id, now)
  if (thousandths === line.openThousandths) await loseSourceOf(deed, order, [line], reason)
  return done(deed, order, 'line-cancelled', { part: line.partNumber, thousandths }, reason)
}

export async function cancelOrder(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const { tx, by } = deed
  const order = await lockSeen(deed, seen)
  const all = await lines.linesOfOrders(tx, by.storeId, [order.id])
  refuseIf(whyNotCancelOrder({ status: order.status, received: all.reduce((sum, { receivedThousandths }) => sum + receivedThousandths, 0) }))
  await lines.cancelAllOpen(tx, by.storeId, order.id, reason)
  await data.cancelOrder(tx, by.storeId, order.id, reason)
  if (order.status !== 'draft') await loseSourceOf(deed, order, all, reason)
  return done(deed, order, 'cancelled', { status: 'cancelled' }, reason)
}

export type ImportedConfirmation = { readonly line: number; readonly order: string; readonly number: string; readonly confirmedThousandths: number; readonly eta: LocalDay | null; readonly answer: string | null }

export const judgeConfirmations = async (reading: Reading, rows: readonly ImportedConfirmation[]): Promise<ImportOutcome[]> => (await plan(reading, rows, data.ordersByNumber)).outcomes

/** The maker's confirmation from its sheet: one row for each part of an order. */
export async function importConfirmations(deed: Deed, rows: readonly ImportedConfirmation[], importId: string): Promise<ImportOutcome[]> {
  const { outcomes, confirmed } = await plan(deed, rows, data.lockOrdersByNumber)
  for (const { order, rows: said } of confirmed) {
    await write(deed, order, said)
    done(deed, order, 'confirmed', { status: 'confirmed', lines: said.map(({ lineId, confirmedThousandths, eta, answer }) => ({ lineId, confirmedThousandths, eta, answer })) })
  }
  deed.record({ subject: 'parts-order-import', subjectId: importId, after: { changed: countOf(outcomes, 'changed') } })
  return outcomes
}

type Planned = { readonly order: data.OrderData; readonly rows: (ConfirmedLine & { readonly line: lines.LineData })[] }

/** A part that stands on an order for several requests is confirmed in their order: what is confirmed goes to the first ones. */
async function plan(reading: Reading, rows: readonly ImportedConfirmation[], ordersOf: typeof data.ordersByNumber): Promise<{ outcomes: ImportOutcome[]; confirmed: Planned[] }> {
  const { tx, by } = reading
  const orders = new Map((await ordersOf(tx, by.storeId, [...new Set(rows.map(({ order }) => order))])).map((order) => [order.number, order]))
  const all = orders.size === 0 ? [] : await lines.linesOfOrders(tx, by.storeId, [...orders.values()].map(({ id }) => id))
  const planned = new Map<string, Planned>()
  const outcomes = rows.map(({ line, order: orderNumber, number, confirmedThousandths, eta, answer }): ImportOutcome => {
    const order = orders.get(orderNumber)
    if (order === undefined) return refusedLine(line, 'order', new Refusal('parts-orders.unknown-order', { number: orderNumber }))
    const own = all.filter(({ orderId, partNumber }) => orderId === order.id && partNumber === number)
    const [first] = own
    if (first === undefined) return refusedLine(line, 'number', new Refusal('parts-orders.not-on-this-order', { part: number, number: orderNumber }))
    const shares = shared(own, confirmedThousandths)
    const said = own.map((one, index) => {
      const confirmed = shares.each[index] ?? 0
      return { line: one, lineId: one.id, confirmedThousandths: confirmed, eta: dayOfConfirmed(confirmed, eta), answer: answer ?? '' }
    })
    const refusal = shares.over ? new Refusal('parts-orders.more-than-ordered') : said.map((row) => judge(reading, order, row.line, row)).find((why) => why !== null) ?? null
    if (refusal !== null) return refusedLine(line, refusal.code === 'parts-orders.eta-in-past' || refusal.code === 'parts-orders.day-missing' ? 'eta' : 'confirmedThousandths', refusal)
    if (said.every((row) => row.line.confirmedThousandths === row.confirmedThousandths && (row.eta === null || row.line.eta === row.eta) && row.line.answer === row.answer)) return { line, result: 'unchanged' }
    planned.set(order.id, { order, rows: [...planned.get(order.id)?.rows ?? [], ...said] })
    return { line, result: 'changed' }
  })
  return { outcomes, confirmed: [...planned.values()] }
}

function shared(own: readonly lines.LineData[], confirmed: number): { each: number[]; over: boolean } {
  let left = confirmed
  const each = own.map(({ thousandths, cancelledThousandths }) => {
    const share = Math.min(left, thousandths - cancelledThousandths)
    left -= share
    return share
  })
  return { each, over: left > 0 }
}

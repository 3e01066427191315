import type { Actor } from '../../kernel/actor.ts'
import { netOf } from '../../kernel/money.ts'
import { found } from '../../kernel/refusal.ts'
import { addDays, addMonths, localDay, startOfDay } from '../../kernel/time.ts'
import { approveRequest, standingRequest } from '../../modules/approvals/public.ts'
import { addSupplier, draftOrder, seeOrder, submitOrder } from '../../modules/parts-orders/public.ts'
import { beginReceipt, countLine, postReceipt } from '../../modules/receiving/public.ts'
import { beginStatement, closeStatement, enterLines, paySupplier, requestPayment, seeStatement, takeUp } from '../../modules/suppliers/public.ts'
import type { Database } from '../../platform/database.ts'
import type { Deed } from '../../platform/deed.ts'
import type { Masters } from './masters.ts'
import { doesIn, type Does } from './perform-visit.ts'
import type { DemoStock } from './stock.ts'

type Wish = { readonly supervisor: Actor; readonly keeper: Actor; readonly finance: Actor; readonly cashier: Actor; readonly parts: Masters['parts']; readonly stock: DemoStock; readonly now: Date }

const hour = 3_600_000

/** A supplier's account: last month's statement agreed, invoiced, signed and paid; this month's with a price that differs and a delivery that we do not know. */
export async function keepAccount(database: Database, wish: Wish): Promise<void> {
  const { supervisor: by, parts, now } = wish
  const does = doesIn(database)
  const thisMonth = `${localDay(now, by.timeZone).slice(0, 7)}-01`
  const lastMonth = addMonths(thisMonth, -1)
  const on = (day: number, clock: number): Date => new Date(startOfDay(addDays(lastMonth, day - 1), by.timeZone).getTime() + clock * hour)
  const begun = startOfDay(thisMonth, by.timeZone).getTime()
  const ago = (hours: number): Date => new Date(Math.max(now.getTime() - hours * hour, begun)) // on the first of a month nothing of it lies in the last one
  const { id: supplierId } = await does(by, on(3, 10), (deed) => addSupplier(deed, { name: '江杨配件经营部', kind: 'outside', contact: '顾师傅', phone: '', note: '月结' }))
  await delivered(does, wish, { supplierId, parts: parts.slice(60, 63), deliveryNote: 'JY10187', at: on(15, 10) })
  await agreed(does, wish, { supplierId, month: lastMonth.slice(0, 7), on })
  await delivered(does, wish, { supplierId, parts: parts.slice(63, 66), deliveryNote: 'JY10262', at: ago(30) })
  await disputed(does, wish, { supplierId, month: thisMonth.slice(0, 7), at: ago(5) })
}

type Delivery = { readonly supplierId: string; readonly parts: Masters['parts']; readonly deliveryNote: string; readonly at: Date }

/** Ordered in the morning, on the shelf the same day: two of each part, at half of what a customer pays. */
async function delivered(does: Does, { supervisor, keeper, stock }: Wish, { supplierId, parts, deliveryNote, at }: Delivery): Promise<void> {
  const lines = parts.map(({ id: partId, capFen }) => ({ partId, thousandths: 2_000, unitCostFen: netOf(Math.round(capFen / 2), 13), requestId: null }))
  const { id: orderId } = await does(supervisor, at, (deed) => draftOrder(deed, { supplierId, kind: 'W', note: '', lines }))
  await does(supervisor, at, async (deed) => submitOrder(deed, { orderId, version: (await seeOrder(deed, orderId)).version, dayReason: '' }))
  await does(keeper, at, async (deed) => {
    const receipt = await beginReceipt(deed, { orderId, deliveryNote, waybill: '', pieces: 1, opened: 0, waybillWords: '' })
    const ordered = (await seeOrder(deed, orderId)).lines
    for (const [index, { id: lineId }] of ordered.entries()) {
      await countLine(deed, { receiptId: receipt.id, version: index + 1, lineId, noted: 2_000, counted: 2_000, damaged: 0, wrong: 0, words: '', placeId: found(stock.bins[50 + index], 'bin') })
    }
    await postReceipt(deed, { receiptId: receipt.id, version: ordered.length + 1 })
  })
}

type Month = { readonly supplierId: string; readonly month: string }

/** Theirs, as what we received says it; the first line of them may be dearer by so many percent. */
async function theirs(deed: Deed, statementId: string, percent: number) {
  return (await seeStatement(deed, statementId)).lines.map(({ ourDocument: document, partNumber, ourThousandths, ourFen }, index) =>
    ({ document, partNumber, thousandths: ourThousandths ?? 0, fen: Math.round(((ourFen ?? 0) * (index === 0 ? percent : 100)) / 100) }))
}

/** Begun on the 22nd, on the 25th with its invoice at the finance manager's, paid the day after (PTS-4.2, PTS-4.3). */
async function agreed(does: Does, { supervisor, finance, cashier }: Wish, { supplierId, month, on }: Month & { readonly on: (day: number, clock: number) => Date }): Promise<void> {
  const { id: statementId, version } = await does(supervisor, on(22, 10), (deed) => beginStatement(deed, { supplierId, month }))
  const entered = await does(supervisor, on(22, 11), async (deed) => enterLines(deed, { statementId, version, lines: await theirs(deed, statementId, 100) }))
  const closed = await does(supervisor, on(22, 14), (deed) => closeStatement(deed, { statementId, version: entered.version }))
  const asked = await does(supervisor, on(25, 10), (deed) => requestPayment(deed, {
    statementId, version: closed.version, invoiceNumber: `2431200000${month.replace('-', '')}`, invoiceDay: `${month}-24`, netFen: closed.agreedFen, taxFen: Math.round((closed.agreedFen * 13) / 100),
  }))
  await does(finance, on(25, 15), async (deed) => {
    const request = found(await standingRequest(deed.tx, deed.by.storeId, 'supplier-payment', statementId), 'request')
    await approveRequest(deed, { requestId: request.id, version: request.version, reason: '' })
  })
  await does(cashier, on(26, 10), (deed) => paySupplier(deed, { statementId, version: asked.version + 1, reference: `YH${month.replace('-', '')}26001` }))
}

/** Their price of one part is above our order's, and stays open; a delivery we know nothing of was taken up with them. */
async function disputed(does: Does, { supervisor, parts }: Wish, { supplierId, month, at }: Month & { readonly at: Date }): Promise<void> {
  const { id: statementId, version } = await does(supervisor, at, (deed) => beginStatement(deed, { supplierId, month }))
  const unknown = { document: 'JY10255', partNumber: found(parts[66], 'part').number, thousandths: 1_000, fen: 8_600 }
  const entered = await does(supervisor, at, async (deed) => enterLines(deed, { statementId, version, lines: [...await theirs(deed, statementId, 106), unknown] }))
  await does(supervisor, at, async (deed) => {
    const line = found((await seeStatement(deed, statementId)).lines.find(({ document }) => document === unknown.document), 'line')
    await takeUp(deed, { statementId, version: entered.version, lineId: line.id, words: '已电话问顾师傅，等对方查送货单' })
  })
}

import { addDays, localDay } from '../../kernel/time.ts'
import type { Actor } from '../../kernel/actor.ts'
import { found } from '../../kernel/refusal.ts'
import { monthAfter, monthOf, type OrderDay } from '../../modules/parts-orders/domain/calendar.ts'
import { addSupplier, announceCalendar, confirmOrder, draftOrder, seeOrder, setCalendar, submitOrder } from '../../modules/parts-orders/public.ts'
import { beginReceipt, countLine, postReceipt } from '../../modules/receiving/public.ts'
import type { Deed } from '../../platform/deed.ts'
import type { Database } from '../../platform/database.ts'
import type { Masters } from './masters.ts'
import { doesIn, type Does } from './perform-visit.ts'
import type { DemoStock } from './stock.ts'

type Wish = { readonly by: Actor; readonly keeper: Actor; readonly parts: Masters['parts']; readonly stock: DemoStock; readonly now: Date }

const mDays = ['05', '15', '25']
const hours = (now: Date, back: number): Date => new Date(now.getTime() - back * 3_600_000)

/** Suppliers, the calendar of two months, and a handful of orders: a draft, one under way, one late, one that came short. */
export async function orderParts(database: Database, { by, keeper, parts, stock, now }: Wish): Promise<void> {
  const does = doesIn(database)
  const supplier = (name: string, kind: 'maker' | 'outside', contact: string) => does(by, hours(now, 200), (deed) => addSupplier(deed, { name, kind, contact, phone: '', note: '' }))
  const maker = await supplier('云岭配件中心库', 'maker', '韩经理')
  const outside = await supplier('东城汽配', 'outside', '方师傅')
  const month = monthOf(localDay(now, by.timeZone))
  await loadCalendar(does, by, month, hours(now, 190))
  await does(by, hours(now, 189), (deed) => announceCalendar(deed, { month, version: 1 }))
  await loadCalendar(does, by, monthAfter(month), hours(now, 48))
  const lines = (from: number, count: number) => parts.slice(from, from + count).map(({ id: partId }, index) => ({ partId, thousandths: (index + 2) * 2_000, unitCostFen: null, requestId: null }))
  const order = async (kind: string, supplierId: string, [from, count]: readonly [number, number], back: number) => does(by, hours(now, back), (deed) => draftOrder(deed, { supplierId, kind, note: '', lines: lines(from, count) }))
  const submit = async (id: string, back: number) => does(by, hours(now, back), (deed) => submitOrder(deed, { orderId: id, version: 2, dayReason: '' }))
  const late = await order('W', outside.id, [12, 2], 120)
  await submit(late.id, 119)
  const came = await order('S', maker.id, [4, 4], 96)
  await submit(came.id, 95)
  await comeShort(does, { by, keeper, stock, now }, came.id)
  const waits = await order('S', maker.id, [8, 3], 24)
  await submit(waits.id, 23)
  await order('S', maker.id, [0, 3], 3)
}

async function loadCalendar(does: Does, by: Actor, month: string, at: Date): Promise<void> {
  const days: OrderDay[] = mDays.map((day) => ({ day: `${month}-${day}`, kind: 'M' }))
  await does(by, at, (deed) => setCalendar(deed, { month, version: 0, days }))
}

/** Confirmed with a day, received on its second day: one part short, the rest put away; its last line is still open. */
async function comeShort(does: Does, { by, keeper, stock, now }: Omit<Wish, 'parts'>, orderId: string): Promise<void> {
  const linesOf = async (deed: Deed) => (await seeOrder(deed, orderId)).lines
  const eta = addDays(localDay(now, by.timeZone), 1)
  await does(by, hours(now, 72), async (deed) => confirmOrder(deed, { orderId, version: 3, lines: (await linesOf(deed)).map(({ id: lineId, thousandths: confirmedThousandths }) => ({ lineId, confirmedThousandths, eta, answer: '' })) }))
  const receipt = await does(keeper, hours(now, 26), (deed) => beginReceipt(deed, { orderId, deliveryNote: 'SH20417', waybill: 'YD88012', pieces: 3, opened: 0, waybillWords: '', driver: '段师傅' }))
  for (const index of [0, 1, 2]) {
    await does(keeper, hours(now, 25), async (deed) => {
      const { id: lineId, openThousandths } = found((await linesOf(deed))[index], 'line')
      return countLine(deed, { receiptId: receipt.id, version: index + 1, lineId, noted: openThousandths, counted: openThousandths - (index === 1 ? 1_000 : 0), damaged: 0, wrong: 0, words: '', placeId: found(stock.bins[index], 'bin') })
    })
  }
  await does(keeper, hours(now, 25), (deed) => postReceipt(deed, { receiptId: receipt.id, version: 4 }))
}

import { found, Refusal, refuse, refuseIf } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import { findVehicles } from '../../vehicles/public.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listLines } from '../data/lines.ts'
import { findOrder, listSteps } from '../data/orders.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { printedLines } from './print-authorisation.ts'

/** 报价单: what it would cost, and until when these prices hold. Refused for an order that began without a quote, or has no lines yet. */
export async function printQuote({ tx, by, now }: Reading, orderId: string, language: Language): Promise<Printing> {
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const until = order.quotedUntil ?? refuse(new Refusal('repair-orders.no-quote-to-print'))
  const lines = await listLines(tx, by.storeId, orderId)
  refuseIf(lines.length === 0 ? new Refusal('repair-orders.no-quote-to-print') : null)
  const store = await findStore(tx, by.storeId)
  const quotedAt = found((await listSteps(tx, by.storeId, orderId))[0], 'step').at
  const [vehicle] = order.vehicleId === null ? [] : await findVehicles(tx, by.storeId, [order.vehicleId])
  return printing('quote', language, `${order.number}-quote`, {
    ...letterhead(store, language, localDay(quotedAt, store.timeZone)),
    number: order.number, printedAt: printedMoment(now, store.timeZone), advisor: order.advisorName, customer: order.ownerName, phone: order.quotedPhone,
    car: { plate: showPlate(order.plate), vin: vehicle?.vin ?? '', model: order.modelName }, customerWords: order.concern, validUntil: until, ...printedLines(lines, language), total: order.totalFen,
    terms: (language === 'en' ? en : zh)['repair-orders.quote-terms'],
  }, order.id)
}

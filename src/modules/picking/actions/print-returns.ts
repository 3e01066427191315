import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import { findOrder, listLines } from '../../repair-orders/public.ts'
import { returnsOfLines } from '../../stock/public.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'

/** 退料单: what came back from the job, with the lot and bin it went back to. Refused where nothing did. */
export async function printReturns({ tx, by, now }: Reading, orderId: string, language: Language): Promise<Printing> {
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const lines = await listLines(tx, by.storeId, orderId)
  const returns = await returnsOfLines(tx, by.storeId, lines.map(({ id }) => id))
  refuseIf(returns.length === 0 ? new Refusal('picking.nothing-returned') : null)
  const store = await findStore(tx, by.storeId)
  return printing('return-slip', language, `${order.number}-returns`, {
    ...letterhead(store, language, localDay(now, store.timeZone)),
    number: order.number, orderNumber: order.number, printedAt: printedMoment(now, store.timeZone), plate: showPlate(order.plate), advisor: order.advisorName,
    lines: returns.map(({ lineId, document, at, thousandths, bin, reason, takenBy }) => {
      const line = found(lines.find(({ id }) => id === lineId), 'line')
      return {
        document, at: printedMoment(at, store.timeZone), partNumber: line.code, name: language === 'en' ? line.nameEn : line.nameZh, unit: line.unit, quantity: thousandths, bin, reason, takenBy,
      }
    }),
  }, order.id)
}

import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { findAddedWork } from '../data/added-work.ts'
import { findOrder } from '../data/orders.ts'
import { findReception } from '../data/receptions.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { printedLines } from './print-authorisation.ts'

/** 增项确认单: the question while it is open, the record of the answer afterwards (SAD-1.7.3). Refused before it has a price. */
export async function printAddedWork({ tx, by, now }: Reading, addedWorkId: string, language: Language): Promise<Printing> {
  const work = found(await findAddedWork(tx, by.storeId, addedWorkId), 'added work')
  refuseIf(work.lines.length === 0 ? new Refusal('repair-orders.added-not-priced') : null)
  const order = found(await findOrder(tx, by.storeId, work.orderId), 'repair order')
  const reception = await findReception(tx, by.storeId, work.orderId)
  const store = await findStore(tx, by.storeId)
  const t = language === 'en' ? en : zh
  const moment = (at: Date | null) => printedMoment(at, store.timeZone)
  const { decidedAt, decidedWay, status } = work
  const number = `${order.number}-A${String(work.number)}`
  return printing('added-work-confirmation', language, number, {
    ...letterhead(store, language, localDay(decidedAt ?? work.foundAt, store.timeZone)),
    number, printedAt: moment(now), orderNumber: order.number, advisor: order.advisorName, owner: order.ownerName, car: { plate: showPlate(order.plate), vin: reception?.vin ?? '', model: order.modelName },
    findings: work.findings, urgency: t[`repair-orders.urgency.${work.urgency}`], foundAt: moment(work.foundAt), foundBy: work.foundByName,
    ...printedLines(work.lines.map((line) => ({ ...line, shares: [] })), language), total: work.totalFen,
    answer: decidedAt === null || decidedWay === null ? null : {
      agreed: status === 'agreed', at: moment(decidedAt), way: t[`repair-orders.added-way.${decidedWay}`], customer: work.customerName, phone: work.customerPhone, words: work.words, recordedBy: work.decidedByName ?? '',
    },
    promisedAt: status === 'refused' ? '' : moment(order.promisedAt), signature: work.signature === null || decidedAt === null ? null : { image: work.signature, signedAt: moment(decidedAt) },
  }, order.id)
}

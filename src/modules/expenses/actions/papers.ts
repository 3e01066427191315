import { formatFen } from '../../../kernel/money.ts'
import { found } from '../../../kernel/refusal.ts'
import { fill, type Language } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import { findIou } from '../data/ious.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { whose } from './ious.ts'
import { ruleOf } from './rule.ts'

/** 借条: signed by who takes the cash, kept by the cashier until it is settled or returned (PTS-6.2). */
export async function printIou(reading: Reading, iouId: string, language: Language): Promise<Printing> {
  const { tx, by, now } = reading
  const read = await findIou(tx, by.storeId, iouId)
  const [own, store, { kinds }] = [whose(reading), await findStore(tx, by.storeId), await ruleOf(reading)]
  const iou = found(read !== null && (own === null || own === read.personId) ? read : null, 'IOU')
  const t = language === 'en' ? en : zh
  const kind = kinds.find(({ code }) => code === iou.kind)
  const told = (name: string | null, at: Date | null): string => [name ?? '', printedMoment(at, store.timeZone)].filter((word) => word !== '').join(' ')
  const shipment = iou.shipmentNumber === null ? '' : iou.shipmentDueFen === null ? iou.shipmentNumber : fill(t['expenses.shipment-due'], { number: iou.shipmentNumber, due: formatFen(iou.shipmentDueFen) })
  return printing('iou', language, iou.number, {
    ...letterhead(store, language, localDay(iou.drawnAt, store.timeZone)), number: iou.number, printedAt: printedMoment(now, store.timeZone), status: t[`expenses.iou-status.${iou.status}`], borrower: iou.personName,
    kind: kind === undefined ? iou.kind : language === 'en' ? kind.en : kind.zh, purpose: iou.purpose, shipment, amount: iou.amountFen, drawnAt: printedMoment(iou.drawnAt, store.timeZone), cashier: iou.drawnByName,
    ended: iou.endedAt === null ? '' : [told(iou.endedByName, iou.endedAt), iou.usedBy ?? '', iou.words].filter((word) => word !== '').join(' · '),
  })
}

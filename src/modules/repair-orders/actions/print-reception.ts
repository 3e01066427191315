import { found, Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { findOrder } from '../data/orders.ts'
import { findReception } from '../data/receptions.ts'
import { fourPieces, interiorItems, luggageItems } from '../domain/reception-sheet.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { fuelOf } from './print-authorisation.ts'

/** 接车问诊单: the walk-around and the consultation as they were signed (SAD-1.2, SAD-1.3). Refused before the car was taken over. */
export async function printReception({ tx, by, now }: Reading, orderId: string, language: Language): Promise<Printing> {
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const { sheet, ...reception } = (await findReception(tx, by.storeId, orderId)) ?? refuse(new Refusal('repair-orders.not-received-yet'))
  const store = await findStore(tx, by.storeId)
  const t = language === 'en' ? en : zh
  const moment = (at: Date | null) => printedMoment(at, store.timeZone)
  const { consultation } = sheet
  return printing('reception-sheet', language, `${order.number}-reception`, {
    ...letterhead(store, language, localDay(reception.receivedAt, store.timeZone)),
    number: order.number, printedAt: moment(now), advisor: reception.personName, purpose: t[`repair-orders.purpose.${order.purpose}`], owner: order.ownerName, sender: reception.senderName, phone: reception.senderPhone, insurer: order.insurerName,
    car: { plate: showPlate(order.plate), vin: reception.vin ?? '', model: order.modelName }, mileageKm: reception.mileageKm, fuel: fuelOf(reception.fuelEighths), arrivedAt: moment(order.arrivedAt), receivedAt: moment(reception.receivedAt),
    customerWords: consultation.words, faultWhen: consultation.when, faultWhere: consultation.where, frequency: consultation.frequency, grade: t[`repair-orders.grade.${consultation.grade}`],
    marks: sheet.marks.map(({ panel, damage, note }) => ({ panel: t[`repair-orders.panel.${panel}`], damage: t[`repair-orders.damage.${damage}`], note })),
    interior: interiorItems.map((item) => ({ name: t[`repair-orders.interior.${item}`], good: sheet.interior[item] === 'good' })),
    luggage: luggageItems.map((item) => ({ name: t[`repair-orders.luggage.${item}`], good: sheet.luggage.includes(item) })),
    covers: fourPieces.map((piece) => ({ name: t[`repair-orders.piece.${piece}`], good: sheet.fourPieceSet.includes(piece) })),
    tyres: sheet.tyres, valuables: sheet.valuables, keyTag: sheet.keyTag, waits: sheet.waits, notes: sheet.notes,
    signature: reception.signature === null ? null : { image: reception.signature, signedAt: moment(reception.receivedAt) }, unsignedReason: reception.unsignedReason ?? '',
  }, order.id)
}

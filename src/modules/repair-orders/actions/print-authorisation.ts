import { found, Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import type { DocumentData } from '../../../platform/print/documents.ts'
import { findStore } from '../../organisation/public.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listLines, type LineData } from '../data/lines.ts'
import { findOrder } from '../data/orders.ts'
import { findAuthorisation, findReception } from '../data/receptions.ts'
import { ownHours, totalsByPayer } from '../domain/lines.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

type Paper = DocumentData['work-authorisation']

export const fuelOf = (eighths: number): string => (eighths === 0 ? 'E' : eighths === 8 ? 'F' : `${String(eighths)}/8`)

/** 任务委托书: the store's and the customer's copy, as the customer authorised it (SAD-1.5.3). Refused before there is an authorisation. */
export async function printAuthorisation({ tx, by, now }: Reading, orderId: string, language: Language): Promise<Printing> {
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const authorisation = (await findAuthorisation(tx, by.storeId, orderId)) ?? refuse(new Refusal('repair-orders.nothing-to-print'))
  const reception = found(await findReception(tx, by.storeId, orderId), 'reception sheet')
  const lines = await listLines(tx, by.storeId, orderId)
  const store = await findStore(tx, by.storeId)
  const t = language === 'en' ? en : zh
  const { choices } = authorisation.snapshot as { choices: { oldParts: string; wash: boolean; roadTest: boolean; waits: boolean } }
  const moment = (at: Date | null) => printedMoment(at, store.timeZone)
  const data: Paper = {
    ...letterhead(store, language, localDay(authorisation.at, store.timeZone)),
    number: order.number, version: authorisation.number, printedAt: moment(now), advisor: order.advisorName, owner: order.ownerName, sender: reception.senderName, phone: reception.senderPhone,
    car: { plate: showPlate(order.plate), vin: reception.vin ?? '', model: order.modelName }, mileageKm: reception.mileageKm, fuel: fuelOf(reception.fuelEighths),
    arrivedAt: moment(order.arrivedAt), promisedAt: moment(authorisation.promisedAt), customerWords: reception.sheet.consultation.words, ...printedLines(lines, language),
    total: authorisation.totalFen, terms: t['repair-orders.terms'], pickUpCode: order.pickUpCode ?? '',
    choices: { takesOldParts: choices.oldParts === 'take', freeWash: choices.wash, roadTest: choices.roadTest, waits: choices.waits, deliveryWay: t['repair-orders.delivery-way'] },
    signature: authorisation.signature === null ? null : { image: authorisation.signature, signedAt: moment(authorisation.at) },
  }
  return printing('work-authorisation', language, order.number, data, order.id)
}

type PrintedLine = Pick<LineData, 'kind' | 'payer' | 'shares' | 'code' | 'nameZh' | 'nameEn' | 'unit' | 'priceRule' | 'quantityThousandths' | 'unitPriceFen' | 'amountFen'>

/** Lines and sums as the customer reads them. Sublet work stands among the labour: for him it is work done on his car. */
export function printedLines(lines: readonly PrintedLine[], language: Language): Pick<Paper, 'labour' | 'parts' | 'totals'> {
  const t = language === 'en' ? en : zh
  const nameOf = ({ nameZh, nameEn }: PrintedLine) => (language === 'en' ? nameEn : nameZh)
  const payersOf = (line: PrintedLine) => [line, ...line.shares].map(({ payer }) => t[`repair-orders.payer.${payer}`]).join(' / ')
  return {
    totals: totalsByPayer(lines).map(({ payer, labourFen, subletFen, partsFen, totalFen }) => ({ payer: t[`repair-orders.payer.${payer}`], labour: labourFen + subletFen, parts: partsFen, total: totalFen })),
    labour: lines.filter(({ kind }) => kind !== 'part').map((line) => ({
      code: line.code, name: nameOf(line), payer: payersOf(line),
      price: line.priceRule === 'follows' ? null : { ...ownHours(line), amount: line.amountFen },
    })),
    parts: lines.filter(({ kind }) => kind === 'part').map((line) => ({
      number: line.code, name: nameOf(line), quantity: line.quantityThousandths, unit: line.unit, price: line.unitPriceFen, amount: line.amountFen, payer: payersOf(line),
    })),
  }
}

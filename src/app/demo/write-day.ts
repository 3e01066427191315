import { sumOf } from '../../kernel/money.ts'
import { localDay } from '../../kernel/time.ts'
import { asBooked } from './perform-visit.ts'
import { tillFloatFen, type DayPlan, type ReceiptPlan } from './visit-plan.ts'
import type { Pen } from './pen.ts'

/** Goods in, as receiveParts leaves them. */
export function writeReceipt({ history, shelves, sources }: Pen, { at, by, reference, lines }: ReceiptPlan): void {
  const number = history.number(by, at, 'GR')
  const lots = lines.map((line) => ({ ...line, id: history.newId(at), receivedOn: line.receivedOn ?? localDay(at, by.timeZone), document: number }))
  for (const { placeId, ...lot } of lots) {
    history.rows.lots.push(lot)
    history.rows.moves.push({
      id: history.newId(at), at, personId: by.personId, partId: lot.partId, lotId: lot.id, fromPlace: sources.supplierId, toPlace: placeId, thousandths: lot.thousandths,
      costFen: lot.costFen, orderId: null, lineId: null, takesBack: null, document: number, reason: reference,
    })
    shelves.put({ lotId: lot.id, partId: lot.partId, placeId, bin: sources.binOf(placeId), receivedOn: lot.receivedOn, here: lot.thousandths, cost: lot.costFen })
  }
  history.record(by, at, {
    subject: 'stock-receipt', subjectId: history.newId(at), after: { number, from: 'supplier', reference, lines: lines.length, costFen: sumOf(lines.map(({ costFen }) => costFen)) },
  })
}

/** The till of a day, opened and closed with what it should hold. */
export function writeTill({ history }: Pen, { day, opensAt, closesAt, cashier }: DayPlan, cashFen: number): void {
  const expectedFen = tillFloatFen + cashFen
  const { personId } = cashier
  const ways = asBooked(history.takenOn(day)).map(({ way, statedFen }) => ({ way, takenFen: statedFen, statedFen }))
  history.rows.tills.push({
    day, floatFen: tillFloatFen, openedBy: personId, openedAt: opensAt, countedFen: expectedFen, expectedFen, differenceReason: null, closedBy: personId, closedAt: closesAt, version: 2,
  })
  history.rows.tillWays.push(...ways.map((way) => ({ day, ...way })))
  history.record(cashier, opensAt, { subject: 'till', subjectId: history.newId(opensAt), after: { day, floatFen: tillFloatFen } })
  history.record(cashier, closesAt, { subject: 'till', subjectId: history.newId(closesAt), after: { day, expectedFen, countedFen: expectedFen, ways }, reason: '' })
}

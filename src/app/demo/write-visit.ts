import { sumOf } from '../../kernel/money.ts'
import { totalsByPayer } from '../../modules/repair-orders/domain/lines.ts'
import { pricedLine, type LineData } from '../../modules/repair-orders/public.ts'
import { freshLine } from './history.ts'
import { moveTo, type Pen, type Written } from './pen.ts'
import { sender, sheetOf, unsigned, type VisitPlan } from './visit-plan.ts'
import { writeLeaving } from './write-leaving.ts'
import { writeWork } from './write-work.ts'

/** The rows that performVisit would leave of a car that came and went. Answers the cash it left in the till. */
export function writeVisit(pen: Pen, visit: VisitPlan): number {
  const order = writeArrival(pen, visit)
  writeReception(pen, visit, order)
  const lines = writeEstimate(pen, visit, order)
  pen.history.rows.orders.push(order)
  if (visit.cancelled !== null) {
    moveTo(pen, order, { to: 'cancelled', by: visit.people.advisor, at: visit.at.authorised, reason: visit.cancelled })
    return 0
  }
  writeAuthorisation(pen, visit, order, lines)
  writeWork(pen, visit, order, lines)
  return writeLeaving(pen, visit, order, lines)
}

function writeArrival({ history }: Pen, { car, purpose, concern, people: { advisor }, at: { arrived: at } }: VisitPlan): Written {
  const id = history.newId(at)
  const number = history.number(advisor, at, 'RO')
  const order = { id, number, status: 'arrived' as const, plate: car.plate, purpose, concern, advisorId: advisor.personId, advisorName: advisor.name, arrivedAt: at }
  history.rows.steps.push({ id: history.newId(at), orderId: id, fromStatus: null, toStatus: 'arrived', at, personId: advisor.personId, personName: advisor.name, reason: '' })
  history.record(advisor, at, { subject: 'repair-order', subjectId: id, after: order })
  return {
    ...order, promisedAt: null, closedAt: null, closedReason: null, version: 1, vehicleId: null, ownerId: null, ownerName: '', modelName: '', insurerName: '', totalFen: 0, pickUpCode: null, quotedUntil: null, quotedPhone: '', openAddedWork: 0,
  }
}

function writeReception(pen: Pen, visit: VisitPlan, order: Written): void {
  const { history } = pen
  const { car, insurerName, mileageKm, fuelEighths, people: { advisor }, at: { received: at } } = visit
  const reading = {
    id: history.newId(at), vehicleId: car.id, at, km: mileageKm, source: 'reception' as const, personId: advisor.personId, personName: advisor.name, note: '',
  }
  history.rows.readings.push(reading)
  history.record(advisor, at, { subject: 'vehicle', subjectId: car.id, after: { reading } })
  Object.assign(order, { vehicleId: car.id, ownerId: car.ownerId, ownerName: car.ownerName, modelName: car.modelName, insurerName })
  history.rows.receptions.push({
    ...sender, orderId: order.id, receivedAt: at, personId: advisor.personId, personName: advisor.name, vin: car.vin, ownerPhone: car.ownerPhone, mileageKm, fuelEighths,
    sheet: sheetOf(visit), signature: null, unsignedReason: unsigned,
  })
  moveTo(pen, order, { to: 'received', by: advisor, at })
}

function writeEstimate(pen: Pen, visit: VisitPlan, order: Written): LineData[] {
  const { history } = pen
  const { people: { advisor }, at: { estimated: at } } = visit
  const book = pen.bookOn(at)
  const priced = visit.lines.map((line) => pricedLine({ newId: () => history.newId(at) }, order.id, book, line))
  const lines = priced.map(freshLine)
  history.rows.lines.push(...lines)
  history.record(advisor, at, { subject: 'repair-order', subjectId: order.id, after: { lines: priced } })
  moveTo(pen, order, { to: 'estimated', by: advisor, at })
  order.version += 1
  order.totalFen = sumOf(lines.map(({ amountFen }) => amountFen))
  return lines
}

function writeAuthorisation(pen: Pen, visit: VisitPlan, order: Written, lines: readonly LineData[]): void {
  const { history, chance } = pen
  const { people: { advisor }, at: { authorised: at }, promisedAt, choices } = visit
  history.rows.authorisations.push({
    id: history.newId(at), orderId: order.id, number: 1, at, personId: advisor.personId, personName: advisor.name, promisedAt, signature: null, unsignedReason: unsigned,
    totalFen: order.totalFen, snapshot: { choices, promisedAt: promisedAt.toISOString(), totals: totalsByPayer(lines), lines },
  })
  order.promisedAt = promisedAt
  order.pickUpCode = Array.from({ length: 6 }, () => chance.pick([...'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'])).join('')
  const reserved = lines.flatMap(({ id: lineId, partId, quantityThousandths: thousandths }) => (partId === null ? [] : [{ lineId, partId, thousandths }]))
  if (reserved.length > 0) history.record(advisor, at, { subject: 'stock-reservation', subjectId: order.id, after: { lines: reserved, short: [] } })
  moveTo(pen, order, { to: 'authorised', by: advisor, at })
}

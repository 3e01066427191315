import type { Actor } from '../../kernel/actor.ts'
import { found } from '../../kernel/refusal.ts'
import { issueParts } from '../../modules/picking/public.ts'
import { issueWithPass } from '../../modules/quality/public.ts'
import { addLines, authoriseWork, cancelOrder, findOrder, listLines, receiveCar, registerArrival, type LineData } from '../../modules/repair-orders/public.ts'
import { usualFee } from '../../modules/settlement/domain/fee.ts'
import type { Way } from '../../modules/settlement/domain/till.ts'
import { closeTill, deliverCar, openTill, seeTill, settleOrder, statementsOfOrder, takePayment } from '../../modules/settlement/public.ts'
import { planTake, type LotInBin } from '../../modules/stock/domain/lots.ts'
import { lotsForIssue, receiveParts } from '../../modules/stock/public.ts'
import { inspectionPoints } from '../../modules/workshop/domain/jobs.ts'
import { clockOn, dispatchJobs, finishJob, inspect, jobsOfOrders, pauseJob } from '../../modules/workshop/public.ts'
import type { Database, Tx } from '../../platform/database.ts'
import { perform, type Deed } from '../../platform/deed.ts'
import { deliveryOf, reached, sender, sheetOf, tillFloatFen, unsigned, type DayPlan, type ReceiptPlan, type VisitPlan } from './visit-plan.ts'

/** Does a deed of the product at a moment of the past. */
export type Does = <Answer>(by: Actor, at: Date, work: (deed: Deed) => Promise<Answer>) => Promise<Answer>

export function doesIn(database: Database): Does {
  let keys = 0
  return (by, at, work) => {
    keys += 1
    const call = { operation: 'demo', key: `demo-${by.storeCode}-${String(at.getTime())}-${String(keys)}`, body: keys, requestId: 'demo' }
    return perform({ database, clock: { now: () => at }, onNews: () => {} }, by, call, work)
  }
}

export const receive = (does: Does, { at, by, reference, lines }: ReceiptPlan) => does(by, at, (deed) => receiveParts(deed, { from: 'supplier', reference, lines }))

export const beginDay = (does: Does, { opensAt, cashier }: DayPlan) => does(cashier, opensAt, (deed) => openTill(deed, { floatFen: tillFloatFen }))

/** Each channel states what the books say. */
export const asBooked = (sums: readonly { readonly way: Way; readonly amountFen: number }[]) => sums.flatMap(({ way, amountFen }) => (way === 'cash' ? [] : [{ way, statedFen: amountFen }]))

/** The drawer holds what it should, and the channels state what the books say. */
export const endDay = (does: Does, { closesAt, cashier }: DayPlan, cashFen: number) =>
  does(cashier, closesAt, async (deed) => closeTill(deed, { countedFen: tillFloatFen + cashFen, stated: asBooked((await seeTill(deed)).sums), reason: '' }))

/** What else happens to a car on its way: after its parts are out, and after it is paid. */
export type Besides = { readonly picked: (under: Under) => Promise<void>; readonly paid: (under: Under) => Promise<void> }

export type Under = { readonly database: Database; readonly does: Does; readonly visit: VisitPlan; readonly orderId: string; readonly besides: Besides | null }

export const versionOf = async (deed: Deed, orderId: string): Promise<number> => found(await findOrder(deed.tx, deed.by.storeId, orderId), 'order').version
export const reads = <Answer>({ database, visit }: Under, work: (tx: Tx, storeId: string) => Promise<Answer>): Promise<Answer> => {
  const { storeId } = visit.people.advisor
  return database.reading([storeId], (tx) => work(tx, storeId))
}

/** One car through the shop by the product's own deeds, as far as its plan says. Answers the cash it left in the till. */
export async function performVisit(database: Database, does: Does, visit: VisitPlan, besides: Besides | null = null): Promise<number> {
  const { at, people: { advisor }, car, lines, cancelled } = visit
  const { id: orderId } = await does(advisor, at.arrived, (deed) => registerArrival(deed, { plate: car.plate, purpose: visit.purpose, concern: visit.concern }))
  if (!reached(visit, 'received')) return 0
  await does(advisor, at.received, async (deed) => receiveCar(deed, {
    ...sender, orderId, version: await versionOf(deed, orderId), vin: car.vin, modelName: car.modelName, ownerName: car.ownerName, ownerPhone: car.ownerPhone, ownerKind: 'person',
    insurerName: visit.insurerName, mileageKm: visit.mileageKm, fuelEighths: visit.fuelEighths, signature: null, unsignedReason: unsigned, sheet: sheetOf(visit),
  }))
  if (!reached(visit, 'estimated')) return 0
  await does(advisor, at.estimated, async (deed) => addLines(deed, { orderId, version: await versionOf(deed, orderId), lines }))
  if (cancelled !== null) {
    await does(advisor, at.authorised, async (deed) => cancelOrder(deed, { orderId, version: await versionOf(deed, orderId), reason: cancelled }))
    return 0
  }
  if (!reached(visit, 'authorised')) return 0
  await does(advisor, at.authorised, async (deed) => authoriseWork(deed, {
    orderId, version: await versionOf(deed, orderId), promisedAt: visit.promisedAt.toISOString(), phoneChecked: true, choices: visit.choices, signature: null, unsignedReason: unsigned,
  }))
  const under = { database, does, visit, orderId, besides }
  if (reached(visit, 'dispatched')) await work(under)
  return reached(visit, 'settled') && visit.oddity !== 'fails' ? leave(under) : 0
}

/** Keepers scan what they hand out, but for about one line in twenty (WHK-3.1). */
export const isScanned = (picked: Date, index: number): boolean => (Math.floor(picked.getTime() / 60_000) + index) % 20 !== 0

/** The lines of an issue with the label of each one's oldest lot; a part that stands twice may come from the next lot. */
async function scannedAtShelf({ tx, by, now }: Deed, parts: readonly LineData[]) {
  let left: readonly LotInBin[] = await lotsForIssue(tx, by.storeId, parts.flatMap(({ partId }) => partId ?? []))
  return parts.map(({ id: lineId, partId, quantityThousandths: thousandths }, index) => {
    const taken = planTake(left.filter((lot) => lot.partId === partId), thousandths) ?? []
    left = left.map((lot) => ({ ...lot, here: lot.here - (taken.find(({ lotId, placeId }) => lotId === lot.lotId && placeId === lot.placeId)?.thousandths ?? 0) }))
    return { lineId, thousandths, scannedLotId: isScanned(now, index) ? taken[0]?.lotId ?? null : null }
  })
}

async function work(under: Under): Promise<void> {
  const { does, visit, orderId } = under
  const { at, people } = visit
  const lines = await reads(under, (tx, storeId) => listLines(tx, storeId, orderId))
  const labour = lines.filter(({ kind }) => kind === 'labour')
  await does(people.foreman, at.dispatched, async (deed) => dispatchJobs(deed, {
    orderId, version: await versionOf(deed, orderId),
    jobs: visit.jobs.map(({ technician, bay }, index) => ({ lineId: found(labour[index], 'labour').id, technicianId: technician.personId, bay })),
  }))
  if (!reached(visit, 'picked')) return
  const parts = lines.filter(({ kind }) => kind === 'part')
  if (parts.length > 0) {
    await does(people.keeper, at.picked, async (deed) => issueParts(deed, { orderId, lines: await scannedAtShelf(deed, parts) }))
  }
  await under.besides?.picked(under)
  if (!reached(visit, 'clocked')) return
  const open = await reads(under, (tx, storeId) => jobsOfOrders(tx, storeId, [orderId]))
  for (const [index, { technician, from, to }] of visit.jobs.entries()) {
    const jobId = found(open[index], 'job').id
    await does(technician, from, (deed) => clockOn(deed, { jobId }))
    if (!reached(visit, 'finished')) {
      if (visit.oddity === 'pauses') await does(technician, to, (deed) => pauseJob(deed, { jobId, reason: 'parts' }))
      return
    }
    await does(technician, to, (deed) => finishJob(deed, { jobId }))
  }
  if (!reached(visit, 'inspected')) return
  const fails = visit.oddity === 'fails'
  await does(people.inspector, at.inspected, async (deed) => {
    await inspect(deed, {
      orderId, version: await versionOf(deed, orderId), result: fails ? 'failed' : 'passed', cleanliness: 'A', roadTestKm: null, reason: fails ? '路试仍有异响，需复查' : '', points: inspectionOf(fails),
    })
    await issueWithPass(deed, orderId)
  })
}

export const inspectionOf = (fails: boolean) =>
  Object.fromEntries(inspectionPoints.map((point, index) => [point, fails && index === 0 ? 'faulty' : 'good'])) as Parameters<typeof inspect>[1]['points']

async function leave(under: Under): Promise<number> {
  const { does, visit, orderId } = under
  const { at, people } = visit
  await settle(under)
  if (!reached(visit, 'paid')) return 0
  const cashFen = await takePayments(under)
  await under.besides?.paid(under)
  if (reached(visit, 'delivered')) {
    await does(people.advisor, at.delivered, async (deed) => deliverCar(deed, { ...deliveryOf(visit), orderId, version: await versionOf(deed, orderId), pickUpCode: '' }))
  }
  return cashFen
}

/** Statements that were not reversed. */
export const standing = async (under: Under, orderId: string) =>
  (await reads(under, (tx, storeId) => statementsOfOrder(tx, storeId, orderId))).filter(({ reversedAt }) => reversedAt === null)

export const settle = ({ does, visit: { at, people }, orderId }: Under) =>
  does(people.advisor, at.settled, async (deed) => settleOrder(deed, { orderId, version: await versionOf(deed, orderId), allowanceFen: 0, allowanceReason: '' }))

/** The customer pays at once, insurer and maker by transfer when they did. Answers the cash. */
export async function takePayments(under: Under): Promise<number> {
  const { does, visit: { at, people, payment, transfer }, orderId } = under
  let cashFen = 0
  for (const { id: statementId, payer, totalFen, version } of await standing(under, orderId)) {
    if (totalFen === 0) continue
    if (payer === 'customer') {
      await does(people.cashier, at.paid, (deed) => takePayment(deed, { statementId, version, amountFen: totalFen, keepFen: 0, ...payment, feeFen: usualFee(payment.way, totalFen) }))
      if (payment.way === 'cash') cashFen += totalFen
    } else if (transfer !== null) {
      await does(people.cashier, transfer.at, (deed) => takePayment(deed, { statementId, version, amountFen: totalFen, keepFen: 0, way: 'transfer', reference: transfer.reference, feeFen: usualFee('transfer', totalFen) }))
    }
  }
  return cashFen
}

import type { Actor } from '../../kernel/actor.ts'
import { issueParts, takeBackParts } from '../../modules/picking/public.ts'
import { addLines, listLines, makeQuote, markSublet, registerArrival } from '../../modules/repair-orders/public.ts'
import { usualFee } from '../../modules/settlement/domain/fee.ts'
import { paymentsOf, refundPayment, reverseStatement, takeDeposit } from '../../modules/settlement/public.ts'
import type { Database } from '../../platform/database.ts'
import { found } from '../../kernel/refusal.ts'
import { performVisit, reads, settle, standing, takePayments, type Besides, type Does, type Under } from './perform-visit.ts'
import type { VisitPlan } from './visit-plan.ts'

/** What goes not straight: a part comes back from the job, work goes out of the house, goodwill pays, a wrong statement is undone; quotes and deposits. */
export type SideRoads = { readonly visits: readonly VisitPlan[]; readonly quotes: readonly VisitPlan[]; readonly finance: Actor }

export async function performSideRoads(database: Database, does: Does, { visits, quotes, finance }: SideRoads): Promise<void> {
  for (const visit of visits) await performVisit(database, does, visit, besidesOf(finance))
  for (const [index, quote] of quotes.entries()) await (index % 2 === 0 ? makesQuote(does, quote) : leavesDeposit(does, quote))
}

const besidesOf = (finance: Actor): Besides => ({
  picked: async (under) => {
    await partsThereAndBack(under)
    await workOutAndBack(under)
  },
  paid: (under) => wrongStatementUndone(under, finance),
})

async function partsThereAndBack(under: Under): Promise<void> {
  const { does, visit: { at, people }, orderId } = under
  const line = (await reads(under, (tx, storeId) => listLines(tx, storeId, orderId))).find(({ kind }) => kind === 'part')
  if (line === undefined) return
  const thousandths = line.quantityThousandths
  await does(people.keeper, at.picked, (deed) => takeBackParts(deed, { orderId, lineId: line.id, thousandths, reason: '领错，换一件' }))
  await does(people.keeper, at.picked, (deed) => issueParts(deed, { orderId, lines: [{ lineId: line.id, thousandths, scannedLotId: null }] }))
}

async function workOutAndBack(under: Under): Promise<void> {
  const { does, visit: { at, people }, orderId } = under
  const lines = (await reads(under, (tx, storeId) => listLines(tx, storeId, orderId))).filter(({ kind }) => kind === 'sublet')
  for (const { id: lineId, version } of lines) {
    const out = await does(people.advisor, at.picked, (deed) => markSublet(deed, { lineId, version, step: 'out' }))
    await does(people.advisor, at.inspected, (deed) => markSublet(deed, { lineId, version: out.version, step: 'back' }))
  }
}

/** Refunded and reversed by who may (in the small store the station manager), settled and paid anew. */
async function wrongStatementUndone(under: Under, finance: Actor): Promise<void> {
  const { does, visit, orderId } = under
  const { paid, delivered } = visit.at
  // A car of today may leave in the moment it is paid: nothing is undone after it left.
  const later = (seconds: number): Date => new Date(Math.min(paid.getTime() + seconds * 1_000, delivered.getTime()))
  for (const { id: statementId } of await standing(under, orderId)) {
    for (const payment of await reads(under, (tx, storeId) => paymentsOf(tx, storeId, statementId))) {
      await does(finance, later(1), (deed) => refundPayment(deed, { paymentId: payment.id, reason: '开票抬头有误，退款重收' }))
    }
    const { version } = found((await standing(under, orderId)).find(({ id }) => id === statementId), 'statement')
    await does(finance, later(2), (deed) => reverseStatement(deed, { statementId, version, reason: '开票抬头有误' }))
  }
  const again = { ...under, visit: { ...visit, at: { ...visit.at, settled: later(3), paid: later(4) } } }
  await settle(again)
  await takePayments(again)
}

async function makesQuote(does: Does, { people: { advisor }, at, car, purpose, concern, lines, insurerName }: VisitPlan): Promise<void> {
  const { id: orderId, version } = await does(advisor, at.arrived, (deed) => makeQuote(deed, {
    plate: car.plate, purpose, concern, customerName: car.ownerName, phone: car.ownerPhone, modelName: car.modelName, insurerName,
  }))
  await does(advisor, at.estimated, (deed) => addLines(deed, { orderId, version, lines }))
}

async function leavesDeposit(does: Does, { people: { advisor, cashier }, at, car, purpose, concern, payment: { reference } }: VisitPlan): Promise<void> {
  const { id: orderId } = await does(advisor, at.arrived, (deed) => registerArrival(deed, { plate: car.plate, purpose, concern }))
  await does(cashier, at.received, (deed) => takeDeposit(deed, { orderId, way: 'wechat', amountFen: 50_000, reference, feeFen: usualFee('wechat', 50_000) }))
}

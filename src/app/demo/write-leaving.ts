import type { Actor } from '../../kernel/actor.ts'
import { invariant } from '../../kernel/refusal.ts'
import { localDay } from '../../kernel/time.ts'
import type { LineData } from '../../modules/repair-orders/public.ts'
import { keptCallTime } from '../../modules/settlement/domain/call-time.ts'
import { usualFee } from '../../modules/settlement/domain/fee.ts'
import { statementsFor, type StatementFigures } from '../../modules/settlement/domain/statement.ts'
import type { FilledSettled } from '../../modules/settlement/public.ts'
import { demoVatPercent } from './masters.ts'
import { deliveryOf, type VisitPlan } from './visit-plan.ts'
import { moveTo, type Pen, type Written } from './pen.ts'

type Statement = { -readonly [Key in keyof FilledSettled['statements'][number]]: FilledSettled['statements'][number][Key] }

/** Statements per payer, payments, delivery. Answers the cash. */
export function writeLeaving(pen: Pen, visit: VisitPlan, order: Written, lines: readonly LineData[]): number {
  const { history } = pen
  const { at, people: { advisor } } = visit
  const settled = lines.map(({ id: lineId, payer, amountFen }) => ({ lineId, payer, amountFen, vatPercent: demoVatPercent }))
  const statements = statementsFor(settled, 0).map((figures) => writeStatement(pen, visit, order, { figures, lines }))
  const made = statements.map(({ id, number, payer, totalFen }) => ({ id, number, payer, totalFen }))
  history.record(advisor, at.settled, { subject: 'repair-order', subjectId: order.id, after: { statements: made, allowanceFen: 0 }, reason: '' })
  moveTo(pen, order, { to: 'settled', by: advisor, at: at.settled })
  const cashFen = statements.reduce((sum, statement) => sum + writePayments(pen, visit, statement), 0)
  const { callTime, callNote, ...delivery } = deliveryOf(visit)
  history.rows.deliveries.push({ ...delivery, ...keptCallTime(callTime), followUpSlot: callNote, orderId: order.id, at: at.delivered, personId: advisor.personId, personName: advisor.name, codeChecked: false })
  moveTo(pen, order, { to: 'delivered', by: advisor, at: at.delivered })
  return cashFen
}

type Figured = { readonly figures: StatementFigures; readonly lines: readonly LineData[] }

function writeStatement({ history }: Pen, { at: { settled: at }, people: { advisor } }: VisitPlan, order: Written, { figures, lines }: Figured): Statement {
  const { payer, linesFen, totalFen, netFen, taxFen } = figures
  const statement: Statement = {
    id: history.newId(at), number: history.number(advisor, at, 'ST'), orderId: order.id, orderNumber: order.number, payer, plate: order.plate, at, day: localDay(at, advisor.timeZone),
    payerName: payer === 'customer' ? order.ownerName : payer === 'insurer' ? order.insurerName : '', personId: advisor.personId, personName: advisor.name,
    linesFen, allowanceFen: 0, allowanceReason: null, totalFen, netFen, taxFen, paidFen: 0, reversedAt: null, reversalReason: null, version: 1,
  }
  history.rows.statements.push(statement)
  for (const { lineId, amountFen, allowanceFen, vatPercent, netFen: net, taxFen: tax } of figures.lines) {
    const line = lines.find(({ id }) => id === lineId)
    invariant(line !== undefined, 'a settled line is none of the order')
    const { kind, code, nameZh, nameEn, unit, quantityThousandths, unitPriceFen, discountFen } = line
    history.rows.statementLines.push({
      statementId: statement.id, lineId, kind, code, nameZh, nameEn, unit, quantityThousandths, unitPriceFen, discountFen, amountFen, allowanceFen, vatPercent, netFen: net, taxFen: tax,
    })
  }
  return statement
}

function writePayments(pen: Pen, { at, people: { cashier }, payment, transfer }: VisitPlan, statement: Statement): number {
  if (statement.totalFen === 0) return 0
  if (statement.payer === 'customer') {
    pay(pen, cashier, statement, { at: at.paid, ...payment })
    return payment.way === 'cash' ? statement.totalFen : 0
  }
  if (transfer !== null) pay(pen, cashier, statement, { ...transfer, way: 'transfer' })
  return 0
}

type Money = { readonly at: Date; readonly way: VisitPlan['payment']['way']; readonly reference: string }

function pay({ history }: Pen, cashier: Actor, statement: Statement, { at, way, reference }: Money): void {
  const number = history.number(cashier, at, 'RC')
  const amountFen = statement.totalFen
  const day = localDay(at, cashier.timeZone)
  const feeFen = usualFee(way, amountFen)
  statement.paidFen = amountFen
  statement.version += 1
  history.take(day, way, amountFen)
  history.rows.payments.push({
    id: history.newId(at), number, statementId: statement.id, receivableId: null, depositOrderId: null, saleId: null, at, day, personId: cashier.personId, personName: cashier.name, way, amountFen, reference,
    feeFen, refunds: null, reason: '', prepaid: false,
  })
  history.record(cashier, at, { subject: 'statement', subjectId: statement.id, after: { payment: number, way, amountFen, feeFen } })
}

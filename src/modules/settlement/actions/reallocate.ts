import { found, refuseIf, refuseStale, Refusal } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { askApproval, type RequestData } from '../../approvals/public.ts'
import { payers, type Payer } from '../../catalogue/domain/payers.ts'
import { isAbove } from '../../organisation/domain/limits.ts'
import { ownLimit } from '../../organisation/public.ts'
import { findOrder, type OrderData } from '../../repair-orders/public.ts'
import * as data from '../data/statements.ts'
import { movedLines, setOff } from '../data/supplements.ts'
import { borneLines, refusedLines, supplementFigures, whyNotReallocate, type BorneLine } from '../domain/reallocation.ts'
import { refuseInvoiced } from './settle-order.ts'

export type ReallocationWish = { readonly statementId: string; readonly version: number; readonly amountFen: number; readonly to: Payer; readonly reason: string }

/** Above what he may give way on himself it is asked for, and somebody else decides (rules.md, Approvals). */
export async function reallocateClaim(deed: Deed, wish: ReallocationWish): Promise<{ state: 'moved' | 'asked'; numbers: string[] }> {
  const { tx, by } = deed
  const statement = found(await data.lockStatement(tx, by.storeId, wish.statementId), 'statement')
  refuseStale(statement.version, wish.version)
  refuseIf(whyNot(statement, wish))
  if (!isAbove(wish.amountFen, await ownLimit(deed, 'allowance'))) return { state: 'moved', numbers: await move(deed, statement, wish) }
  const { id: subjectId, orderId, number } = statement
  await askApproval(deed, { kind: 'reallocation', subjectId, orderId, about: number, amountFen: wish.amountFen, reason: wish.reason, detail: wish.to })
  return { state: 'asked', numbers: [] }
}

/** What was asked for, as the statement stands now; the limit of who says yes counts. */
export async function carryOutReallocation(deed: Deed, { subjectId, amountFen, reason, detail }: RequestData): Promise<void> {
  const { tx, by } = deed
  const statement = found(await data.lockStatement(tx, by.storeId, subjectId), 'statement')
  const to = found(payers.find((payer) => payer === detail), 'payer')
  refuseIf(whyNot(statement, { amountFen, to, reason }))
  const limit = await ownLimit(deed, 'allowance')
  refuseIf(isAbove(amountFen, limit) ? new Refusal('settlement.reallocation-above-limit', { limit: (limit ?? 0) / 100 }) : null)
  await move(deed, statement, { amountFen, to, reason })
}

type Move = Pick<ReallocationWish, 'amountFen' | 'to' | 'reason'>

const whyNot = ({ payer, reversedAt, supplementOf, totalFen, paidFen }: data.StatementData, wish: Move): Refusal | null =>
  whyNotReallocate({ ...wish, payer, reversed: reversedAt !== null, supplement: supplementOf !== null, totalFen, dueFen: totalFen - paidFen })

/** The pair: the refused amount below zero for who refused it, the same above zero for who pays instead. Nothing that was settled is touched. */
async function move(deed: Deed, statement: data.StatementData, { amountFen, to, reason }: Move): Promise<string[]> {
  const { tx, by, now } = deed
  await refuseInvoiced(deed, statement.id)
  const order = found(await findOrder(tx, by.storeId, statement.orderId), 'repair order')
  const own = await data.linesOfStatement(tx, by.storeId, statement.id)
  const gone = refusedLines(borneLines(own, await movedLines(tx, by.storeId, statement.id)), amountFen)
  const { counter, other } = supplementFigures(gone)
  const head = {
    orderId: order.id, orderNumber: order.number, plate: order.plate, at: now, day: localDay(now, by.timeZone), personId: by.personId, personName: by.name, allowanceFen: 0, allowanceReason: null, grantedBy: null, grantedByName: null,
    supplementOf: statement.id, supplementReason: reason,
  }
  const [counterId, otherId] = [deed.newId(), deed.newId()]
  const numbers = [await nextNumber(deed, 'ST'), await nextNumber(deed, 'ST')] as const
  await data.insertStatements(tx, by.storeId, [
    { ...head, id: counterId, number: numbers[0], payer: statement.payer, payerName: statement.payerName, linesFen: counter.totalFen, ...counter },
    { ...head, id: otherId, number: numbers[1], payer: to, payerName: payerName(order, to), linesFen: other.totalFen, ...other },
  ])
  await data.insertStatementLines(tx, by.storeId, [...supplementLines(counterId, own, gone, -1), ...supplementLines(otherId, own, gone, 1)])
  await setOff(tx, by.storeId, { counterId, statementId: statement.id, amountFen, at: now, personId: by.personId })
  deed.record({ subject: 'statement', subjectId: statement.id, before: { payer: statement.payer, totalFen: statement.totalFen }, after: { refusedFen: amountFen, to, numbers }, reason })
  deed.announce({ event: 'statement.reallocated', subjectId: order.id, facts: { plate: order.plate } })
  return [...numbers]
}

const payerName = ({ ownerName, insurerName }: OrderData, payer: Payer): string => (payer === 'customer' ? ownerName : payer === 'insurer' ? insurerName : '')

/** Each shows the part of its line that moved; the whole of it stands beside. */
const supplementLines = (statementId: string, own: readonly data.StatementLineData[], gone: readonly BorneLine[], sign: 1 | -1): data.StatementLineData[] => gone.map(({ lineId, amountFen, netFen, taxFen }) => {
  const line = found(own.find((one) => one.lineId === lineId), 'line')
  return { ...line, statementId, amountFen: sign * amountFen, netFen: sign * netFen, taxFen: sign * taxFen, allowanceFen: 0, lineAmountFen: line.lineAmountFen ?? line.amountFen }
})

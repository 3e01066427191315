import { allocate, netOf, sumOf, type Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'
import type { Status } from '../../repair-orders/domain/life.ts'
import { whyNotCallTime, type CallTime } from './call-time.ts'
import { whyNotTake, type Money } from './till.ts'

export type SettledLine = { readonly lineId: string; readonly payer: Payer; readonly amountFen: Fen; readonly vatPercent: number }

export type StatementLine = SettledLine & { readonly allowanceFen: Fen; readonly netFen: Fen; readonly taxFen: Fen }

export type StatementFigures = {
  readonly payer: Payer; readonly lines: readonly StatementLine[]
  readonly linesFen: Fen; readonly allowanceFen: Fen; readonly totalFen: Fen; readonly netFen: Fen; readonly taxFen: Fen
}

/** One statement: total = Σ lines − allowance, spread by largest remainder; net + tax = total (rules.md, Money). */
export function statementFor(payer: Payer, lines: readonly SettledLine[], allowanceFen: Fen): StatementFigures {
  const spread = allocate(allowanceFen, lines.map(({ amountFen }) => amountFen))
  const figured = lines.map((line, index) => {
    const allowance = spread[index] ?? 0
    const netFen = netOf(line.amountFen - allowance, line.vatPercent)
    return { ...line, allowanceFen: allowance, netFen, taxFen: line.amountFen - allowance - netFen }
  })
  const linesFen = sumOf(lines.map(({ amountFen }) => amountFen))
  return {
    payer, lines: figured, linesFen, allowanceFen, totalFen: linesFen - allowanceFen,
    netFen: sumOf(figured.map((line) => line.netFen)), taxFen: sumOf(figured.map((line) => line.taxFen)),
  }
}

/** One statement per payer; the allowance is the customer's. */
export const statementsFor = (lines: readonly SettledLine[], allowanceFen: Fen): StatementFigures[] =>
  [...new Set(lines.map(({ payer }) => payer))].map((payer) => statementFor(payer, lines.filter((line) => line.payer === payer), payer === 'customer' ? allowanceFen : 0))

export type SettleFacts = {
  readonly status: Status
  readonly customerFen: Fen
  readonly allowanceFen: Fen
  readonly allowanceReason: string
  readonly mayAllow: boolean
  /** An allowance for this order that was asked for and granted. */
  readonly grantedFen: Fen
  /** Part numbers of lines of which more or less was handed out than the line says. */
  readonly partsOff: readonly string[]
  readonly subletOut: number
  readonly priceFollows: number
}

/** Null means the order may be settled (product.md, step 13). */
export function whyNotSettle(facts: SettleFacts): Refusal | null {
  if (facts.status !== 'ready') return new Refusal('settlement.not-ready')
  if (facts.partsOff.length > 0) return new Refusal('settlement.parts-differ', { parts: facts.partsOff.slice(0, 5) })
  if (facts.subletOut > 0) return new Refusal('settlement.sublet-out', { count: facts.subletOut })
  if (facts.priceFollows > 0) return new Refusal('settlement.price-follows', { count: facts.priceFollows })
  if (facts.allowanceFen > facts.customerFen) return new Refusal('settlement.allowance-too-large')
  if (facts.allowanceFen > facts.grantedFen && !facts.mayAllow) return new Refusal('settlement.allowance-needs-right')
  if (facts.allowanceFen > 0 && facts.allowanceReason.trim() === '') return new Refusal('settlement.allowance-needs-reason')
  return null
}

/** Null means an allowance can be asked for: while there is something to settle. */
export function whyNotAskAllowance({ status }: { readonly status: Status }): Refusal | null {
  return ['authorised', 'in_work', 'in_inspection', 'ready'].includes(status) ? null : new Refusal('settlement.no-allowance-now')
}

export type PayFacts = Money & { readonly payer: Payer; readonly reversed: boolean; readonly dueFen: Fen; readonly till: 'none' | 'open' | 'closed' }

/** Null means the money may be taken for what is due. */
export function whyNotPay(facts: PayFacts): Refusal | null {
  if (facts.reversed) return new Refusal('settlement.reversed')
  if (facts.till === 'closed') return new Refusal('settlement.till-closed')
  return facts.amountFen > facts.dueFen ? new Refusal('settlement.more-than-due', { due: facts.dueFen / 100 }) : whyNotTake(facts)
}

/** A reminder card says when the car should come next: by a day, by kilometres, or both; whichever comes first. */
export function whyNotRemind(delivery: { readonly nextServiceOn: string | null; readonly nextServiceKm: number | null } | null): Refusal | null {
  if (delivery === null) return new Refusal('settlement.not-delivered')
  return delivery.nextServiceOn === null && delivery.nextServiceKm === null ? new Refusal('settlement.no-next-service') : null
}

export type DeliverFacts = {
  readonly status: Status
  /** What is still open on the customer's statement and not on approved credit. */
  readonly customerDueFen: Fen
  readonly codeRight: boolean
  readonly identityReason: string
  readonly accepted: boolean
  readonly oldPartsShown: boolean
  readonly setRemoved: boolean
  readonly callTime: CallTime | null
  readonly today: LocalDay
}

/** Null means the car may leave (product.md, step 14). The button shows the same reason when it is greyed out. */
export function whyNotDeliver(facts: DeliverFacts): Refusal | null {
  if (facts.status !== 'settled') return new Refusal('settlement.not-settled')
  if (facts.customerDueFen > 0) return new Refusal('settlement.customer-owes', { due: facts.customerDueFen / 100 })
  if (!facts.codeRight && facts.identityReason.trim() === '') return new Refusal('settlement.code-wrong')
  if (!facts.accepted) return new Refusal('settlement.not-accepted')
  if (!facts.oldPartsShown) return new Refusal('settlement.old-parts-not-shown')
  if (!facts.setRemoved) return new Refusal('settlement.set-not-removed')
  return whyNotCallTime(facts.callTime, facts.today)
}

import { lineAmount, sumOf, type Fen, type Thousandths } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'
import { onlyIn } from '../../../kernel/life.ts'
import { repairOrderCan, type Status } from './life.ts'
import { portionsOf, type Share } from './shares.ts'

export const priceRules = ['rate', 'cap', 'cap-plus-20', 'retail', 'claim', 'cost', 'free', 'manual', 'follows', 'promotion'] as const
export type PriceRule = (typeof priceRules)[number]

export type PricedLine = {
  readonly kind: 'labour' | 'part' | 'sublet'
  readonly payer: Payer
  readonly quantityThousandths: Thousandths
  readonly unitPriceFen: Fen
  readonly discountFen: Fen
  readonly amountFen: Fen
  readonly priceRule: PriceRule
  readonly approvedBy: string | null
}

/** Unit price × quantity, rounded once, less the discount (rules.md, Money). */
export const amountOf = (unitPriceFen: Fen, quantity: Thousandths, discountFen: Fen): Fen => lineAmount(unitPriceFen, quantity) - discountFen

/** Lines are a proposal until the customer authorised them; after that, work is added, not edited. */
const estimateOpen = onlyIn<Status>('quoted', 'received', 'estimated')

export function whyNotEditLines(order: { readonly status: Status }): Refusal | null {
  if (estimateOpen(order)) return null
  return new Refusal(order.status === 'arrived' ? 'repair-orders.receive-first' : 'repair-orders.lines-authorised')
}

/** A discount goes on labour, never on a part with its cap (rules.md), and leaves the line at or above zero. */
export function whyNotDiscount(line: Pick<PricedLine, 'kind' | 'unitPriceFen' | 'quantityThousandths'>, discountFen: Fen): Refusal | null {
  if (discountFen === 0) return null
  if (line.kind !== 'labour') return new Refusal('repair-orders.discount-on-labour-only')
  const full = lineAmount(line.unitPriceFen, line.quantityThousandths)
  return discountFen > full ? new Refusal('repair-orders.discount-too-large', { full: full / 100 }) : null
}

export type PayerTotal = { readonly payer: Payer; readonly labourFen: Fen; readonly partsFen: Fen; readonly subletFen: Fen; readonly totalFen: Fen }

/** What each payer owes, in the order of the payers' first lines; a shared line counts with its portions. */
export function totalsByPayer(lines: readonly (Pick<PricedLine, 'kind' | 'payer' | 'amountFen'> & { readonly shares?: readonly Share[] })[]): PayerTotal[] {
  const portions = lines.flatMap((line) => portionsOf(line).map((portion) => ({ ...portion, kind: line.kind })))
  return [...new Set(portions.map(({ payer }) => payer))].map((payer) => {
    const sum = (kind: PricedLine['kind'] | null) => sumOf(portions.filter((portion) => portion.payer === payer && (kind === null || portion.kind === kind)).map(({ amountFen }) => amountFen))
    return { payer, labourFen: sum('labour'), partsFen: sum('part'), subletFen: sum('sublet'), totalFen: sum(null) }
  })
}

export type AuthoriseFacts = {
  readonly status: Status
  readonly lines: readonly Pick<PricedLine, 'kind' | 'priceRule' | 'approvedBy'>[]
  /** Milliseconds since 1970 of the promise and of now. */
  readonly promisedAt: number
  readonly now: number
  readonly phoneChecked: boolean
  readonly signature: string | null
  readonly unsignedReason: string
}

/** Null means the customer's yes can be recorded (SAD-1.5; product.md, step 6). */
export function whyNotAuthorise(facts: AuthoriseFacts): Refusal | null {
  const edit = whyNotEditLines(facts)
  if (edit !== null) return edit
  if (!repairOrderCan.beAuthorised(facts)) return new Refusal('repair-orders.receive-first')
  if (facts.lines.length === 0) return new Refusal('repair-orders.no-lines')
  if (!facts.lines.some(({ kind }) => kind === 'labour')) return new Refusal('repair-orders.no-labour')
  if (facts.lines.some(({ priceRule, approvedBy }) => priceRule === 'manual' && approvedBy === null)) return new Refusal('repair-orders.deviation-not-approved')
  if (facts.promisedAt <= facts.now) return new Refusal('repair-orders.promise-in-past')
  if (!facts.phoneChecked) return new Refusal('repair-orders.phone-not-checked')
  if (facts.signature === null && facts.unsignedReason.trim() === '') return new Refusal('repair-orders.authorisation-unsigned')
  return null
}

type Work = { readonly kind: string; readonly quantityThousandths: Thousandths; readonly unitPriceFen: Fen }

/** As papers show it: work of another company is not counted in hours of ours. */
export const ownHours = ({ kind, quantityThousandths, unitPriceFen }: Work): { readonly hours: Thousandths | null; readonly rate: Fen | null } =>
  (kind === 'sublet' ? { hours: null, rate: null } : { hours: quantityThousandths, rate: unitPriceFen })

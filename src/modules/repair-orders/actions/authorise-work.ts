import { randomBytes } from 'node:crypto'
import { sumOf } from '../../../kernel/money.ts'
import { found, refuseIf, refuseStale, type Refusal } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Deed } from '../../../platform/deed.ts'
import { reserveForOrder, type Shortage } from '../../stock/public.ts'
import { listLines, type LineData } from '../data/lines.ts'
import { lockOrder, type OrderData } from '../data/orders.ts'
import { insertAuthorisation } from '../data/receptions.ts'
import { totalsByPayer, whyNotAuthorise } from '../domain/lines.ts'
import { isLookOld, whyNotPromise, whyNotStillPromise, type Outlook } from '../domain/outlook.ts'
import { whyNotSure } from '../domain/part-number.ts'
import { moveOrder } from './move-order.ts'
import { lookAhead } from './outlook.ts'

/** What only a later module knows: whether a comeback of this order still waits for its payer (rules.md, Comeback). */
type Comebacks = { whyNotAuthorise(tx: Tx, storeId: string, orderId: string): Promise<Refusal | null> }
let comebacks: Comebacks = { whyNotAuthorise: () => Promise.resolve(null) }
export const registerComebacks = (registered: Comebacks): void => { comebacks = registered }
export const whyComebackWaits = (tx: Tx, storeId: string, orderId: string): Promise<Refusal | null> => comebacks.whyNotAuthorise(tx, storeId, orderId)

/** What was explained and chosen (SAD-1.5.1): part of what the customer signs. */
export type Choices = { readonly oldParts: 'take' | 'leave'; readonly wash: boolean; readonly roadTest: boolean; readonly waits: boolean }

export type AuthoriseWish = {
  readonly orderId: string
  readonly version: number
  readonly promisedAt: string
  readonly phoneChecked: boolean
  readonly choices: Choices
  readonly signature: string | null
  readonly unsignedReason: string
  /** The earliest finish that the shop's load allowed when it was looked up, and why the promise is earlier all the same. */
  readonly earliest?: string | undefined
  /** When that was looked up; an old look is repeated before the yes counts. */
  readonly lookedAt?: string | undefined
  readonly earlyReason?: string | undefined
}

export type Authorised = { readonly version: number; readonly number: number; readonly pickUpCode: string; readonly short: Shortage[] }

/**
 * The customer's yes (SAD-1.5.3; product.md, step 6): an immutable snapshot of what he saw, the promise, the pick-up code, and the
 * parts reserved line by line. What is short is told at once.
 */
export async function authoriseWork(deed: Deed, wish: AuthoriseWish): Promise<Authorised> {
  const { tx, by, now } = deed
  const [locked, lines, waiting] = await Promise.all([lockOrder(tx, by.storeId, wish.orderId), listLines(tx, by.storeId, wish.orderId), whyComebackWaits(tx, by.storeId, wish.orderId)])
  const order = found(locked, 'repair order')
  refuseStale(order.version, wish.version)
  const promisedAt = new Date(wish.promisedAt)
  refuseIf(whyNotAuthorise({ ...wish, status: order.status, lines, promisedAt: promisedAt.getTime(), now: now.getTime() }) ?? whyNotSure(lines))
  refuseIf(whyNotPromise({ promisedAt: promisedAt.getTime(), ...earlyOf(wish) }))
  await refuseMovedPromise(deed, wish, () => lookAhead(deed, wish.orderId, wish.choices.wash))
  refuseIf(waiting)
  const [written, { version }] = await Promise.all([writeAuthorisation(deed, order, lines, wish), moveOrder(deed, order, 'authorised')])
  return { version, ...written }
}

/** Only a promise that rests on a look at the shop is looked at again, and only where that look is old: the others cost nothing here. */
export async function refuseMovedPromise(deed: Deed, { promisedAt, earliest, lookedAt }: Pick<AuthoriseWish, 'promisedAt' | 'earliest' | 'lookedAt'>, look: () => Promise<Outlook>): Promise<void> {
  if (earliest === undefined || !isLookOld(lookedAt === undefined ? null : Date.parse(lookedAt), deed.now.getTime())) return
  refuseIf(whyNotStillPromise({ promisedAt: Date.parse(promisedAt), seen: Date.parse(earliest), earliest: (await look()).earliest }))
}

export const earlyOf = ({ earliest, earlyReason = '' }: Pick<AuthoriseWish, 'earliest' | 'earlyReason'>) => ({ earliest: earliest === undefined ? null : Date.parse(earliest), earlyReason: earlyReason.trim() })

export type CustomersYes = Pick<AuthoriseWish, 'promisedAt' | 'choices' | 'signature' | 'unsignedReason' | 'earliest' | 'earlyReason'>

/** What the customer said yes to, the lines of the order as they stand; the promise; and the parts reserved line by line. */
export async function writeAuthorisation(deed: Deed, order: OrderData, lines: readonly LineData[], yes: CustomersYes): Promise<Omit<Authorised, 'version'>> {
  const { tx, by, now } = deed
  const promisedAt = new Date(yes.promisedAt)
  const { earliest, earlyReason } = earlyOf(yes)
  const pickUpCode = order.pickUpCode ?? newPickUpCode()
  const authorisation = {
    id: deed.newId(), orderId: order.id, at: now, personId: by.personId, personName: by.name, promisedAt, signature: yes.signature,
    unsignedReason: yes.signature === null ? yes.unsignedReason : null, totalFen: sumOf(lines.map(({ amountFen }) => amountFen)),
    earliestAt: earliest === null ? null : new Date(earliest), earlyReason: earliest !== null && promisedAt.getTime() < earliest ? earlyReason : null,
    snapshot: { choices: yes.choices, promisedAt: yes.promisedAt, totals: totalsByPayer(lines), lines },
  }
  const parts = lines.flatMap(({ id: lineId, partId, quantityThousandths: thousandths }) => (partId === null ? [] : [{ lineId, partId, thousandths }]))
  const [{ number }, short] = await Promise.all([insertAuthorisation(tx, by.storeId, pickUpCode, authorisation), reserveForOrder(deed, order.id, parts)])
  if (short.length > 0) deed.announce({ event: 'repair-order.part-short', subjectId: order.id, facts: { plate: order.plate, advisorId: order.advisorId, advisorName: order.advisorName } })
  return { number, pickUpCode, short }
}

/** Six characters without the ones that are mistaken for each other. */
function newPickUpCode(): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  return Array.from(randomBytes(6), (byte) => alphabet[byte % alphabet.length]).join('')
}

import type { Actor } from '../../kernel/actor.ts'
import type { Term } from '../../modules/quality/domain/guarantee.ts'
import type { Status } from '../../modules/repair-orders/domain/life.ts'
import type { Book, OrderData } from '../../modules/repair-orders/public.ts'
import type { Chance } from './chance.ts'
import type { History } from './history.ts'
import type { Shelves } from './shelves.ts'

/** What visits are written with: prices of a day, lots, the places of parts that are handed out. */
export type Pen = {
  readonly history: History; readonly shelves: Shelves; readonly chance: Chance
  /** Where parts come from and go to. */
  readonly sources: { readonly jobId: string; readonly supplierId: string; binOf(placeId: string): string }
  bookOn(at: Date): Book
  /** How long the law answers for a kind of repair. */
  readonly legal: readonly Term[]
}

/** An order while its history is written; version and status as each deed leaves them. */
export type Written = { -readonly [Key in keyof OrderData]: OrderData[Key] }

type Move = { readonly to: Status; readonly by: Actor; readonly at: Date; readonly reason?: string }

/** As moveOrder does it. */
export function moveTo({ history }: Pen, order: Written, { to, by, at, reason = '' }: Move): void {
  const before = order.status
  const closed = to === 'delivered' || to === 'cancelled'
  order.status = to
  order.version += 1
  order.closedAt = closed ? at : null
  order.closedReason = closed ? reason : null
  history.rows.steps.push({ id: history.newId(at), orderId: order.id, fromStatus: before, toStatus: to, at, personId: by.personId, personName: by.name, reason })
  history.record(by, at, { subject: 'repair-order', subjectId: order.id, before: { status: before }, after: { status: to }, ...(reason === '' ? {} : { reason }) })
}

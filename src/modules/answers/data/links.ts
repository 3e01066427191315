import { sql, type Tx } from '../../../platform/database.ts'
import type { LinkSubject } from '../domain/link.ts'

export type LinkItem = { readonly id: string; readonly version: number }
/** What an estimate was promised on: the finish that was looked up, why it is promised earlier, and whether the car is washed and the customer waits. */
export type LinkTerms = { readonly earliest: string | null; readonly earlyReason: string; readonly wash: boolean; readonly roadTest: boolean; readonly oldParts: 'take' | 'leave'; readonly waits: boolean }
export type LinkData = {
  subject: LinkSubject; terms: LinkTerms | null
  id: string; orderId: string; items: LinkItem[]; promisedAt: Date; madeAt: Date; madeBy: string; madeByName: string; expiresAt: Date; openedAt: Date | null; wrongTries: number
  voidAt: Date | null; answeredAt: Date | null; customerName: string
}

const columns = sql`id, subject, terms, order_id, items, promised_at, made_at, made_by, made_by_name, expires_at, opened_at, wrong_tries, void_at, answered_at, customer_name`

export const findLink = (tx: Tx, storeId: string, tokenHash: string) => tx.maybe<LinkData>`
  select ${columns} from answers.link where store_id = ${storeId} and token_hash = ${tokenHash}`

/** Locked until the answer is written: of two answers one counts. */
export const lockLink = (tx: Tx, storeId: string, tokenHash: string) => tx.maybe<LinkData>`
  select ${columns} from answers.link where store_id = ${storeId} and token_hash = ${tokenHash} for update`

export const linksOfOrder = (tx: Tx, storeId: string, orderId: string) => tx.all<LinkData>`
  select ${columns} from answers.link where store_id = ${storeId} and order_id = ${orderId} order by id desc limit 20`

export type NewLink = Pick<LinkData, 'id' | 'subject' | 'terms' | 'orderId' | 'items' | 'promisedAt' | 'madeAt' | 'madeBy' | 'madeByName' | 'expiresAt'> & { readonly tokenHash: string }

export const insertLink = (tx: Tx, storeId: string, l: NewLink) => tx.run`
  insert into answers.link (store_id, id, subject, terms, order_id, token_hash, items, promised_at, made_at, made_by, made_by_name, expires_at)
  values (${storeId}, ${l.id}, ${l.subject}, ${l.terms === null ? null : JSON.stringify(l.terms)}::jsonb, ${l.orderId}, ${l.tokenHash}, ${JSON.stringify(l.items)}::jsonb, ${l.promisedAt}, ${l.madeAt}, ${l.madeBy}, ${l.madeByName}, ${l.expiresAt})`

/** A newer link takes the place of those before it. */
export const voidLinks = (tx: Tx, storeId: string, orderId: string, at: Date) => tx.run`
  update answers.link set void_at = ${at} where store_id = ${storeId} and order_id = ${orderId} and void_at is null and answered_at is null`

/** Answers 1 the first time. */
export const noteOpened = (tx: Tx, storeId: string, linkId: string, at: Date) => tx.run`
  update answers.link set opened_at = ${at} where store_id = ${storeId} and id = ${linkId} and opened_at is null`

/** One of the tries that a link has; none is left where it answers 0. */
export const takeTry = (tx: Tx, storeId: string, tokenHash: string, most: number) => tx.run`
  update answers.link set wrong_tries = wrong_tries + 1 where store_id = ${storeId} and token_hash = ${tokenHash} and wrong_tries < ${most} and answered_at is null and void_at is null`

/** It was no wrong tail. */
export const giveTryBack = (tx: Tx, storeId: string, tokenHash: string, taken: number) => tx.run`
  update answers.link set wrong_tries = wrong_tries - ${taken} where store_id = ${storeId} and token_hash = ${tokenHash} and answered_at is null`

export const voidAfterTries = (tx: Tx, storeId: string, tokenHash: string, most: number, at: Date) => tx.run`
  update answers.link set void_at = coalesce(void_at, ${at}) where store_id = ${storeId} and token_hash = ${tokenHash} and wrong_tries >= ${most} and answered_at is null`

export const markAnswered = (tx: Tx, storeId: string, a: { id: string; at: Date; customerName: string; seen: unknown }) => tx.run`
  update answers.link set answered_at = ${a.at}, customer_name = ${a.customerName}, seen = ${JSON.stringify(a.seen)}::jsonb where store_id = ${storeId} and id = ${a.id}`

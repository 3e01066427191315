import type { Tx } from '../../../platform/database.ts'
import type { ConsentChannel, ConsentPurpose } from '../domain/kinds.ts'

export type ConsentData = { id: string; purpose: ConsentPurpose; granted: boolean; channel: ConsentChannel; at: Date; personName: string }

/** Newest first: the first row of a purpose is its last word. */
export const listConsents = (tx: Tx, storeId: string, customerId: string) => tx.all<ConsentData>`
  select id, purpose, granted, channel, at, person_name from customers.consent
  where store_id = ${storeId} and customer_id = ${customerId} order by id desc limit 200`

export const insertConsent = (tx: Tx, storeId: string, consent: ConsentData & { customerId: string; personId: string }) => tx.run`
  insert into customers.consent (store_id, id, customer_id, purpose, granted, channel, at, person_id, person_name)
  values (${storeId}, ${consent.id}, ${consent.customerId}, ${consent.purpose}, ${consent.granted}, ${consent.channel}, ${consent.at}, ${consent.personId}, ${consent.personName})`

export const listMerges = (tx: Tx, storeId: string, intoId: string) => tx.all<{ id: string; name: string; at: Date; personName: string; reason: string }>`
  select m.from_id as id, c.name, m.at, m.person_name, m.reason
  from customers.merge m join customers.customer c on c.store_id = m.store_id and c.id = m.from_id
  where m.store_id = ${storeId} and m.into_id = ${intoId} order by m.id desc limit 100`

export type MergeData = { id: string; fromId: string; intoId: string; at: Date; personId: string; personName: string; reason: string }

export const insertMerge = (tx: Tx, storeId: string, merge: MergeData) => tx.run`
  insert into customers.merge (store_id, id, from_id, into_id, at, person_id, person_name, reason)
  values (${storeId}, ${merge.id}, ${merge.fromId}, ${merge.intoId}, ${merge.at}, ${merge.personId}, ${merge.personName}, ${merge.reason})`

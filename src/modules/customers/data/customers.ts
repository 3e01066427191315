import { empty, join, sql, type Sql, type Tx } from '../../../platform/database.ts'
import { beginningWith } from '../domain/find-words.ts'
import type { CustomerKind } from '../domain/kinds.ts'

export type CustomerData = {
  id: string; kind: CustomerKind; name: string; phone: string; secondPhone: string | null; address: string; taxNumber: string | null; contactName: string
  note: string; active: boolean; mergedInto: string | null; erasedAt: Date | null; createdAt: Date; version: number
}

const columns = sql`id, kind, name, phone, second_phone, address, tax_number, contact_name, note, active, merged_into, erased_at, created_at, version`

/** Each typed word narrows by a range of the word index. */
const matches = (storeId: string, words: readonly string[]): Sql => (words.length === 0 ? empty : join(words.map((word) => {
  const { from, below } = beginningWith(word)
  return sql`and id in (select customer_id from customers.find_word where store_id = ${storeId} and word >= ${from} and word < ${below})`
}), ' '))

export type CustomerFilter = { words: readonly string[]; kind: CustomerKind | null; after: string | null; limit: number }

/** Newest first; merged ones are not shown, their survivor is. */
export const listCustomers = (tx: Tx, storeId: string, { words, kind, after, limit }: CustomerFilter) => tx.all<CustomerData>`
  select ${columns} from customers.customer
  where store_id = ${storeId} and merged_into is null
  ${matches(storeId, words)}
  ${kind === null ? empty : sql`and kind = ${kind}`}
  ${after === null ? empty : sql`and id < ${after}::uuid`}
  order by id desc limit ${limit}`

/** Found or merged into one found: what other modules hold may name either. */
export const findIdsByWords = async (tx: Tx, storeId: string, words: readonly string[], limit: number): Promise<string[]> =>
  (await tx.all<{ id: string }>`
    with hit as (select id, merged_into from customers.customer where store_id = ${storeId} ${matches(storeId, words)} order by id desc limit ${limit})
    select id from hit union select merged_into from hit where merged_into is not null
    union select c.id from customers.customer c join hit h on c.merged_into = h.id where c.store_id = ${storeId}`).map(({ id }) => id)

/** The customer and those merged into it. */
export const familyOf = async (tx: Tx, storeId: string, customerId: string): Promise<string[]> =>
  (await tx.all<{ id: string }>`
    select id from customers.customer where store_id = ${storeId} and id = ${customerId}
    union select id from customers.customer where store_id = ${storeId} and merged_into = ${customerId}`).map(({ id }) => id)

export const findCustomer = (tx: Tx, storeId: string, customerId: string) => tx.maybe<CustomerData>`
  select ${columns} from customers.customer where store_id = ${storeId} and id = ${customerId}`

/** In the order of ids, so that two merges of the same pair wait instead of deadlocking. */
export const lockCustomers = (tx: Tx, storeId: string, customerIds: readonly string[]) => tx.all<CustomerData>`
  select ${columns} from customers.customer where store_id = ${storeId} and id = any(${customerIds}::uuid[]) order by id for update`

export const findSame = (tx: Tx, storeId: string, name: string, phone: string) => tx.maybe<{ id: string; name: string }>`
  select id, name from customers.customer where store_id = ${storeId} and phone = ${phone} and name = ${name} and merged_into is null and active order by id limit 1`

export type CustomerFacts = { id: string; name: string; kind: CustomerKind; phone: string; taxNumber: string | null }

/** Under the id that was asked for stand the facts of the survivor of a merge. Each by its own key: joined by either of two ids, every customer of the store would be read. */
export const findCustomers = (tx: Tx, storeId: string, ids: readonly string[]) => tx.all<CustomerFacts>`
  select asked.id, coalesce(c.name, asked.name) as name, coalesce(c.kind, asked.kind) as kind, coalesce(c.phone, asked.phone) as phone, case when c.id is null then asked.tax_number else c.tax_number end as tax_number
  from customers.customer asked left join customers.customer c on c.store_id = asked.store_id and c.id = asked.merged_into
  where asked.store_id = ${storeId} and asked.id = any(${ids}::uuid[])`

export type NewCustomer = Omit<CustomerData, 'active' | 'mergedInto' | 'erasedAt' | 'version'> & { initials: string; phoneTail: string }

export const insertCustomers = (tx: Tx, storeId: string, rows: readonly NewCustomer[]) => tx.run`
  insert into customers.customer (store_id, id, kind, name, initials, phone, phone_tail, second_phone, address, tax_number, contact_name, note, created_at)
  select ${storeId}::uuid, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.name)}::text[],
    ${rows.map((r) => r.initials)}::text[], ${rows.map((r) => r.phone)}::text[], ${rows.map((r) => r.phoneTail)}::text[], ${rows.map((r) => r.secondPhone)}::text[],
    ${rows.map((r) => r.address)}::text[], ${rows.map((r) => r.taxNumber)}::text[], ${rows.map((r) => r.contactName)}::text[], ${rows.map((r) => r.note)}::text[],
    ${rows.map((r) => r.createdAt)}::timestamptz[])`

export const updateCustomer = (tx: Tx, storeId: string, customer: Omit<NewCustomer, 'createdAt'> & { active: boolean; version: number }) => tx.run`
  update customers.customer
  set kind = ${customer.kind}, name = ${customer.name}, initials = ${customer.initials}, phone = ${customer.phone}, phone_tail = ${customer.phoneTail},
    second_phone = ${customer.secondPhone}, address = ${customer.address}, tax_number = ${customer.taxNumber}, contact_name = ${customer.contactName},
    note = ${customer.note}, active = ${customer.active}, version = version + 1
  where store_id = ${storeId} and id = ${customer.id} and version = ${customer.version}`

/** Those merged into it before follow, so that a survivor is one step away, never two. */
export const updateMerged = (tx: Tx, storeId: string, fromId: string, intoId: string) => tx.run`
  update customers.customer set merged_into = ${intoId}, active = false, version = version + 1
  where store_id = ${storeId} and (id = ${fromId} or merged_into = ${fromId})`

export const deleteWords = (tx: Tx, storeId: string, customerId: string) => tx.run`
  delete from customers.find_word where store_id = ${storeId} and customer_id = ${customerId}`

export const insertWords = (tx: Tx, storeId: string, rows: readonly { customerId: string; word: string }[]) => tx.run`
  insert into customers.find_word (store_id, word, customer_id)
  select ${storeId}::uuid, * from unnest(${rows.map((r) => r.word)}::text[], ${rows.map((r) => r.customerId)}::uuid[])`

import type { Tx } from '../../../platform/database.ts'
import type { CustomerData, NewCustomer } from './customers.ts'

export type CustomerKey = { readonly name: string; readonly phone: string }

/** Those in use under one of these names and phones, the oldest first where somebody was entered twice. */
export const customersNamed = (tx: Tx, storeId: string, keys: readonly CustomerKey[]) => tx.all<CustomerData>`
  select c.id, c.kind, c.name, c.phone, c.second_phone, c.address, c.tax_number, c.contact_name, c.note, c.active, c.merged_into, c.created_at, c.version
  from customers.customer c
  join (select distinct name, phone from unnest(${keys.map((k) => k.name)}::text[], ${keys.map((k) => k.phone)}::text[]) as t(name, phone)) w on c.phone = w.phone and c.name = w.name
  where c.store_id = ${storeId} and c.merged_into is null and c.active order by c.id`

/** Those in use under one of these names, whatever their phone. */
export const customersByName = (tx: Tx, storeId: string, names: readonly string[]) => tx.all<{ id: string; name: string; phone: string }>`
  select id, name, phone from customers.customer where store_id = ${storeId} and name = any(${names}::text[]) and merged_into is null and active order by id`

export const lockCustomersNamed = (tx: Tx, storeId: string, phones: readonly string[]) => tx.all<{ id: string }>`
  select id from customers.customer where store_id = ${storeId} and phone = any(${phones}::text[]) order by id for update`

export const updateCustomers = (tx: Tx, storeId: string, rows: readonly Omit<NewCustomer, 'createdAt'>[]) => tx.run`
  update customers.customer c
  set kind = w.kind, second_phone = w.second_phone, address = w.address, tax_number = w.tax_number, contact_name = w.contact_name, note = w.note, version = c.version + 1
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.secondPhone)}::text[], ${rows.map((r) => r.address)}::text[],
    ${rows.map((r) => r.taxNumber)}::text[], ${rows.map((r) => r.contactName)}::text[], ${rows.map((r) => r.note)}::text[]) as w(id, kind, second_phone, address, tax_number, contact_name, note)
  where c.store_id = ${storeId} and c.id = w.id`

export const deleteWordsOf = (tx: Tx, storeId: string, customerIds: readonly string[]) => tx.run`
  delete from customers.find_word where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[])`

export const exportCustomers = (tx: Tx, storeId: string, after: string | null, limit: number) => tx.all<CustomerData>`
  select id, kind, name, phone, second_phone, address, tax_number, contact_name, note, active, merged_into, created_at, version
  from customers.customer where store_id = ${storeId} and merged_into is null and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`

export const countCustomers = async (tx: Tx, storeId: string): Promise<number> =>
  (await tx.one<{ count: number }>`select count(*) as count from customers.customer where store_id = ${storeId} and merged_into is null`).count

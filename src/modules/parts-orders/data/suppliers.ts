import type { Tx } from '../../../platform/database.ts'

export type SupplierData = { id: string; name: string; kind: 'maker' | 'outside'; contact: string; phone: string; note: string; active: boolean; version: number }

export const listSuppliers = (tx: Tx, storeId: string) => tx.all<SupplierData>`
  select id, name, kind, contact, phone, note, active, version from parts_orders.supplier where store_id = ${storeId} order by active desc, kind, name limit 500`

export const findSupplier = (tx: Tx, storeId: string, id: string) => tx.maybe<SupplierData>`
  select id, name, kind, contact, phone, note, active, version from parts_orders.supplier where store_id = ${storeId} and id = ${id}`

export const lockSupplier = (tx: Tx, storeId: string, id: string) => tx.maybe<SupplierData>`
  select id, name, kind, contact, phone, note, active, version from parts_orders.supplier where store_id = ${storeId} and id = ${id} for update`

/** Answers 0 when another one has that name. */
export const insertSupplier = (tx: Tx, storeId: string, s: Omit<SupplierData, 'version'>) => tx.run`
  insert into parts_orders.supplier (store_id, id, name, kind, contact, phone, note, active) values (${storeId}, ${s.id}, ${s.name}, ${s.kind}, ${s.contact}, ${s.phone}, ${s.note}, ${s.active}) on conflict do nothing`

export const updateSupplier = (tx: Tx, storeId: string, s: Omit<SupplierData, 'version' | 'kind'>) => tx.run`
  update parts_orders.supplier u set name = ${s.name}, contact = ${s.contact}, phone = ${s.phone}, note = ${s.note}, active = ${s.active}, version = version + 1
  where store_id = ${storeId} and id = ${s.id} and not exists (select from parts_orders.supplier o where o.store_id = u.store_id and o.name = ${s.name} and o.id <> u.id)`

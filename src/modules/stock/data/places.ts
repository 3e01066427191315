import type { Queries, Tx } from '../../../platform/database.ts'

export type PlaceKind = 'bin' | 'quarantine' | 'supplier' | 'opening' | 'job' | 'customer' | 'scrap' | 'count'
export type PlaceRow = { id: string; kind: PlaceKind; code: string; active: boolean; version: number }

/** The places that are not on a shelf: one of each kind per store. */
export const outsidePlaces = [
  ['supplier', '供应商'], ['opening', '期初'], ['job', '工单'], ['customer', '客户'], ['scrap', '报废'], ['count', '盘点差异'], ['quarantine', '隔离区'],
] as const

export const insertPlaces = (tx: Queries, storeId: string, places: readonly { id: string; kind: PlaceKind; code: string }[]) => tx.run`
  insert into stock.place (store_id, id, kind, code)
  select ${storeId}, * from unnest(${places.map((p) => p.id)}::uuid[], ${places.map((p) => p.kind)}::text[], ${places.map((p) => p.code)}::text[])`

export const listPlaces = (tx: Tx, storeId: string) => tx.all<PlaceRow>`
  select id, kind, code, active, version from stock.place
  where store_id = ${storeId} and kind in ('bin', 'quarantine') order by code limit 5000`

export const findPlaces = (tx: Tx, storeId: string, ids: readonly string[]) => tx.all<PlaceRow>`
  select id, kind, code, active, version from stock.place where store_id = ${storeId} and id = any(${ids})`

export const placeOfKind = (tx: Tx, storeId: string, kind: PlaceKind) => tx.one<{ id: string }>`
  select id from stock.place where store_id = ${storeId} and kind = ${kind} order by code limit 1`

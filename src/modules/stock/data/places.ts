import type { Queries, Tx } from '../../../platform/database.ts'

export type PlaceKind = 'bin' | 'quarantine' | 'supplier' | 'opening' | 'job' | 'customer' | 'scrap' | 'count' | 'transit'
export type PlaceRow = { id: string; kind: PlaceKind; code: string; active: boolean; /** Why nothing may be put there for now. */ blocked: string; version: number }

/** The places that are not on a shelf: one of each kind per store. */
export const outsidePlaces = [
  ['supplier', '供应商'], ['opening', '期初'], ['job', '工单'], ['customer', '客户'], ['scrap', '报废'], ['count', '盘点差异'], ['quarantine', '隔离区'], ['transit', '在途'],
] as const

export const insertPlaces = (tx: Queries, storeId: string, places: readonly { id: string; kind: PlaceKind; code: string }[]) => tx.run`
  insert into stock.place (store_id, id, kind, code)
  select ${storeId}, * from unnest(${places.map((p) => p.id)}::uuid[], ${places.map((p) => p.kind)}::text[], ${places.map((p) => p.code)}::text[])`

export const listPlaces = (tx: Tx, storeId: string) => tx.all<PlaceRow>`
  select id, kind, code, active, blocked, version from stock.place
  where store_id = ${storeId} and kind in ('bin', 'quarantine') order by code limit 5000`

export const findPlaces = (tx: Tx, storeId: string, ids: readonly string[]) => tx.all<PlaceRow>`
  select id, kind, code, active, blocked, version from stock.place where store_id = ${storeId} and id = any(${ids})`

/** Locked until the deed ends. Whoever puts something there meanwhile waits at the foreign key of his move. */
export const lockPlace = (tx: Tx, storeId: string, placeId: string) => tx.maybe<PlaceRow & { filled: boolean }>`
  select id, kind, code, active, blocked, version, exists (select from stock.balance b where b.store_id = p.store_id and b.place_id = p.id and b.thousandths > 0) as filled
  from stock.place p where store_id = ${storeId} and id = ${placeId} for update`

export const updatePlace = (tx: Tx, storeId: string, p: { id: string; active: boolean; blocked: string }) => tx.run`
  update stock.place set active = ${p.active}, blocked = ${p.blocked}, version = version + 1 where store_id = ${storeId} and id = ${p.id}`

export const placeOfKind = (tx: Tx, storeId: string, kind: PlaceKind) => tx.one<{ id: string }>`
  select id from stock.place where store_id = ${storeId} and kind = ${kind} order by code limit 1`

/** Stores founded before goods went from store to store get this side of their books when it is first needed. */
export async function transitPlace(tx: Tx, storeId: string, newId: string): Promise<{ id: string }> {
  await tx.run`insert into stock.place (store_id, id, kind, code) values (${storeId}, ${newId}, 'transit', '在途') on conflict do nothing`
  return placeOfKind(tx, storeId, 'transit')
}

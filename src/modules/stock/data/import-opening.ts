import type { Tx } from '../../../platform/database.ts'
import type { PlaceKind } from './places.ts'

export const placesByCode = (tx: Tx, storeId: string, codes: readonly string[]) => tx.all<{ id: string; code: string; kind: PlaceKind; active: boolean }>`
  select id, code, kind, active from stock.place where store_id = ${storeId} and code = any(${codes}::text[])`

export const kindsOfPlaces = async (tx: Tx, storeId: string): Promise<PlaceKind[]> =>
  (await tx.all<{ kind: PlaceKind }>`select distinct kind from stock.place where store_id = ${storeId}`).map(({ kind }) => kind)

export type OpeningLot = { partId: string; placeId: string; receivedOn: string; thousandths: number; costFen: number }

/** What these parts brought along from before, less what was taken back. */
export const openingLots = (tx: Tx, storeId: string, partIds: readonly string[]) => tx.all<OpeningLot>`
  select m.part_id, m.to_place as place_id, l.received_on, m.thousandths, m.cost_fen
  from stock.move m
  join stock.place f on f.store_id = m.store_id and f.id = m.from_place and f.kind = 'opening'
  join stock.lot l on l.store_id = m.store_id and l.id = m.lot_id
  where m.store_id = ${storeId} and m.part_id = any(${partIds}::uuid[])
    and not exists (select from stock.move b where b.store_id = m.store_id and b.takes_back = m.id)`

export type ExportedLot = { lotId: string; partId: string; bin: string; kind: string; receivedOn: string; here: number; costFen: number; receivedThousandths: number; document: string }

export const exportLots = (tx: Tx, storeId: string, after: { lotId: string; bin: string } | null, limit: number) => tx.all<ExportedLot>`
  select l.id as lot_id, l.part_id, p.code as bin, p.kind, l.received_on, b.thousandths as here, l.cost_fen, l.received_thousandths, l.document
  from stock.balance b
  join stock.lot l on l.store_id = b.store_id and l.id = b.lot_id
  join stock.place p on p.store_id = b.store_id and p.id = b.place_id
  where b.store_id = ${storeId} and b.thousandths > 0 and (${after?.lotId ?? null}::uuid is null or (l.id, p.code) > (${after?.lotId ?? null}::uuid, ${after?.bin ?? ''}))
  order by l.id, p.code limit ${limit}`

export const countLots = async (tx: Tx, storeId: string): Promise<number> =>
  (await tx.one<{ count: number }>`select count(*) as count from stock.balance where store_id = ${storeId} and thousandths > 0`).count

/** The part whose lot this is; null where no lot of the store has that id. */
export const partOfLot = async (tx: Tx, storeId: string, lotId: string): Promise<string | null> =>
  (await tx.maybe<{ partId: string }>`select part_id from stock.lot where store_id = ${storeId} and id = ${lotId}`)?.partId ?? null

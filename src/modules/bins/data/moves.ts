import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { BrokenRule } from '../domain/storage.ts'

export type NewBinMove = { id: string; number: string; at: Date; personId: string; personName: string; partId: string; lotId: string; fromPlace: string; toPlace: string; thousandths: number; broken: BrokenRule | null; reason: string; takesBack: string | null }

export const insertMove = (tx: Tx, storeId: string, m: NewBinMove) => tx.run`
  insert into bins.bin_move (store_id, id, number, at, person_id, person_name, part_id, lot_id, from_place, to_place, thousandths, broken, reason, takes_back)
  values (${storeId}, ${m.id}, ${m.number}, ${m.at}, ${m.personId}, ${m.personName}, ${m.partId}, ${m.lotId}, ${m.fromPlace}, ${m.toPlace}, ${m.thousandths}, ${m.broken ?? ''}, ${m.reason}, ${m.takesBack})`

export type BinMoveData = {
  id: string; number: string; at: Date; personName: string; partId: string; partNumber: string; nameZh: string; nameEn: string; unit: string; lotId: string; fromPlace: string; fromBin: string; toPlace: string; toBin: string
  thousandths: number; broken: BrokenRule | null; reason: string; takesBack: string | null; takenBack: boolean
}

const move = sql`
  select m.id, m.number, m.at, m.person_name, m.part_id, f.number as part_number, f.name_zh, f.name_en, f.unit, m.lot_id, m.from_place, a.code as from_bin, m.to_place, b.code as to_bin,
    m.thousandths, nullif(m.broken, '') as broken, m.reason, m.takes_back, exists (select from bins.bin_move t where t.store_id = m.store_id and t.takes_back = m.id) as taken_back
  from bins.bin_move m
  join catalogue.v_part_facts f on f.id = m.part_id
  join stock.v_place a on a.store_id = m.store_id and a.id = m.from_place
  join stock.v_place b on b.store_id = m.store_id and b.id = m.to_place`

export const listMoves = (tx: Tx, storeId: string, after: string | null, limit: number) => tx.all<BinMoveData>`
  ${move} where m.store_id = ${storeId} ${after === null ? empty : sql`and m.id < ${after}`} order by m.id desc limit ${limit}`

/** The latest into a bin and out of it. */
export const movesOfBin = (tx: Tx, storeId: string, placeId: string, limit: number) => tx.all<BinMoveData>`
  select * from ((${move} where m.store_id = ${storeId} and m.to_place = ${placeId} order by m.id desc limit ${limit})
    union all (${move} where m.store_id = ${storeId} and m.from_place = ${placeId} order by m.id desc limit ${limit})) m order by id desc limit ${limit}`

export const findMove = (tx: Tx, storeId: string, moveId: string) => tx.maybe<BinMoveData>`${move} where m.store_id = ${storeId} and m.id = ${moveId}`

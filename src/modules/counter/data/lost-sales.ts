import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { LostCause } from '../domain/slip.ts'

export type LostData = { id: string; slipId: string; slipNumber: string; partId: string; partNumber: string; nameZh: string; nameEn: string; unit: string; thousandths: number; cause: LostCause; words: string; at: Date; personName: string }

export const insertLost = (tx: Tx, storeId: string, l: LostData) => tx.run`
  insert into counter.lost_sale (store_id, id, slip_id, slip_number, part_id, part_number, name_zh, name_en, unit, thousandths, cause, words, at, person_name)
  values (${storeId}, ${l.id}, ${l.slipId}, ${l.slipNumber}, ${l.partId}, ${l.partNumber}, ${l.nameZh}, ${l.nameEn}, ${l.unit}, ${l.thousandths}, ${l.cause}, ${l.words}, ${l.at}, ${l.personName})`

/** Newest first. */
export const listLost = (tx: Tx, storeId: string, after: string | null, limit: number) => tx.all<LostData>`
  select id, slip_id, slip_number, part_id, part_number, name_zh, name_en, unit, thousandths, cause, words, at, person_name from counter.lost_sale
  where store_id = ${storeId} ${after === null ? empty : sql`and id < ${after}`} order by id desc limit ${limit}`

import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { Energy } from '../domain/kinds.ts'

export type ModelData = {
  id: string; code: string; nameZh: string; nameEn: string; makeZh: string; makeEn: string; energy: Energy; active: boolean; version: number
}

const columns = sql`id, code, name_zh, name_en, make_zh, make_en, energy, active, version`

export type ModelFilter = { find: string | null; activeOnly: boolean; after: string | null; limit: number }

/** A group has some dozens of models: contains is enough. */
export const listModels = (tx: Tx, { find, activeOnly, after, limit }: ModelFilter) => tx.all<ModelData>`
  select ${columns} from catalogue.model
  where true
  ${activeOnly ? sql`and active` : empty}
  ${find === null ? empty : sql`and strpos(lower(concat_ws(' ', code, name_zh, name_en, make_zh, make_en)), lower(${find})) > 0`}
  ${after === null ? empty : sql`and code > ${after}`}
  order by code limit ${limit}`

export const findModel = (tx: Tx, modelId: string) => tx.maybe<ModelData>`select ${columns} from catalogue.model where id = ${modelId}`
export const lockModel = (tx: Tx, modelId: string) => tx.maybe<ModelData>`select ${columns} from catalogue.model where id = ${modelId} for update`
export const findModelByCode = (tx: Tx, code: string) => tx.maybe<{ id: string }>`select id from catalogue.model where code = ${code}`

export const insertModels = (tx: Tx, rows: readonly Omit<ModelData, 'active' | 'version'>[]) => tx.run`
  insert into catalogue.model (id, code, name_zh, name_en, make_zh, make_en, energy)
  select * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.code)}::text[], ${rows.map((r) => r.nameZh)}::text[], ${rows.map((r) => r.nameEn)}::text[],
    ${rows.map((r) => r.makeZh)}::text[], ${rows.map((r) => r.makeEn)}::text[], ${rows.map((r) => r.energy)}::text[])`

export const updateModel = (tx: Tx, model: Omit<ModelData, 'code'>) => tx.run`
  update catalogue.model
  set name_zh = ${model.nameZh}, name_en = ${model.nameEn}, make_zh = ${model.makeZh}, make_en = ${model.makeEn}, energy = ${model.energy},
    active = ${model.active}, version = version + 1
  where id = ${model.id} and version = ${model.version}`

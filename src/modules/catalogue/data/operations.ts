import { empty, join, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { RepairKind, Trade } from '../domain/kinds.ts'

export type OperationData = {
  id: string; code: string; nameZh: string; nameEn: string; trade: Trade; standardHoursThousandths: number
  modelId: string | null; modelNameZh: string | null; modelNameEn: string | null; repairKind: RepairKind; active: boolean; version: number
}

const columns = sql`o.id, o.code, o.name_zh, o.name_en, o.trade, o.standard_hours_thousandths, o.model_id, m.name_zh as model_name_zh, m.name_en as model_name_en,
  o.repair_kind, o.active, o.version`
const source = sql`catalogue.labour_operation o left join catalogue.model m on m.id = o.model_id`

export type OperationFilter = {
  patterns: readonly string[]; trade: Trade | null; modelId: string | null; activeOnly: boolean; after: string | null; limit: number
}

const matches = (patterns: readonly string[]): Sql => (patterns.length === 0 ? empty : sql`and ${join(patterns.map((pattern) => sql`o.find_text like ${pattern}`), ' and ')}`)

/** By code. An operation without a model suits every model. */
export const listOperations = (tx: Tx, { patterns, trade, modelId, activeOnly, after, limit }: OperationFilter) => tx.all<OperationData>`
  select ${columns} from ${source}
  where true
  ${activeOnly ? sql`and o.active` : empty}
  ${matches(patterns)}
  ${trade === null ? empty : sql`and o.trade = ${trade}`}
  ${modelId === null ? empty : sql`and (o.model_id is null or o.model_id = ${modelId})`}
  ${after === null ? empty : sql`and o.code > ${after}`}
  order by o.code limit ${limit}`

export const findOperation = (tx: Tx, operationId: string) => tx.maybe<OperationData>`select ${columns} from ${source} where o.id = ${operationId}`
export const lockOperation = (tx: Tx, operationId: string) => tx.maybe<OperationData>`select ${columns} from ${source} where o.id = ${operationId} for update of o`
export const findOperationByCode = (tx: Tx, code: string) => tx.maybe<{ id: string }>`select id from catalogue.labour_operation where code = ${code}`

export type OperationFacts = {
  id: string; code: string; nameZh: string; nameEn: string; trade: Trade; standardHoursThousandths: number; repairKind: RepairKind
}

export const findOperations = (tx: Tx, operationIds: readonly string[]) => tx.all<OperationFacts>`
  select id, code, name_zh, name_en, trade, standard_hours_thousandths, repair_kind from catalogue.labour_operation where id = any(${operationIds}::uuid[])`

export type NewOperation = Omit<OperationData, 'modelNameZh' | 'modelNameEn' | 'active' | 'version'> & { initials: string; findText: string }

export const insertOperations = (tx: Tx, rows: readonly NewOperation[]) => tx.run`
  insert into catalogue.labour_operation (id, code, name_zh, name_en, initials, trade, standard_hours_thousandths, model_id, repair_kind, find_text)
  select * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.code)}::text[], ${rows.map((r) => r.nameZh)}::text[], ${rows.map((r) => r.nameEn)}::text[],
    ${rows.map((r) => r.initials)}::text[], ${rows.map((r) => r.trade)}::text[], ${rows.map((r) => r.standardHoursThousandths)}::bigint[],
    ${rows.map((r) => r.modelId)}::uuid[], ${rows.map((r) => r.repairKind)}::text[], ${rows.map((r) => r.findText)}::text[])`

export const updateOperation = (tx: Tx, operation: Omit<NewOperation, 'code'> & { active: boolean; version: number }) => tx.run`
  update catalogue.labour_operation
  set name_zh = ${operation.nameZh}, name_en = ${operation.nameEn}, initials = ${operation.initials}, trade = ${operation.trade},
    standard_hours_thousandths = ${operation.standardHoursThousandths}, model_id = ${operation.modelId}, repair_kind = ${operation.repairKind},
    find_text = ${operation.findText}, active = ${operation.active}, version = version + 1
  where id = ${operation.id} and version = ${operation.version}`

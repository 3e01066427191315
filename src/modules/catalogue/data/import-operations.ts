import type { Tx } from '../../../platform/database.ts'
import type { NewOperation } from './operations.ts'

export type KnownOperation = Omit<NewOperation, 'initials' | 'findText'> & { active: boolean; modelCode: string | null }

export const operationsByCode = (tx: Tx, codes: readonly string[]) => tx.all<KnownOperation>`
  select o.id, o.code, o.name_zh, o.name_en, o.trade, o.standard_hours_thousandths, o.model_id, o.repair_kind, o.active, m.code as model_code
  from catalogue.labour_operation o left join catalogue.model m on m.id = o.model_id where o.code = any(${codes}::text[])`

export const lockOperationsByCode = (tx: Tx, codes: readonly string[]) => tx.all<{ id: string }>`
  select id from catalogue.labour_operation where code = any(${codes}::text[]) order by id for update`

export const modelsByCode = (tx: Tx, codes: readonly string[]) => tx.all<{ id: string; code: string; nameZh: string }>`
  select id, code, name_zh from catalogue.model where code = any(${codes}::text[])`

export const updateOperations = (tx: Tx, rows: readonly NewOperation[]) => tx.run`
  update catalogue.labour_operation o
  set name_zh = w.name_zh, name_en = w.name_en, initials = w.initials, trade = w.trade, standard_hours_thousandths = w.hours, model_id = w.model_id,
    repair_kind = w.repair_kind, find_text = w.find_text, version = o.version + 1
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.nameZh)}::text[], ${rows.map((r) => r.nameEn)}::text[], ${rows.map((r) => r.initials)}::text[],
    ${rows.map((r) => r.trade)}::text[], ${rows.map((r) => r.standardHoursThousandths)}::bigint[], ${rows.map((r) => r.modelId)}::uuid[],
    ${rows.map((r) => r.repairKind)}::text[], ${rows.map((r) => r.findText)}::text[]) as w(id, name_zh, name_en, initials, trade, hours, model_id, repair_kind, find_text)
  where o.id = w.id`

export const exportOperations = (tx: Tx, after: string, limit: number) => tx.all<KnownOperation>`
  select o.id, o.code, o.name_zh, o.name_en, o.trade, o.standard_hours_thousandths, o.model_id, o.repair_kind, o.active, m.code as model_code
  from catalogue.labour_operation o left join catalogue.model m on m.id = o.model_id where o.code > ${after} order by o.code limit ${limit}`

export const countOperations = async (tx: Tx): Promise<number> => (await tx.one<{ count: number }>`select count(*) as count from catalogue.labour_operation`).count

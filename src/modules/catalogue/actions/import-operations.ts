import { Refusal } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { countOf, refusedLine, type ImportOutcome } from '../../../platform/import-outcome.ts'
import * as data from '../data/import-operations.ts'
import { insertOperations, type NewOperation } from '../data/operations.ts'
import { findText } from '../domain/find-text.ts'
import type { RepairKind, Trade } from '../domain/kinds.ts'
import { initialsOf } from './initials.ts'

/** Null is an empty cell: what is known stays. Hours are thousandths. */
export type ImportedOperation = {
  readonly line: number; readonly code: string; readonly nameZh: string; readonly nameEn: string | null; readonly trade: Trade | null; readonly hours: number
  readonly repairKind: RepairKind | null; readonly modelCode: string | null
}

export const judgeOperations = async ({ tx }: Reading, rows: readonly ImportedOperation[]): Promise<ImportOutcome[]> => (await plan(tx, rows, () => '')).outcomes

/** Announces labour-operation.imported. */
export async function importOperations(deed: Deed, rows: readonly ImportedOperation[], importId: string): Promise<ImportOutcome[]> {
  await data.lockOperationsByCode(deed.tx, rows.map(({ code }) => code))
  const { outcomes, added, changed } = await plan(deed.tx, rows, () => deed.newId())
  if (added.length > 0) await insertOperations(deed.tx, added)
  if (changed.length > 0) await data.updateOperations(deed.tx, changed)
  const facts = { added: countOf(outcomes, 'new'), changed: countOf(outcomes, 'changed') }
  deed.record({ subject: 'labour-operation-import', subjectId: importId, after: facts })
  deed.announce({ event: 'labour-operation.imported', subjectId: importId, facts })
  return outcomes
}

async function plan(tx: Tx, rows: readonly ImportedOperation[], newId: () => string) {
  const known = new Map((await data.operationsByCode(tx, rows.map(({ code }) => code))).map((operation) => [operation.code, operation]))
  const models = new Map((await data.modelsByCode(tx, rows.flatMap(({ modelCode }) => modelCode ?? []))).map(({ code, id }) => [code, id]))
  const added: NewOperation[] = []
  const changed: NewOperation[] = []
  const outcomes = rows.map((row): ImportOutcome => {
    const before = known.get(row.code)
    const modelId = row.modelCode === null ? before?.modelId ?? null : models.get(row.modelCode)
    if (modelId === undefined) return refusedLine(row.line, 'modelCode', new Refusal('catalogue.unknown-model', { code: row.modelCode ?? '' }))
    const next = {
      id: before?.id ?? newId(), code: row.code, nameZh: row.nameZh, nameEn: row.nameEn ?? before?.nameEn ?? row.nameZh, trade: row.trade ?? before?.trade ?? 'mechanical',
      standardHoursThousandths: row.hours, modelId, repairKind: row.repairKind ?? before?.repairKind ?? 'minor',
    }
    const fields = ['nameZh', 'nameEn', 'trade', 'standardHoursThousandths', 'modelId', 'repairKind'] as const
    if (before !== undefined && fields.every((field) => before[field] === next[field])) return { line: row.line, result: 'unchanged' }
    const initials = initialsOf(next.nameZh)
    const whole = { ...next, initials, findText: findText([next.code, initials, next.nameZh, next.nameEn]) }
    if (before === undefined) added.push(whole)
    else changed.push(whole)
    return { line: row.line, result: before === undefined ? 'new' : 'changed' }
  })
  return { outcomes, added, changed }
}

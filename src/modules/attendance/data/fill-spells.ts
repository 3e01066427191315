import type { Tx } from '../../../platform/database.ts'
import { manyRows } from '../../../platform/many-rows.ts'
import type { NewSpell } from './spells.ts'

export type FilledSpell = NewSpell & { readonly forgotten: boolean; readonly version: number }

/** Attendance of a whole history in one statement (the demo store). */
export const insertSpells = (tx: Tx, storeId: string, rows: readonly FilledSpell[]) => tx.run`
  insert into attendance.spell (store_id, id, person_id, person_name, technician, came_at, left_at, forgotten, version)
  select ${storeId}, id, person_id, person_name, technician, came_at, left_at, forgotten, version from json_populate_recordset(null::attendance.spell, ${manyRows(rows)}::json)`

import type { Tx } from '../../../platform/database.ts'
import type { Checklist } from '../domain/checklists.ts'

export type KeptChecklist = Checklist & { version: number }

/** What a store made of the lists that ship, and its own: some dozens. */
export const keptChecklists = (tx: Tx, storeId: string) => tx.all<KeptChecklist>`
  select code, zh, en, points, version from duties.checklist where store_id = ${storeId} order by code limit 300`

export const lockChecklist = (tx: Tx, storeId: string, code: string) => tx.maybe<KeptChecklist>`
  select code, zh, en, points, version from duties.checklist where store_id = ${storeId} and code = ${code} for update`

/** Answers 0 where somebody else was first. */
export const insertChecklist = (tx: Tx, storeId: string, c: KeptChecklist) => tx.run`
  insert into duties.checklist (store_id, code, zh, en, points, version) values (${storeId}, ${c.code}, ${c.zh}, ${c.en}, ${JSON.stringify(c.points)}::jsonb, ${c.version}) on conflict do nothing`

export const updateChecklist = (tx: Tx, storeId: string, c: Checklist) => tx.run`
  update duties.checklist set zh = ${c.zh}, en = ${c.en}, points = ${JSON.stringify(c.points)}::jsonb, version = version + 1 where store_id = ${storeId} and code = ${c.code}`

type Kept = Omit<Checklist, 'code'>
export type ChecklistChange = { id: string; at: Date; personName: string; before: Kept | null; after: Kept; reason: string }

export const insertChecklistChange = (tx: Tx, storeId: string, c: ChecklistChange & { code: string; personId: string }) => tx.run`
  insert into duties.checklist_change (store_id, id, code, at, person_id, person_name, before, after, reason)
  values (${storeId}, ${c.id}, ${c.code}, ${c.at}, ${c.personId}, ${c.personName}, ${c.before === null ? null : JSON.stringify(c.before)}::jsonb, ${JSON.stringify(c.after)}::jsonb, ${c.reason})`

export const changesOfChecklist = (tx: Tx, storeId: string, code: string) => tx.all<ChecklistChange>`
  select id, at, person_name, before, after, reason from duties.checklist_change where store_id = ${storeId} and code = ${code} order by id desc limit 100`

/** Points of this list with a corrective task that is open, of any position. */
export const pointsWithTask = async (tx: Tx, storeId: string, checklist: string): Promise<Set<string>> => new Set((await tx.all<{ point: string }>`
  select distinct point from duties.task where store_id = ${storeId} and checklist = ${checklist} and closed_at is null`).map(({ point }) => point))

import type { Tx } from '../../../platform/database.ts'
import type { ItemKind } from '../domain/meeting.ts'

export type ItemData = { id: string; kind: ItemKind; subject: string; wordsZh: string; wordsEn: string; page: string; minutes: string }

export const itemsOf = (tx: Tx, storeId: string, meetingId: string) => tx.all<ItemData>`
  select id, kind, subject, words_zh, words_en, page, minutes from meetings.item where store_id = ${storeId} and meeting_id = ${meetingId} order by id limit 200`

/** When a meeting was last held whose agenda named each of these duties. */
export const lastSpokenOf = (tx: Tx, storeId: string, dutyIds: readonly string[]) => tx.all<{ dutyId: string; at: Date }>`
  select i.subject as duty_id, max(m.held_at) as at from meetings.item i join meetings.meeting m on m.store_id = i.store_id and m.id = i.meeting_id
  where i.store_id = ${storeId} and i.kind = 'missed-duty' and i.subject = any(${dutyIds}::text[]) and m.held_at is not null group by i.subject`

export const insertItems = (tx: Tx, storeId: string, meetingId: string, rows: readonly Omit<ItemData, 'minutes'>[]) => tx.run`
  insert into meetings.item (store_id, meeting_id, id, kind, subject, words_zh, words_en, page)
  select ${storeId}, ${meetingId}, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.subject)}::text[], ${rows.map((r) => r.wordsZh)}::text[], ${rows.map((r) => r.wordsEn)}::text[], ${rows.map((r) => r.page)}::text[])`

/** Answers 0 where it is not on this agenda. */
export const deleteItem = (tx: Tx, storeId: string, meetingId: string, itemId: string) => tx.run`delete from meetings.item where store_id = ${storeId} and meeting_id = ${meetingId} and id = ${itemId}`

export const putItemMinutes = (tx: Tx, storeId: string, meetingId: string, rows: readonly { id: string; minutes: string }[]) => tx.run`
  update meetings.item i set minutes = r.minutes from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.minutes)}::text[]) as r(id, minutes)
  where i.store_id = ${storeId} and i.meeting_id = ${meetingId} and i.id = r.id`

export type DecisionData = { id: string; itemId: string | null; words: string; taskId: string; taskNumber: string }

export const decisionsOf = (tx: Tx, storeId: string, meetingId: string) => tx.all<DecisionData>`
  select id, item_id, words, task_id, task_number from meetings.decision where store_id = ${storeId} and meeting_id = ${meetingId} order by id limit 200`

export const insertDecision = (tx: Tx, storeId: string, meetingId: string, d: DecisionData) => tx.run`
  insert into meetings.decision (store_id, meeting_id, id, item_id, words, task_id, task_number) values (${storeId}, ${meetingId}, ${d.id}, ${d.itemId}, ${d.words}, ${d.taskId}, ${d.taskNumber})`

export type AddendumData = { id: string; at: Date; personName: string; words: string }

export const addendaOf = (tx: Tx, storeId: string, meetingId: string) => tx.all<AddendumData>`
  select id, at, person_name, words from meetings.addendum where store_id = ${storeId} and meeting_id = ${meetingId} order by id limit 100`

export const insertAddendum = (tx: Tx, storeId: string, meetingId: string, a: AddendumData & { personId: string }) => tx.run`
  insert into meetings.addendum (store_id, meeting_id, id, at, person_id, person_name, words) values (${storeId}, ${meetingId}, ${a.id}, ${a.at}, ${a.personId}, ${a.personName}, ${a.words})`

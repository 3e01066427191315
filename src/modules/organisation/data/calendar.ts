import type { Queries, Tx } from '../../../platform/database.ts'
import type { PublicDayKind } from '../domain/opening.ts'

export type WeekdayRow = { weekday: number; opens: string; closes: string }
export type ExceptionRow = { day: string; opens: string | null; closes: string | null; note: string }
export type PublicDayRow = { day: string; kind: PublicDayKind; nameZh: string; nameEn: string }

export const listWeekdays = (tx: Tx, storeId: string) => tx.all<WeekdayRow>`
  select weekday, opens, closes from organisation.opening_hours where store_id = ${storeId} order by weekday`

export const listExceptions = (tx: Tx, storeId: string, from: string, until: string) => tx.all<ExceptionRow>`
  select day, opens, closes, note from organisation.opening_exception where store_id = ${storeId} and day between ${from} and ${until} order by day`

/** The week and its exceptions between two days, in one question: whoever plans asks it with every deed. */
export const listOpening = (tx: Tx, storeId: string, from: string, until: string) => tx.all<{ weekday: number | null; day: string | null; opens: string | null; closes: string | null }>`
  select weekday, null::date as day, opens, closes from organisation.opening_hours where store_id = ${storeId}
  union all select null, day, opens, closes from organisation.opening_exception where store_id = ${storeId} and day between ${from} and ${until}`

export const listPublicDays = (tx: Tx, storeId: string, from: string, until: string) => tx.all<PublicDayRow>`
  select day, kind, name_zh, name_en from organisation.public_day where store_id = ${storeId} and day between ${from} and ${until} order by day`

/** Answers 0 rows when somebody was faster. */
export const countWeekVersion = (tx: Tx, storeId: string, seen: number) => tx.run`update organisation.store set week_version = week_version + 1 where id = ${storeId} and week_version = ${seen}`

export const weekVersion = async (tx: Tx, storeId: string): Promise<number> => (await tx.one<{ version: number }>`select week_version as version from organisation.store where id = ${storeId}`).version

export const deleteWeekdays = (tx: Tx, storeId: string) => tx.run`delete from organisation.opening_hours where store_id = ${storeId}`

export const insertWeekdays = (tx: Queries, storeId: string, rows: readonly WeekdayRow[]) => tx.run`
  insert into organisation.opening_hours (store_id, weekday, opens, closes)
  select ${storeId}, * from unnest(${rows.map((r) => r.weekday)}::integer[], ${rows.map((r) => r.opens)}::text[], ${rows.map((r) => r.closes)}::text[])`

export const putException = (tx: Tx, storeId: string, { day, opens, closes, note }: ExceptionRow) => tx.run`
  insert into organisation.opening_exception (store_id, day, opens, closes, note) values (${storeId}, ${day}, ${opens}, ${closes}, ${note})
  on conflict (store_id, day) do update set opens = excluded.opens, closes = excluded.closes, note = excluded.note`

export const deleteException = (tx: Tx, storeId: string, day: string) => tx.run`delete from organisation.opening_exception where store_id = ${storeId} and day = ${day}`

export const putPublicDay = (tx: Tx, storeId: string, { day, kind, nameZh, nameEn }: PublicDayRow) => tx.run`
  insert into organisation.public_day (store_id, day, kind, name_zh, name_en) values (${storeId}, ${day}, ${kind}, ${nameZh}, ${nameEn})
  on conflict (store_id, day) do update set kind = excluded.kind, name_zh = excluded.name_zh, name_en = excluded.name_en`

export const deletePublicDay = (tx: Tx, storeId: string, day: string) => tx.run`delete from organisation.public_day where store_id = ${storeId} and day = ${day}`

/** Days that somebody edited stay as they are. */
export const insertPublicDays = (tx: Queries, storeId: string, rows: readonly PublicDayRow[]) => tx.run`
  insert into organisation.public_day (store_id, day, kind, name_zh, name_en)
  select ${storeId}, * from unnest(${rows.map((r) => r.day)}::date[], ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.nameZh)}::text[], ${rows.map((r) => r.nameEn)}::text[])
  on conflict do nothing`

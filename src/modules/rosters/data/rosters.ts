import type { Tx } from '../../../platform/database.ts'
import type { Entry, Pattern } from '../domain/roster.ts'
import type { Shift } from '../domain/shift.ts'

/** The roster of a store is written by one at a time: what one may depends on what all others have. */
export const waitForRoster = (tx: Tx, storeId: string) => tx.run`select pg_advisory_xact_lock(hashtext('rosters ' || ${storeId}::text))`

export const listShifts = (tx: Tx, storeId: string) => tx.all<Shift>`
  select code, mark, name_zh, name_en, starts, ends, active, version from rosters.shift where store_id = ${storeId} order by code`

export const putShift = (tx: Tx, storeId: string, s: Shift) => tx.run`
  insert into rosters.shift (store_id, code, mark, name_zh, name_en, starts, ends, active, version)
  values (${storeId}, ${s.code}, ${s.mark}, ${s.nameZh}, ${s.nameEn}, ${s.starts}, ${s.ends}, ${s.active}, ${s.version})
  on conflict (store_id, code) do update set mark = excluded.mark, name_zh = excluded.name_zh, name_en = excluded.name_en, starts = excluded.starts, ends = excluded.ends,
    active = excluded.active, version = excluded.version`

export const findSetting = (tx: Tx, storeId: string) => tx.maybe<{ slotMinutes: number; version: number }>`
  select slot_minutes, version from rosters.setting where store_id = ${storeId}`

export const putSetting = (tx: Tx, storeId: string, slotMinutes: number, version: number) => tx.run`
  insert into rosters.setting (store_id, slot_minutes, version) values (${storeId}, ${slotMinutes}, ${version})
  on conflict (store_id) do update set slot_minutes = excluded.slot_minutes, version = excluded.version`

/** Of everybody, as far as they matter up to a day: the one that holds on the first day, and those that begin later. */
export const listPatterns = (tx: Tx, storeId: string, from: string, until: string) => tx.all<Pattern>`
  select p.person_id, p.since, p.days, p.version from rosters.pattern p
  where p.store_id = ${storeId} and p.since <= ${until}
    and p.since >= coalesce((select max(q.since) from rosters.pattern q where q.store_id = p.store_id and q.person_id = p.person_id and q.since <= ${from}), '-infinity')`

export const latestPattern = (tx: Tx, storeId: string, personId: string) => tx.maybe<Pattern>`
  select person_id, since, days, version from rosters.pattern where store_id = ${storeId} and person_id = ${personId} order by since desc limit 1`

/** Of everybody. */
export const latestPatterns = (tx: Tx, storeId: string) => tx.all<Pattern>`
  select distinct on (person_id) person_id, since, days, version from rosters.pattern where store_id = ${storeId} order by person_id, since desc`

/** What was meant to begin later gives way to a week that begins before it. */
export const dropPatternsAfter = (tx: Tx, storeId: string, personId: string, since: string) => tx.run`
  delete from rosters.pattern where store_id = ${storeId} and person_id = ${personId} and since > ${since}`

export const putPatterns = (tx: Tx, storeId: string, rows: readonly Pattern[]) => tx.run`
  insert into rosters.pattern (store_id, person_id, since, days, version)
  select ${storeId}, r.person_id, r.since, case when r.days is null then null else array(select jsonb_array_elements_text(r.days)) end, r.version
  from jsonb_to_recordset(${JSON.stringify(rows.map((row) => ({ person_id: row.personId, since: row.since, days: row.days, version: row.version })))}::jsonb) as r(person_id uuid, since date, days jsonb, version integer)
  on conflict (store_id, person_id, since) do update set days = excluded.days, version = excluded.version`

export const listEntries = (tx: Tx, storeId: string, from: string, until: string) => tx.all<Entry>`
  select person_id, day, shift, version from rosters.entry where store_id = ${storeId} and day between ${from} and ${until}`

export const findEntry = (tx: Tx, storeId: string, personId: string, day: string) => tx.maybe<Entry>`
  select person_id, day, shift, version from rosters.entry where store_id = ${storeId} and day = ${day} and person_id = ${personId}`

export const putEntries = (tx: Tx, storeId: string, rows: readonly Omit<Entry, 'version'>[]) => tx.run`
  insert into rosters.entry (store_id, day, person_id, shift, version)
  select ${storeId}, day, person_id, shift, 1 from unnest(${rows.map((r) => r.day)}::date[], ${rows.map((r) => r.personId)}::uuid[], ${rows.map((r) => r.shift)}::text[]) as t(day, person_id, shift)
  on conflict (store_id, day, person_id) do update set shift = excluded.shift, version = rosters.entry.version + 1
  where rosters.entry.shift is distinct from excluded.shift`

export const dropEntries = (tx: Tx, storeId: string, rows: readonly Pick<Entry, 'personId' | 'day'>[]) => tx.run`
  delete from rosters.entry where store_id = ${storeId} and (day, person_id) in (select * from unnest(${rows.map((r) => r.day)}::date[], ${rows.map((r) => r.personId)}::uuid[]))`

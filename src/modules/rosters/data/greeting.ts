import { sql, type Tx } from '../../../platform/database.ts'

export type GreetingData = { day: string; starts: string; ends: string; personId: string; personName: string; startsAt: Date; endsAt: Date; checkedInAt: Date | null; version: number }

const columns = sql`day, starts, ends, person_id, person_name, starts_at, ends_at, checked_in_at, version`

export const listGreetings = (tx: Tx, storeId: string, from: string, until: string) => tx.all<GreetingData>`
  select ${columns} from rosters.greeting where store_id = ${storeId} and day between ${from} and ${until} order by day, starts`

export const greetingsOf = (tx: Tx, storeId: string, personId: string, from: string, until: string) => tx.all<GreetingData>`
  select ${columns} from rosters.greeting where store_id = ${storeId} and person_id = ${personId} and day between ${from} and ${until} order by day, starts`

export const lockGreeting = (tx: Tx, storeId: string, day: string, starts: string) => tx.maybe<GreetingData>`
  select ${columns} from rosters.greeting where store_id = ${storeId} and day = ${day} and starts = ${starts} for update`

/** How many slots each has in the month of a day, planned ones too. */
export const turnsOf = (tx: Tx, storeId: string, day: string) => tx.all<{ personId: string; slots: number }>`
  select person_id, count(*) as slots from rosters.greeting
  where store_id = ${storeId} and day >= date_trunc('month', ${day}::date)::date and day < (date_trunc('month', ${day}::date) + interval '1 month')::date group by person_id`

export type NewGreeting = Omit<GreetingData, 'checkedInAt' | 'version'>

export const insertGreetings = (tx: Tx, storeId: string, rows: readonly NewGreeting[]) => tx.run`
  insert into rosters.greeting (store_id, day, starts, ends, person_id, person_name, starts_at, ends_at)
  select ${storeId}, * from unnest(${rows.map((r) => r.day)}::date[], ${rows.map((r) => r.starts)}::text[], ${rows.map((r) => r.ends)}::text[], ${rows.map((r) => r.personId)}::uuid[],
    ${rows.map((r) => r.personName)}::text[], ${rows.map((r) => r.startsAt)}::timestamptz[], ${rows.map((r) => r.endsAt)}::timestamptz[])`

type Key = Pick<GreetingData, 'day' | 'starts'>

export const giveGreeting = (tx: Tx, storeId: string, g: Key & { personId: string; personName: string }) => tx.run`
  update rosters.greeting set person_id = ${g.personId}, person_name = ${g.personName}, version = version + 1 where store_id = ${storeId} and day = ${g.day} and starts = ${g.starts}`

export const dropGreetings = (tx: Tx, storeId: string, rows: readonly Key[]) => tx.run`
  delete from rosters.greeting where store_id = ${storeId} and (day, starts) in (select * from unnest(${rows.map((r) => r.day)}::date[], ${rows.map((r) => r.starts)}::text[]))`

export const checkIn = (tx: Tx, storeId: string, { day, starts, at }: Key & { at: Date }) => tx.run`
  update rosters.greeting set checked_in_at = ${at}, version = version + 1 where store_id = ${storeId} and day = ${day} and starts = ${starts}`

/** A written history (the demo store): most were there, some a few minutes late, a few not at all. */
export const fillCheckIns = (tx: Tx, storeId: string, now: Date) => tx.run`
  with fate as (select day, starts, abs(hashtext(day::text || starts)) % 20 as lot from rosters.greeting where store_id = ${storeId} and ends_at <= ${now})
  update rosters.greeting g set checked_in_at = g.starts_at + case f.lot when 0 then interval '7 minutes' when 2 then interval '12 minutes' else interval '-3 minutes' end, version = g.version + 1
  from fate f where g.store_id = ${storeId} and g.day = f.day and g.starts = f.starts and f.lot <> 1`

/** Of the slots that lay between two moments, how many somebody checked in for; those of one person, or of all. */
export const checkInsBetween = (tx: Tx, storeId: string, { from, until, personId }: { from: Date; until: Date; personId: string | null }) => tx.one<{ done: number; all: number }>`
  select count(checked_in_at) as done, count(*) as all from rosters.greeting
  where store_id = ${storeId} and day between (${from}::timestamptz - interval '1 day')::date and (${until}::timestamptz + interval '1 day')::date
    and starts_at >= ${from} and ends_at <= ${until} and (${personId}::uuid is null or person_id = ${personId})`

import { empty, sql, type Queries, type Tx } from '../../../platform/database.ts'

export type HeldPosition = { position: string; since: string; until: string | null; ended: boolean }

export type AccountRow = {
  id: string; name: string; login: string; version: number; positions: HeldPosition[]; working: boolean
  mustChange: boolean; passwordAt: Date; secondFactor: boolean; pin: boolean; badge: boolean; sessions: number; lastSignIn: Date | null
}

export type AccountFilter = { find: string; state: 'working' | 'left' | 'all'; today: string }

const byState = ({ state }: AccountFilter) => (state === 'all' ? empty : state === 'working' ? sql`where held.working` : sql`where not held.working`)

/** Everybody who works or worked here. A store has some dozens, so a search reads them all. */
export const listAccounts = (tx: Tx, storeId: string, filter: AccountFilter) => tx.all<AccountRow>`
  with held as (
    select person_id, jsonb_agg(jsonb_build_object('position', position, 'since', since, 'until', until, 'ended', ended_at is not null) order by ended_at is not null, position) as positions,
      bool_or(ended_at is null and (until is null or until >= ${filter.today})) as working
    from organisation.staff where store_id = ${storeId} group by person_id
  )
  select p.id, p.name, c.login, p.version, held.positions, held.working, c.must_change, c.changed_at as password_at,
    exists (select from organisation.second_factor f where f.person_id = p.id and f.confirmed_at is not null) as second_factor,
    coalesce(q.pin_hash is not null, false) as pin, coalesce(q.badge_hash is not null, false) as badge,
    (select count(*) from organisation.session s where s.person_id = p.id) as sessions,
    (select max(at) from organisation.sign_in_attempt a where a.login = c.login and a.succeeded) as last_sign_in
  from held join organisation.person p on p.id = held.person_id join organisation.credential c on c.person_id = p.id
  left join organisation.quick_access q on q.person_id = p.id
  ${byState(filter)}
  ${filter.find === '' ? empty : sql`${filter.state === 'all' ? sql`where` : sql`and`} (strpos(lower(p.name), ${filter.find}) > 0 or strpos(c.login, ${filter.find}) > 0
    or held.positions @? ('$[*] ? (@.position == ' || to_json(upper(${filter.find})) || ' && @.ended == false)')::jsonpath)`}
  order by p.name collate "zh-x-icu", p.id
  limit 1000`

/** Deeds that could leave the store without an administrator wait for each other; references to the store do not wait. */
export const lockStore = (tx: Tx, storeId: string) => tx.one<{ id: string }>`select id from organisation.store where id = ${storeId} for no key update`

export type LockedPerson = { id: string; name: string; active: boolean; version: number }

/** Somebody who works or worked here; stays locked, and log-ins of that person wait. */
export const lockMember = (tx: Tx, storeId: string, personId: string) => tx.maybe<LockedPerson>`
  select id, name, active, version from organisation.person
  where id = ${personId} and id in (select person_id from organisation.staff where store_id = ${storeId}) for update`

export const findPersonByLogin = (tx: Queries, login: string) => tx.maybe<{ id: string; name: string }>`
  select p.id, p.name from organisation.credential c join organisation.person p on p.id = c.person_id where c.login = ${login}`

export const findPersonsByLogins = (tx: Queries, logins: readonly string[]) => tx.all<{ id: string; name: string; login: string }>`
  select p.id, p.name, c.login from organisation.credential c join organisation.person p on p.id = c.person_id where c.login = any(${logins}::text[])`

/** What these people hold here and have not ended. */
export const positionsOfPersons = (tx: Tx, storeId: string, personIds: readonly string[]) => tx.all<{ personId: string; position: string }>`
  select person_id, position from organisation.staff where store_id = ${storeId} and person_id = any(${personIds}::uuid[]) and ended_at is null`

export const heldPositions = (tx: Tx, storeId: string, personId: string) => tx.all<HeldPosition>`
  select position, since, until, ended_at is not null as ended from organisation.staff where store_id = ${storeId} and person_id = ${personId} order by position`

export type PositionRow = { position: string; since: string; until: string | null }

/** A position held before begins anew. */
export const givePositions = (tx: Tx, storeId: string, personId: string, rows: readonly PositionRow[]) => tx.run`
  insert into organisation.staff (store_id, person_id, position, since, until)
  select ${storeId}, ${personId}, * from unnest(${rows.map((r) => r.position)}::text[], ${rows.map((r) => r.since)}::date[], ${rows.map((r) => r.until)}::date[])
  on conflict (store_id, person_id, position) do update set since = excluded.since, until = excluded.until, ended_at = null`

export const endPositions = (tx: Tx, storeId: string, personId: string, positions: readonly string[], now: Date) => tx.run`
  update organisation.staff set ended_at = ${now} where store_id = ${storeId} and person_id = ${personId} and position = any(${positions}) and ended_at is null`

export const setLastDay = (tx: Tx, storeId: string, personId: string, lastDay: string) => tx.run`
  update organisation.staff set until = greatest(since, ${lastDay}::date)
  where store_id = ${storeId} and person_id = ${personId} and ended_at is null and (until is null or until > ${lastDay})`

export const raisePersonVersion = (tx: Tx, personId: string) => tx.run`update organisation.person set version = version + 1 where id = ${personId}`

export const updatePersonName = (tx: Tx, personId: string, name: string) => tx.run`
  update organisation.person set name = ${name}, version = version + 1 where id = ${personId}`

/** Holders without an end, by position and by right. */
export const countHolders = async (tx: Tx, storeId: string, today: string, names: { positions: readonly string[]; rights: readonly string[] }): Promise<Record<string, number>> => {
  const rows = await tx.all<{ name: string; holders: number }>`
    with held as (
      select m.person_id, m.position from organisation.staff m join organisation.person p on p.id = m.person_id
      where m.store_id = ${storeId} and p.active and m.ended_at is null and m.until is null and m.since <= ${today}
    )
    select position as name, count(distinct person_id) as holders from held where position = any(${names.positions}) group by position
    union all
    select r.permission, count(distinct held.person_id) from held join organisation.position_right r on r.store_id = ${storeId} and r.position = held.position
    where r.permission = any(${names.rights}) group by r.permission`
  return Object.fromEntries([...names.positions, ...names.rights].map((name) => [name, rows.find((row) => row.name === name)?.holders ?? 0]))
}

/** Others who hold these positions here without an end. */
export const othersHolding = (tx: Tx, storeId: string, { personId, positions, today }: { personId: string | null; positions: readonly string[]; today: string }) => tx.all<{ personId: string; position: string }>`
  select m.person_id, m.position from organisation.staff m join organisation.person p on p.id = m.person_id
  where m.store_id = ${storeId} and m.person_id is distinct from ${personId}::uuid and m.position = any(${positions})
    and p.active and m.ended_at is null and m.until is null and m.since <= ${today}`

/** Others who hold the right here today. */
export const countOthersWith = (tx: Tx, storeId: string, facts: { personId: string; permission: string; today: string }) => tx.one<{ others: number }>`
  select count(distinct m.person_id) as others
  from organisation.staff m join organisation.person p on p.id = m.person_id
  join organisation.position_right r on r.store_id = m.store_id and r.position = m.position and r.permission = ${facts.permission}
  where m.store_id = ${storeId} and m.person_id <> ${facts.personId} and p.active and m.ended_at is null
    and m.since <= ${facts.today} and (m.until is null or m.until >= ${facts.today})`

/** In which other stores these people work; the transaction must see all stores. */
export const storesOf = (tx: Tx, personIds: readonly string[], today: string) => tx.all<{ personId: string; code: string }>`
  select distinct m.person_id, s.code from organisation.staff m join organisation.store s on s.id = m.store_id
  where m.person_id = any(${personIds}::uuid[]) and m.ended_at is null and (m.until is null or m.until >= ${today}) order by s.code`

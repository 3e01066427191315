import type { Queries, Tx } from '../../../platform/database.ts'

export type StaffRow = { id: string; name: string; positions: string[] }

export const listStaffOf = (tx: Tx, storeId: string, position: string | null, today: string) => tx.all<StaffRow>`
  select p.id, p.name, array_agg(m.position order by m.position) as positions
  from organisation.staff m join organisation.person p on p.id = m.person_id
  where m.store_id = ${storeId} and p.active and m.since <= ${today} and (m.until is null or m.until >= ${today}) and m.ended_at is null
  group by p.id, p.name
  having ${position}::text is null or bool_or(m.position = ${position})
  order by p.name collate "zh-x-icu", p.id
  limit 500`

export type MembershipRow = { id: string; name: string; position: string; since: string; until: string | null }

/** Who holds which position on some day of a span, each with its first and last day. */
export const listMembershipsBetween = (tx: Tx, storeId: string, from: string, until: string) => tx.all<MembershipRow>`
  select p.id, p.name, m.position, m.since, m.until from organisation.staff m join organisation.person p on p.id = m.person_id
  where m.store_id = ${storeId} and p.active and m.since <= ${until} and (m.until is null or m.until >= ${from}) and m.ended_at is null
  order by p.name collate "zh-x-icu", p.id limit 2000`

/** Who may do this in a store today, by one of the positions he holds. */
export const listPeopleWithRight = (tx: Tx, storeId: string, permission: string, today: string) => tx.all<{ id: string }>`
  select distinct p.id from organisation.staff m join organisation.person p on p.id = m.person_id
  join organisation.position_right r on r.store_id = m.store_id and r.position = m.position
  where m.store_id = ${storeId} and r.permission = ${permission} and p.active and m.since <= ${today} and (m.until is null or m.until >= ${today}) and m.ended_at is null limit 500`

export type RightsOfPerson = { id: string; name: string; positions: string[]; permissions: string[] }

/** What these people may do in a store today, by the positions they hold. */
export const listRightsOf = (tx: Tx, storeId: string, personIds: readonly string[], today: string) => tx.all<RightsOfPerson>`
  select p.id, p.name, array_agg(distinct m.position) as positions, coalesce(array_agg(distinct r.permission) filter (where r.permission is not null), '{}') as permissions
  from organisation.staff m join organisation.person p on p.id = m.person_id
  left join organisation.position_right r on r.store_id = m.store_id and r.position = m.position
  where m.store_id = ${storeId} and m.person_id = any(${personIds}::uuid[]) and p.active and m.since <= ${today} and (m.until is null or m.until >= ${today}) and m.ended_at is null
  group by p.id, p.name`

export const listPositionNames = (plain: Queries) => plain.all<{ code: string; zh: string; en: string }>`
  select code, zh, en from organisation.position order by place`

export const storeIds = async (plain: Queries): Promise<string[]> =>
  (await plain.all<{ id: string }>`select id from organisation.store order by code`).map((row) => row.id)

export const insertStore = (tx: Queries, store: { id: string; code: string; nameZh: string; nameEn: string; timeZone: string; address: string; phone: string; demo: boolean; now: Date }) => tx.run`
  insert into organisation.store (id, code, name_zh, name_en, time_zone, address, phone, demo, created_at)
  values (${store.id}, ${store.code}, ${store.nameZh}, ${store.nameEn}, ${store.timeZone}, ${store.address}, ${store.phone}, ${store.demo}, ${store.now})`

export const insertPersons = (tx: Queries, persons: readonly { id: string; name: string }[]) => tx.run`
  insert into organisation.person (id, name)
  select * from unnest(${persons.map((p) => p.id)}::uuid[], ${persons.map((p) => p.name)}::text[])`

/** A one-time password dies at a moment, and is changed at the first log-in. */
export const insertCredentials = (tx: Queries, rows: readonly { personId: string; login: string; passwordHash: string }[], now: Date, oneTimeUntil: Date | null = null) => tx.run`
  insert into organisation.credential (person_id, login, password_hash, changed_at, must_change, valid_until)
  select person_id, login, hash, ${now}, ${oneTimeUntil !== null}, ${oneTimeUntil}
  from unnest(${rows.map((r) => r.personId)}::uuid[], ${rows.map((r) => r.login)}::text[], ${rows.map((r) => r.passwordHash)}::text[]) as t(person_id, login, hash)`

export const insertStaff = (tx: Queries, rows: readonly { storeId: string; personId: string; position: string }[], since: string) => tx.run`
  insert into organisation.staff (store_id, person_id, position, since)
  select store_id, person_id, position, ${since}
  from unnest(${rows.map((r) => r.storeId)}::uuid[], ${rows.map((r) => r.personId)}::uuid[], ${rows.map((r) => r.position)}::text[]) as t(store_id, person_id, position)`

export const insertRights = (tx: Queries, storeId: string, rights: readonly { position: string; permission: string }[]) => tx.run`
  insert into organisation.position_right (store_id, position, permission)
  select ${storeId}, * from unnest(${rights.map((r) => r.position)}::text[], ${rights.map((r) => r.permission)}::text[])
  on conflict do nothing`

export type StoreFacts = { nameZh: string; nameEn: string; address: string; phone: string; timeZone: string }

export const findStore = (tx: Queries, storeId: string) => tx.one<StoreFacts>`
  select name_zh, name_en, address, phone, time_zone from organisation.store where id = ${storeId}`

/** Whoever creates the first store or a new administrator does it alone: two at once come one after the other. */
export const waitForFounding = (tx: Queries) => tx.run`select pg_advisory_xact_lock(hashtext('organisation.founding'))`

export const countStores = (plain: Queries) => plain.one<{ stores: number; demo: boolean }>`select count(*)::int as stores, coalesce(bool_or(demo), false) as demo from organisation.store`

export const findStoreByCode = (plain: Queries, code: string) => plain.maybe<{ id: string; timeZone: string }>`select id, time_zone from organisation.store where code = ${code}`

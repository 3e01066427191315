import type { Queries, Tx } from '../../../platform/database.ts'
import type { Owes } from '../domain/sign-in.ts'

export type SessionRow = {
  id: string; personId: string; personName: string; atStoreId: string; storeCode: string; timeZone: string
  positions: string[]; permissions: string[]; seenAt: Date; endsAt: Date; idleMinutes: number; deviceId: string | null; owes: Owes
}

export const findSession = (plain: Queries, tokenHash: string) => plain.maybe<SessionRow>`
  select id, person_id, person_name, at_store_id, store_code, time_zone, positions, permissions, seen_at, ends_at, idle_minutes, device_id, owes
  from organisation.session where token_hash = ${tokenHash}`

export const findSessionById = (plain: Queries, id: string) => plain.maybe<Pick<SessionRow, 'owes' | 'idleMinutes' | 'deviceId'>>`
  select owes, idle_minutes, device_id from organisation.session where id = ${id}`

export const noteSight = (plain: Queries, tokenHash: string, now: Date) => plain.run`
  update organisation.session set seen_at = ${now} where token_hash = ${tokenHash}`

export const insertSession = (plain: Queries, session: Omit<SessionRow, 'seenAt'> & { tokenHash: string; now: Date }) => plain.run`
  insert into organisation.session
    (id, token_hash, person_id, person_name, at_store_id, store_code, time_zone, positions, permissions, began_at, seen_at, ends_at, idle_minutes, device_id, owes)
  values (${session.id}, ${session.tokenHash}, ${session.personId}, ${session.personName}, ${session.atStoreId}, ${session.storeCode}, ${session.timeZone},
    ${session.positions}, ${session.permissions}, ${session.now}, ${session.now}, ${session.endsAt}, ${session.idleMinutes}, ${session.deviceId}, ${session.owes})`

export const deleteSession = (plain: Queries, tokenHash: string) => plain.run`
  delete from organisation.session where token_hash = ${tokenHash}`

/** Sessions that ended are swept when somebody signs in. */
export const sweepSessions = (plain: Queries, now: Date) => plain.run`delete from organisation.session where ends_at < ${now}`

export type OwnSession = { id: string; storeCode: string; beganAt: Date; seenAt: Date; endsAt: Date; idleMinutes: number; onTablet: boolean }

export const listSessions = (plain: Queries, personId: string) => plain.all<OwnSession>`
  select id, store_code, began_at, seen_at, ends_at, idle_minutes, device_id is not null as on_tablet
  from organisation.session where person_id = ${personId} order by seen_at desc limit 100`

export const deleteSessionOf = (plain: Queries, personId: string, id: string) => plain.run`
  delete from organisation.session where person_id = ${personId} and id = ${id}`

/** Every session of the person, in every store; but for the one named. */
export const deleteSessionsOf = (plain: Queries, personId: string, butFor: string | null) => plain.run`
  delete from organisation.session where person_id = ${personId} and id is distinct from ${butFor}::uuid`

export const deleteSessionsAt = (plain: Queries, storeId: string, personId: string) => plain.run`
  delete from organisation.session where at_store_id = ${storeId} and person_id = ${personId}`

export const deleteSessionsOnDevice = (plain: Queries, deviceId: string) => plain.run`
  delete from organisation.session where device_id = ${deviceId}`

/** Who leaves with the end of a day is signed in no longer than that. */
export const shortenSessions = (plain: Queries, storeId: string, personId: string, endsAt: Date) => plain.run`
  update organisation.session set ends_at = least(ends_at, ${endsAt}) where at_store_id = ${storeId} and person_id = ${personId}`

export const renameInSessions = (plain: Queries, personId: string, name: string) => plain.run`
  update organisation.session set person_name = ${name} where person_id = ${personId}`

/** The rights as they stand now, in the sessions at work; whoever holds nothing here any more is out. */
export const refreshSessions = (tx: Tx, storeId: string, personIds: readonly string[], today: string) => tx.run`
  with held as (
    select m.person_id, array_agg(distinct m.position) as positions,
      coalesce(array_agg(distinct r.permission) filter (where r.permission is not null), '{}') as permissions
    from organisation.staff m
    left join organisation.position_right r on r.store_id = m.store_id and r.position = m.position
    where m.store_id = ${storeId} and m.person_id = any(${personIds}::uuid[]) and m.ended_at is null
      and m.since <= ${today} and (m.until is null or m.until >= ${today})
    group by m.person_id
  ), gone as (
    delete from organisation.session s
    where s.at_store_id = ${storeId} and s.person_id = any(${personIds}::uuid[]) and not exists (select from held where held.person_id = s.person_id)
  )
  update organisation.session s
  set positions = held.positions, permissions = case when s.owes is null then held.permissions else '{}' end
  from held where s.at_store_id = ${storeId} and s.person_id = held.person_id`

export type CredentialRow = {
  personId: string; name: string; active: boolean; login: string; passwordHash: string; mustChange: boolean; validUntil: Date | null; changedAt: Date
}

export const findCredential = (plain: Queries, login: string) => plain.maybe<CredentialRow>`
  select c.person_id, p.name, p.active, c.login, c.password_hash, c.must_change, c.valid_until, c.changed_at
  from organisation.credential c join organisation.person p on p.id = c.person_id
  where c.login = ${login}`

export const findCredentialOf = (plain: Queries, personId: string) => plain.one<CredentialRow>`
  select c.person_id, p.name, p.active, c.login, c.password_hash, c.must_change, c.valid_until, c.changed_at
  from organisation.credential c join organisation.person p on p.id = c.person_id
  where c.person_id = ${personId}`

/** A log-in waits for whoever is just ending this person's time here, and sees the outcome. */
export const waitForPerson = (tx: Tx, personId: string) => tx.one<{ active: boolean }>`
  select active from organisation.person where id = ${personId} for share`

/** Guesses at a password that is no more count no longer against the log-in: whoever was given a new one goes in at once. */
export const countFailures = (plain: Queries, login: string, address: string, since: Date) => plain.one<{ byLogin: number; byAddress: number }>`
  select
    (select count(*) from organisation.sign_in_attempt where login = ${login} and not succeeded
      and at >= greatest(${since}, (select changed_at from organisation.credential where login = ${login}))) as by_login,
    (select count(*) from organisation.sign_in_attempt where address = ${address} and at >= ${since} and not succeeded) as by_address`

export const insertAttempt = (plain: Queries, attempt: { id: string; login: string; address: string; at: Date; succeeded: boolean }) => plain.run`
  insert into organisation.sign_in_attempt (id, login, address, at, succeeded)
  values (${attempt.id}, ${attempt.login}, ${attempt.address}, ${attempt.at}, ${attempt.succeeded})`

export type MembershipRow = {
  storeId: string; code: string; nameZh: string; nameEn: string; timeZone: string; positions: string[]; permissions: string[]; until: string | null
}

/** Where a person works today, with the rights of the positions held there; the store named `first` comes first. */
export const findMemberships = (tx: Tx, personId: string, today: string, first: string | null) => tx.all<MembershipRow>`
  select s.id as store_id, s.code, s.name_zh, s.name_en, s.time_zone,
    array_agg(distinct m.position) as positions,
    coalesce(array_agg(distinct r.permission) filter (where r.permission is not null), '{}') as permissions,
    case when bool_or(m.until is null) then null else max(m.until) end as until
  from organisation.staff m
  join organisation.store s on s.id = m.store_id
  left join organisation.position_right r on r.store_id = m.store_id and r.position = m.position
  where m.person_id = ${personId} and m.since <= ${today} and (m.until is null or m.until >= ${today}) and m.ended_at is null
  group by s.id
  order by s.id = ${first} desc nulls last, s.code`

export const setOwes = (tx: Tx, id: string, owes: Owes) => tx.run`update organisation.session set owes = ${owes} where id = ${id}`

import type { Queries, Tx } from '../../../platform/database.ts'

export type SessionRow = {
  personId: string; personName: string; atStoreId: string; storeCode: string; timeZone: string
  positions: string[]; permissions: string[]; seenAt: Date; endsAt: Date
}

export const findSession = (plain: Queries, tokenHash: string) => plain.maybe<SessionRow>`
  select person_id, person_name, at_store_id, store_code, time_zone, positions, permissions, seen_at, ends_at
  from organisation.session where token_hash = ${tokenHash}`

export const noteSight = (plain: Queries, tokenHash: string, now: Date) => plain.run`
  update organisation.session set seen_at = ${now} where token_hash = ${tokenHash}`

export const insertSession = (plain: Queries, session: Omit<SessionRow, 'seenAt'> & { tokenHash: string; now: Date }) => plain.run`
  insert into organisation.session
    (token_hash, person_id, person_name, at_store_id, store_code, time_zone, positions, permissions, began_at, seen_at, ends_at)
  values (${session.tokenHash}, ${session.personId}, ${session.personName}, ${session.atStoreId}, ${session.storeCode}, ${session.timeZone},
    ${session.positions}, ${session.permissions}, ${session.now}, ${session.now}, ${session.endsAt})`

export const deleteSession = (plain: Queries, tokenHash: string) => plain.run`
  delete from organisation.session where token_hash = ${tokenHash}`

/** Sessions that ended are swept when somebody signs in. */
export const sweepSessions = (plain: Queries, now: Date) => plain.run`delete from organisation.session where ends_at < ${now}`

export type CredentialRow = { personId: string; name: string; active: boolean; passwordHash: string }

export const findCredential = (plain: Queries, login: string) => plain.maybe<CredentialRow>`
  select c.person_id, p.name, p.active, c.password_hash
  from organisation.credential c join organisation.person p on p.id = c.person_id
  where c.login = ${login}`

export const countFailures = (plain: Queries, login: string, address: string, since: Date) => plain.one<{ byLogin: number; byAddress: number }>`
  select
    (select count(*) from organisation.sign_in_attempt where login = ${login} and at >= ${since} and not succeeded) as by_login,
    (select count(*) from organisation.sign_in_attempt where address = ${address} and at >= ${since} and not succeeded) as by_address`

export const insertAttempt = (plain: Queries, attempt: { id: string; login: string; address: string; at: Date; succeeded: boolean }) => plain.run`
  insert into organisation.sign_in_attempt (id, login, address, at, succeeded)
  values (${attempt.id}, ${attempt.login}, ${attempt.address}, ${attempt.at}, ${attempt.succeeded})`

export type MembershipRow = {
  storeId: string; code: string; nameZh: string; nameEn: string; timeZone: string; positions: string[]; permissions: string[]
}

/** Where a person works today, with the rights of the positions held there; the store named `first` comes first. */
export const findMemberships = (tx: Tx, personId: string, today: string, first: string | null) => tx.all<MembershipRow>`
  select s.id as store_id, s.code, s.name_zh, s.name_en, s.time_zone,
    array_agg(distinct m.position) as positions,
    coalesce(array_agg(distinct r.permission) filter (where r.permission is not null), '{}') as permissions
  from organisation.staff m
  join organisation.store s on s.id = m.store_id
  left join organisation.position_right r on r.store_id = m.store_id and r.position = m.position
  where m.person_id = ${personId} and m.since <= ${today} and (m.until is null or m.until >= ${today})
  group by s.id
  order by s.id = ${first} desc nulls last, s.code`

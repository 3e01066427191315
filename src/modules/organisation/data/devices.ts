import type { Queries, Tx } from '../../../platform/database.ts'

export type DeviceRow = { id: string; name: string; addedAt: Date; claimedAt: Date | null; revokedAt: Date | null; codeUntil: Date | null; version: number }

export const listDevices = (tx: Tx, storeId: string) => tx.all<DeviceRow>`
  select id, name, added_at, claimed_at, revoked_at, code_until, version from organisation.device where store_id = ${storeId} order by revoked_at is not null, name, id limit 500`

export const lockDevice = (tx: Tx, storeId: string, id: string) => tx.maybe<DeviceRow>`
  select id, name, added_at, claimed_at, revoked_at, code_until, version from organisation.device where store_id = ${storeId} and id = ${id} for update`

export const insertDevice = (tx: Tx, storeId: string, device: { id: string; name: string; codeHash: string; codeUntil: Date; now: Date }) => tx.run`
  insert into organisation.device (store_id, id, name, code_hash, code_until, added_at)
  values (${storeId}, ${device.id}, ${device.name}, ${device.codeHash}, ${device.codeUntil}, ${device.now})`

export const revokeDevice = (tx: Tx, storeId: string, id: string, now: Date) => tx.run`
  update organisation.device set revoked_at = ${now}, token_hash = null, code_hash = null, version = version + 1 where store_id = ${storeId} and id = ${id}`

export type Claimed = { id: string; name: string; storeId: string; storeCode: string; timeZone: string; nameZh: string; nameEn: string }

/** A code is used up by the statement that finds it; the transaction sees all stores. */
export const claimDevice = (tx: Tx, codeHash: string, tokenHash: string, now: Date) => tx.maybe<Claimed>`
  update organisation.device d set token_hash = ${tokenHash}, code_hash = null, claimed_at = ${now}, version = d.version + 1
  from organisation.store s
  where s.id = d.store_id and d.code_hash = ${codeHash} and d.code_until > ${now} and d.revoked_at is null
  returning d.id, d.name, d.store_id, s.code as store_code, s.time_zone, s.name_zh, s.name_en`

export const findDevice = (tx: Tx, tokenHash: string) => tx.maybe<Claimed>`
  select d.id, d.name, d.store_id, s.code as store_code, s.time_zone, s.name_zh, s.name_en
  from organisation.device d join organisation.store s on s.id = d.store_id where d.token_hash = ${tokenHash} and d.revoked_at is null`

/** Who may switch by PIN on this store's tablets. */
export const listQuickPeople = (tx: Queries, storeId: string, today: string) => tx.all<{ id: string; name: string; positions: string[] }>`
  select p.id, p.name, array_agg(m.position order by m.position) as positions
  from organisation.staff m join organisation.person p on p.id = m.person_id join organisation.quick_access q on q.person_id = p.id and q.pin_hash is not null
  where m.store_id = ${storeId} and p.active and m.ended_at is null and m.since <= ${today} and (m.until is null or m.until >= ${today})
  group by p.id order by p.name collate "zh-x-icu", p.id limit 200`

export const findPerson = (plain: Queries, personId: string) => plain.maybe<{ id: string; name: string; login: string }>`
  select p.id, p.name, c.login from organisation.person p join organisation.credential c on c.person_id = p.id where p.id = ${personId} and p.active`

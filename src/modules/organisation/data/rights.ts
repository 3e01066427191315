import { sql, type Queries, type Tx } from '../../../platform/database.ts'

export const listRights = (tx: Tx, storeId: string) => tx.all<{ position: string; permission: string }>`
  select position, permission from organisation.position_right where store_id = ${storeId} order by position, permission`

export const rightsOfPosition = async (tx: Tx, storeId: string, position: string): Promise<string[]> =>
  (await tx.all<{ permission: string }>`
    select permission from organisation.position_right where store_id = ${storeId} and position = ${position} order by permission`).map(({ permission }) => permission)

/** Positions of a store that hold a right. */
export const positionsWithRight = async (tx: Tx, storeId: string, permission: string): Promise<string[]> =>
  (await tx.all<{ position: string }>`select position from organisation.position_right where store_id = ${storeId} and permission = ${permission} order by position`).map(({ position }) => position)

export const countByPosition = (tx: Tx, storeId: string, today: string) => tx.all<{ position: string; people: number }>`
  select position, count(*) as people from organisation.staff
  where store_id = ${storeId} and ended_at is null and since <= ${today} and (until is null or until >= ${today}) group by position`

export const deleteRights = (tx: Tx, storeId: string, position: string, permissions: readonly string[]) => tx.run`
  delete from organisation.position_right where store_id = ${storeId} and position = ${position} and permission = any(${permissions})`

export const holdersOf = async (tx: Tx, storeId: string, position: string): Promise<string[]> =>
  (await tx.all<{ personId: string }>`
    select person_id from organisation.staff where store_id = ${storeId} and position = ${position} and ended_at is null`).map(({ personId }) => personId)

export type RightChange = {
  id: string; position: string; grants: string[]; revokes: string[]; reason: string; state: 'asked' | 'approved' | 'refused' | 'withdrawn' | 'alone'
  askedBy: string; askedByName: string; askedAt: Date; decidedByName: string | null; decidedAt: Date | null; notedByName: string | null; notedAt: Date | null; version: number
}

/** Nobody decides his own question: one that ended by its asker was withdrawn. */
const stateOf = sql`case when state = 'refused' and decided_by = asked_by then 'withdrawn' else state end as state`

/** Open ones first, then the newest. */
export const listRightChanges = (tx: Tx, storeId: string, limit: number) => tx.all<RightChange>`
  select id, position, grants, revokes, reason, ${stateOf}, asked_by, asked_by_name, asked_at, decided_by_name, decided_at, noted_by_name, noted_at, version
  from organisation.right_change where store_id = ${storeId} order by (right_change.state = 'asked') desc, id desc limit ${limit}`

export const lockRightChange = (tx: Tx, storeId: string, id: string) => tx.maybe<RightChange>`
  select id, position, grants, revokes, reason, ${stateOf}, asked_by, asked_by_name, asked_at, decided_by_name, decided_at, noted_by_name, noted_at, version
  from organisation.right_change where store_id = ${storeId} and id = ${id} for update`

export const findAsked = (tx: Tx, storeId: string, position: string) => tx.maybe<{ askedByName: string }>`
  select asked_by_name from organisation.right_change where store_id = ${storeId} and position = ${position} and state = 'asked'`

export type NewRightChange = { readonly state: 'asked' | 'alone' } & Pick<RightChange, 'id' | 'position' | 'grants' | 'revokes' | 'reason' | 'askedBy' | 'askedByName' | 'askedAt'>

export const insertRightChange = (tx: Tx, storeId: string, change: NewRightChange) => tx.run`
  insert into organisation.right_change (store_id, id, position, grants, revokes, reason, state, asked_by, asked_by_name, asked_at)
  values (${storeId}, ${change.id}, ${change.position}, ${change.grants}, ${change.revokes}, ${change.reason}, ${change.state}, ${change.askedBy}, ${change.askedByName}, ${change.askedAt})`

export type Decision = { id: string; state: 'approved' | 'refused'; by: string; byName: string; at: Date; version: number }

export const decideRightChange = (tx: Tx, storeId: string, { id, state, by, byName, at, version }: Decision) => tx.run`
  update organisation.right_change set state = ${state}, decided_by = ${by}, decided_by_name = ${byName}, decided_at = ${at}, version = version + 1
  where store_id = ${storeId} and id = ${id} and version = ${version}`

export const noteRightChange = (tx: Tx, storeId: string, { id, byName, at, version }: { id: string; byName: string; at: Date; version: number }) => tx.run`
  update organisation.right_change set noted_by_name = ${byName}, noted_at = ${at}, version = version + 1
  where store_id = ${storeId} and id = ${id} and version = ${version}`

export const knownPermissions = async (plain: Queries): Promise<string[]> =>
  (await plain.all<{ permission: string }>`select permission from organisation.known_permission`).map(({ permission }) => permission)

export const insertKnown = (plain: Queries, permissions: readonly string[]) => plain.run`
  insert into organisation.known_permission (permission) select unnest(${permissions}::text[]) on conflict do nothing`

export const storesToGrant = (plain: Queries) => plain.all<{ storeId: string; storeCode: string; timeZone: string }>`
  select id as store_id, code as store_code, time_zone from organisation.store order by code`

export const everybodyOf = async (tx: Tx, storeId: string): Promise<string[]> =>
  (await tx.all<{ personId: string }>`select distinct person_id from organisation.staff where store_id = ${storeId} and ended_at is null`).map(({ personId }) => personId)

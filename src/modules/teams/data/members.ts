import { empty, sql, type Tx } from '../../../platform/database.ts'
import { manyRows } from '../../../platform/many-rows.ts'

export type MemberData = { id: string; teamId: string; personId: string; personName: string; fromDay: string; untilDay: string | null; version: number }

const columns = sql`m.id, m.team_id, m.person_id, m.person_name, m.from_day, nullif(m.until_day, 'infinity') as until_day, m.version`

/** Whoever is in some team on that day or later. */
export const listMembers = (tx: Tx, storeId: string, since: string) => tx.all<MemberData>`
  select ${columns} from teams.team_member m where m.store_id = ${storeId} and m.until_day >= ${since} and m.until_day >= m.from_day order by m.from_day, m.id limit 2000`

/** A person's periods that reach a day or later, each with its team. */
export const periodsOf = (tx: Tx, storeId: string, personId: string, since: string) => tx.all<MemberData & { teamName: string }>`
  select ${columns}, t.name_zh as team_name from teams.team_member m join teams.team t on t.store_id = m.store_id and t.id = m.team_id
  where m.store_id = ${storeId} and m.person_id = ${personId} and m.until_day >= ${since}`

export const lockMember = (tx: Tx, storeId: string, memberId: string) => tx.maybe<MemberData & { teamName: string }>`
  select ${columns}, t.name_zh as team_name from teams.team_member m join teams.team t on t.store_id = m.store_id and t.id = m.team_id
  where m.store_id = ${storeId} and m.id = ${memberId} for update of m`

/** How many are in a team on a day or later. */
export const countMembers = async (tx: Tx, storeId: string, teamId: string, since: string): Promise<number> =>
  (await tx.one<{ count: number }>`select count(distinct person_id)::int as count from teams.team_member where store_id = ${storeId} and team_id = ${teamId} and until_day >= ${since} and until_day >= from_day`).count

export type NewMember = Omit<MemberData, 'untilDay' | 'version'>

export const insertMembers = (tx: Tx, storeId: string, rows: readonly NewMember[]) => tx.run`
  insert into teams.team_member (store_id, id, team_id, person_id, person_name, from_day)
  select ${storeId}, id, team_id, person_id, person_name, from_day from json_populate_recordset(null::teams.team_member, ${manyRows(rows)}::json)`

export const endMember = (tx: Tx, storeId: string, memberId: string, untilDay: string) => tx.run`
  update teams.team_member set until_day = ${untilDay}, version = version + 1 where store_id = ${storeId} and id = ${memberId}`

/** Everybody who was, is or will be in a team, the newest entry first. */
export const historyOf = (tx: Tx, storeId: string, teamId: string, { after, limit }: { after: string | null; limit: number }) => tx.all<MemberData>`
  select ${columns} from teams.team_member m where m.store_id = ${storeId} and m.team_id = ${teamId} ${after === null ? empty : sql`and m.id < ${after}`} order by m.id desc limit ${limit}`

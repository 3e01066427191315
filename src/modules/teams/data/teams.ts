import { sql, type Tx } from '../../../platform/database.ts'

/** Whoever changes teams of a store waits for whoever does it at the same time: nobody is in two teams on one day. */
export const waitForTeams = (tx: Tx, storeId: string) => tx.run`select pg_advisory_xact_lock(hashtext('teams ' || ${storeId}::text))`

export type TeamData = { id: string; nameZh: string; nameEn: string; leaderId: string; leaderName: string; closedFrom: string | null; version: number }

const columns = sql`id, name_zh, name_en, leader_id, leader_name, nullif(closed_from, 'infinity') as closed_from, version`

/** Those that are not closed on a day or later; since the beginning: all of them. */
export const listTeams = (tx: Tx, storeId: string, since: string) => tx.all<TeamData>`
  select ${columns} from teams.team where store_id = ${storeId} and closed_from > ${since} order by id limit 500`

export const lockTeam = (tx: Tx, storeId: string, teamId: string) => tx.maybe<TeamData>`
  select ${columns} from teams.team where store_id = ${storeId} and id = ${teamId} for update`

export type NewTeam = Pick<TeamData, 'id' | 'nameZh' | 'nameEn' | 'leaderId' | 'leaderName'>

export const insertTeams = (tx: Tx, storeId: string, rows: readonly NewTeam[]) => tx.run`
  insert into teams.team (store_id, id, name_zh, name_en, leader_id, leader_name)
  select ${storeId}, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.nameZh)}::text[], ${rows.map((r) => r.nameEn)}::text[], ${rows.map((r) => r.leaderId)}::uuid[], ${rows.map((r) => r.leaderName)}::text[])`

export const updateTeam = (tx: Tx, storeId: string, team: NewTeam) => tx.run`
  update teams.team set name_zh = ${team.nameZh}, name_en = ${team.nameEn}, leader_id = ${team.leaderId}, leader_name = ${team.leaderName}, version = version + 1 where store_id = ${storeId} and id = ${team.id}`

export const closeTeam = (tx: Tx, storeId: string, teamId: string, from: string) => tx.run`
  update teams.team set closed_from = ${from}, version = version + 1 where store_id = ${storeId} and id = ${teamId}`

import type { Tx } from '../../../platform/database.ts'

/** Who leads the teams that these people are in on a day. */
export const leadersOf = async (tx: Tx, storeId: string, personIds: readonly string[], day: string): Promise<string[]> => (await tx.all<{ id: string }>`
  select distinct t.leader_id as id from teams.v_member m join teams.team t on t.store_id = m.store_id and t.id = m.team_id
  where m.store_id = ${storeId} and m.person_id = any(${personIds}::uuid[]) and m.until_day >= ${day} and m.from_day <= ${day}`).map(({ id }) => id)

/** Of whoever leads a team: the people of teams whose leader is another holder of one of his positions. Nobody where he leads none. */
export const membersOfPeers = async (tx: Tx, storeId: string, { personId, positions }: { readonly personId: string; readonly positions: readonly string[] }, day: string): Promise<string[]> => (await tx.all<{ id: string }>`
  select distinct m.person_id as id from teams.v_member m join teams.team t on t.store_id = m.store_id and t.id = m.team_id
  where m.store_id = ${storeId} and m.until_day >= ${day} and m.from_day <= ${day} and t.leader_id <> ${personId}
    and t.leader_id in (select s.person_id from organisation.v_staff s where s.store_id = ${storeId} and s.position = any(${positions}::text[]))
    and exists (select from teams.team own where own.store_id = ${storeId} and own.leader_id = ${personId} and own.closed_from > ${day})`).map(({ id }) => id)

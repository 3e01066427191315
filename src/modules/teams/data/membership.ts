import { sql, type Sql } from '../../../platform/database.ts'

export type MembershipScope = { readonly storeId: string; readonly timeZone: string; /** The first moment, and the first one after the last. */ readonly from: Date; readonly until: Date }

/**
 * For other modules: who was in which team from when until when (`team_id`, `person_id`, `since`, `until`), as far as it touches a span. The days become
 * moments here, a row for each of the store's few dozen people, so that thousands of records are compared as they are (`offset 0`: else the database
 * would take the subquery apart and reckon the moments anew for each record).
 */
export const membersWithin = ({ storeId, timeZone, from, until }: MembershipScope): Sql => sql`
  select team_id, person_id, from_day::timestamp at time zone ${timeZone} as since, (until_day + 1)::timestamp at time zone ${timeZone} as until
  from teams.v_member where store_id = ${storeId} and until_day >= (${from} at time zone ${timeZone})::date and from_day <= (${until} at time zone ${timeZone})::date offset 0`

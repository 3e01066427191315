/** Each is a query that gives no row. */
export const teamInvariants: Readonly<Record<string, string>> = {
  'teams: nobody is in two teams on one day': `
    select a.id from teams.team_member a join teams.team_member b on b.store_id = a.store_id and b.person_id = a.person_id and b.id > a.id
    where a.until_day >= a.from_day and b.until_day >= b.from_day and a.from_day <= b.until_day and b.from_day <= a.until_day`,
  'teams: nobody is in a closed team': `
    select m.id from teams.team_member m join teams.team t on t.store_id = m.store_id and t.id = m.team_id where m.until_day >= m.from_day and t.closed_from < 'infinity' and m.until_day >= t.closed_from`,
}

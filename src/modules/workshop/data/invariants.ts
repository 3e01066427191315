/** Laws of the three levels: each query gives no row. */
export const workshopInvariants: Readonly<Record<string, string>> = {
  'workshop: nobody checked his own work for the team': `
    select c.store_id, c.id from workshop.job_check c where c.level = 2 and exists (
      select from workshop.clock k where k.store_id = c.store_id and k.job_id = c.job_id and k.person_id = c.person_id and k.started_at <= c.at)`,
  'workshop: no car left its inspection with a job that the team still owes its look': `
    select j.store_id, j.id from workshop.job j join repair_orders.repair_order o on o.store_id = j.store_id and o.id = j.order_id
    where j.status = 'finished' and (j.self_check = 'due' or j.team_check = 'due') and o.status in ('ready', 'settled', 'delivered')`,
  'workshop: what counts as checked was checked': `
    select j.store_id, j.id from workshop.job j where j.status = 'finished' and (
      (j.self_check = 'passed' and not exists (select from workshop.job_check c where c.store_id = j.store_id and c.job_id = j.id and c.level = 1 and c.rework = j.reworks))
      or (j.team_check = 'passed' and not exists (select from workshop.job_check c where c.store_id = j.store_id and c.job_id = j.id and c.level = 2 and c.rework = j.reworks and c.result = 'passed')))`,
}

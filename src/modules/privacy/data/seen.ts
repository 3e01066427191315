import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { SeenHow } from '../domain/seen.ts'

export type SeenData = { id: string; at: Date; personName: string | null; positions: string[]; operation: string; how: SeenHow; reason: string | null }

/** From the audit: what was done with his file, the lists of customers and cars that left the house since he is known, and the papers of his orders. */
export const listSeen = (tx: Tx, storeId: string, { family, since, after, limit }: { family: readonly string[]; since: Date; after: string | null; limit: number }) => tx.all<SeenData>`
  with seen as (
    select * from platform.audit where store_id = ${storeId} and subject = 'customer' and subject_id = any(${family}::uuid[])
    union all
    select a.* from platform.audit a join repair_orders.v_of_owner o on o.store_id = a.store_id and o.id = a.subject_id
    where a.store_id = ${storeId} and a.subject = 'repair-order' and a.after ? 'revealed' and o.owner_id = any(${family}::uuid[])
    union all
    select * from platform.audit where store_id = ${storeId} and subject = 'export' and after ->> 'kind' in ('customers', 'vehicles') and at >= ${since}
    union all
    select * from platform.audit where store_id = ${storeId} and subject = 'paper' and subject_id in (
      select p.id from papers.v_of_order p join repair_orders.v_of_owner o on o.store_id = p.store_id and o.id = p.order_id where p.store_id = ${storeId} and o.owner_id = any(${family}::uuid[])))
  select s.id, s.at, p.name as person_name, s.positions, s.operation, s.reason,
    case when s.subject = 'export' then 'list' when s.subject = 'paper' then 'printed' when s.after ? 'revealed' then 'revealed' when s.after ? 'exported' then 'exported' when s.after ? 'erasureAsked' then 'asked' when s.after ? 'erased' then 'erased' else 'changed' end as how
  from seen s left join organisation.v_person p on p.id = s.person_id
  where s.result = 'done' ${after === null ? empty : sql`and s.id < ${after}`} order by s.id desc limit ${limit}`

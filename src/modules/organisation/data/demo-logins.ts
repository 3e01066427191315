import type { Database } from '../../../platform/database.ts'
import { storeIds } from './staff.ts'

/** The first log-in of each position in each store, as the start window shows them in demo mode. */
export const demoLoginRows = async (database: Database) => {
  const stores = await storeIds(database.plain)
  return database.reading(stores, (tx) => tx.all<{ login: string; position: string; store: string }>`
    select distinct on (s.code, p.place) c.login, p.code || ' ' || p.zh as position, s.name_zh as store
    from organisation.staff m
    join organisation.store s on s.id = m.store_id
    join organisation.position p on p.code = m.position
    join organisation.credential c on c.person_id = m.person_id
    where s.demo and m.ended_at is null and not c.must_change
    order by s.code, p.place, c.login
    limit 200`)
}

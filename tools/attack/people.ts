import { demoPassword } from '../../src/app/demo/load-demo.ts'
import type { Target } from './target.ts'
import { jsonOf } from './wire.ts'

/** Somebody signed in who works in one store. `rights`: as the rights of his positions stand in the database. */
export type Person = { readonly login: string; readonly store: string; readonly position: string; readonly rights: ReadonlySet<string>; cookie: string }

type Row = { readonly login: string; readonly personId: string; readonly storeId: string; readonly store: string; readonly position: string; readonly rights: readonly string[] | null }

const everybody = `
  select c.login, m.person_id as "personId", s.id as "storeId", s.code as store, m.position,
    (select array_agg(distinct r.permission) from organisation.staff o join organisation.position_right r on r.store_id = o.store_id and r.position = o.position
      where o.store_id = m.store_id and o.person_id = m.person_id and o.ended_at is null) as rights
  from organisation.staff m join organisation.store s on s.id = m.store_id join organisation.credential c on c.person_id = m.person_id
  where m.ended_at is null and not c.must_change and s.demo
  order by s.code, m.position, c.login`

/** One person per position and store, signed in there. Who cannot sign in is passed over for a colleague. */
export async function everyPosition(target: Target): Promise<Person[]> {
  const rows = await target.sql<Row>(everybody)
  const people: Person[] = []
  for (const [, colleagues] of Map.groupBy(rows, ({ store, position }) => `${store} ${position}`)) {
    for (const row of colleagues) {
      const cookie = await signIn(target, row.login, row.storeId)
      if (cookie === null) continue
      people.push({ login: row.login, store: row.store, position: row.position, rights: new Set(row.rights ?? []), cookie })
      break
    }
  }
  return people
}

/** The cookie of a new session in this store (his own where none is named); null where the product does not let him in. */
export async function signIn(target: Target, login: string, storeId?: string, password = demoPassword): Promise<string | null> {
  const answer = await target.ask({ method: 'POST', path: '/api/session', body: JSON.stringify({ login, password }) })
  if (answer.status !== 200) return null
  const cookie = cookieIn(answer.headers['set-cookie'])
  if (storeId === undefined || (jsonOf(answer.text)['store'] as { id?: string } | undefined)?.id === storeId) return cookie
  const switched = await target.ask({ method: 'POST', path: '/api/session/store', cookie, body: JSON.stringify({ storeId }) })
  return switched.status === 200 ? cookieIn(switched.headers['set-cookie']) || cookie : null
}

export const cookieIn = (set: readonly string[] | undefined): string => (set?.[0] ?? '').split(';')[0] ?? ''

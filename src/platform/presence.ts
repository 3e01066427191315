import { randomBytes } from 'node:crypto'
import { firstIdAt, idMaker } from '../kernel/ids.ts'
import type { Database } from './database.ts'
import type { Announcement, News } from './deed.ts'

/** Who is looked for again before this many milliseconds is still there; whoever stays silent longer is gone. */
export const presenceMs = 45_000

export type Here = { readonly personId: string; readonly name: string }
export type Look = { readonly storeId: string; readonly recordId: string; readonly at: number; readonly person: Here; readonly leaving: boolean }

/** Says that this person looks at the record (or leaves it) and answers who else does. Who is told: the store, when somebody came or went. */
export type Presence = (look: Look) => Here[] | Promise<Here[]>

/**
 * Who has which record on the screen, where one process serves all. Kept in memory: it keeps two people from surprising each other,
 * versions keep them from overwriting each other. At most 5,000 records are remembered, the longest unseen go first.
 */
export function makePresence(tell: (storeId: string, news: readonly Announcement[]) => void): (look: Look) => Here[] {
  const records = new Map<string, Map<string, { name: string; at: number }>>()

  const thereNow = (key: string, now: number): Map<string, { name: string; at: number }> => {
    const people = new Map([...(records.get(key) ?? [])].filter(([, { at }]) => now - at <= presenceMs))
    records.delete(key)
    return people
  }
  const keep = (key: string, people: Map<string, { name: string; at: number }>): void => {
    if (people.size > 0) records.set(key, people)
    const [oldest] = records.keys()
    if (records.size > 5_000 && oldest !== undefined) records.delete(oldest)
  }

  return function look({ storeId, recordId, at, person, leaving }: Look): Here[] {
    const key = `${storeId} ${recordId}`
    const people = thereNow(key, at)
    const known = people.delete(person.personId)
    const others = [...people].map(([personId, { name }]) => ({ personId, name }))
    if (!leaving) people.set(person.personId, { name: person.name, at })
    keep(key, people)
    if (known === leaving && others.length > 0) tell(storeId, [{ event: 'presence.changed', subjectId: recordId }])
    return others
  }
}

/** An outbox row of somebody who stays, or who came to a record that nobody else has: read by presence alone, told to no screen. */
export const silentPresence = 'presence.stays'

/**
 * The same, where several processes serve one database: each look is a row of the outbox, where the news relay of the other processes finds it and
 * where it is removed with the rest. Two who come at once wait for each other, so the second sees the first.
 */
export function sharedPresence(database: Database, tell: (storeId: string, news: readonly News[]) => void): Presence {
  const newIdAt = idMaker(randomBytes)
  return async ({ storeId, recordId, at, person, leaving }) => {
    const now = new Date(at)
    const { others, news } = await database.transaction([storeId], async (tx) => {
      const [, last] = await Promise.all([
        tx.run`select pg_advisory_xact_lock(hashtextextended(${`gangwei.presence.${storeId}.${recordId}`}, 0))`,
        tx.all<Here & { leaving: boolean }>`
          select distinct on (person_id) person_id, facts->>'name' as name, (facts->>'leaving')::boolean as leaving from platform.outbox
          where store_id = ${storeId} and id >= ${firstIdAt(new Date(at - presenceMs))} and subject_id = ${recordId} and event in ('presence.changed', ${silentPresence})
          order by person_id, id desc`,
      ])
      const here = last.filter((each) => !each.leaving).map(({ personId, name }) => ({ personId, name }))
      const others = here.filter(({ personId }) => personId !== person.personId)
      const known = others.length < here.length
      if (leaving && !known) return { others, news: [] }
      const event = known === leaving && others.length > 0 ? 'presence.changed' : silentPresence
      const id = newIdAt(now)
      await tx.run`
        insert into platform.outbox (store_id, id, at, person_id, event, subject_id, facts)
        values (${storeId}, ${id}, ${now}, ${person.personId}, ${event}, ${recordId}, ${JSON.stringify({ name: person.name, leaving })}::jsonb)`
      return { others, news: event === silentPresence ? [] : [{ id, event, subjectId: recordId }] }
    })
    tell(storeId, news)
    return others
  }
}

import type { Announcement } from './deed.ts'

/** Who is looked for again before this many milliseconds is still there; whoever stays silent longer is gone. */
export const presenceMs = 45_000

export type Here = { readonly personId: string; readonly name: string }
export type Look = { readonly storeId: string; readonly recordId: string; readonly at: number; readonly person: Here; readonly leaving: boolean }

/**
 * Who has which record on the screen. Kept in memory and by each process for itself: it keeps two people from surprising each other,
 * versions keep them from overwriting each other. At most 5,000 records are remembered, the longest unseen go first.
 */
export function makePresence(tell: (storeId: string, news: readonly Announcement[]) => void) {
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

  /** Says that this person looks at the record (or leaves it) and answers who else does. Who is told: the store, when somebody came or went. */
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

export type Presence = ReturnType<typeof makePresence>

import { found } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { Hold, Person } from '../../../platform/personal-data.ts'
import { nameOfDeed } from '../../assurance/public.ts'
import { familyOf, listCustomers, phoneFor } from '../../customers/public.ts'
import type { findPeople as findRoute, listErasures as erasuresRoute, listSeen as seenRoute, seePerson as seeRoute } from '../contract.ts'
import * as erasures from '../data/erasures.ts'
import { findKnown, personOf, type Known } from '../data/persons.ts'
import * as seen from '../data/seen.ts'
import type { HoldCode } from '../domain/hold-codes.ts'
import { everythingOf, holdsOf } from './parts.ts'
import { termsOf } from './terms.ts'

type Page = { readonly after?: string | undefined; readonly limit: number }

export async function findPeople(reading: Reading, { find, after, limit }: Page & { find: string }): Promise<AnswerOf<typeof findRoute>> {
  const { rows, next } = await listCustomers(reading, { params: undefined, body: undefined, query: { find, after, limit } })
  return { rows: rows.map(({ id, name, phone }) => ({ id, name, phone })), next }
}

export type Standing = { readonly known: Known; readonly person: Person; readonly holds: readonly Hold[]; readonly asked: boolean }

/** The customer with those merged into him, and what stands against his erasure today. */
export async function standingOf(tx: Tx, by: { readonly storeId: string; readonly timeZone: string }, now: Date, customerId: string): Promise<Standing> {
  const family = await familyOf(tx, by.storeId, customerId)
  const known = found((await findKnown(tx, by.storeId, family)).find(({ id }) => id === customerId), 'customer')
  const person = await personOf(tx, by.storeId, family)
  const holds = known.erasedAt === null ? await holdsOf(tx, by.storeId, person, { now, timeZone: by.timeZone, terms: await termsOf(tx, by.storeId) }) : []
  return { known, person, holds, asked: (await erasures.waitingOf(tx, by.storeId, [customerId])).length > 0 }
}

export async function seePerson({ tx, by, now }: Reading, customerId: string): Promise<AnswerOf<typeof seeRoute>> {
  const { known, person, holds, asked } = await standingOf(tx, by, now, customerId)
  const { sections } = await everythingOf(tx, by.storeId, person)
  return {
    id: known.id, name: known.name, phone: phoneFor(by, known.phone), since: known.createdAt.toISOString(), erasedAt: known.erasedAt?.toISOString() ?? null, asked, mergedAway: known.mergedInto !== null,
    held: sections.filter(({ rows }) => rows.length > 0).map(({ table: { zh, en }, rows }) => ({ zh, en, rows: rows.length })), holds: holds.map(({ code, about, until }) => ({ code: code as HoldCode, about, until })),
  }
}

export async function listSeen({ tx, by }: Reading, { customerId, after, limit }: Page & { customerId: string }): Promise<AnswerOf<typeof seenRoute>> {
  const family = await familyOf(tx, by.storeId, customerId)
  const [first] = await findKnown(tx, by.storeId, family)
  const rows = await seen.listSeen(tx, by.storeId, { family, since: found(first, 'customer').createdAt, after: after ?? null, limit: limit + 1 })
  return {
    rows: rows.slice(0, limit).map(({ operation, at, ...row }) => ({ ...row, at: at.toISOString(), deed: nameOfDeed(operation) })),
    next: rows.length > limit ? rows[limit - 1]?.id ?? null : null,
  }
}

export async function listErasures({ tx, by }: Reading, { after, limit }: Page): Promise<AnswerOf<typeof erasuresRoute>> {
  const listed = await erasures.listErasures(tx, by.storeId, { after: after ?? null, limit: limit + 1 })
  const rows = listed.slice(0, limit)
  const customers = await erasures.customersOf(tx, by.storeId, rows.map(({ id }) => id))
  return {
    rows: rows.map(({ id, number, cause, status, demandedBy, identifiedBy, reason, askedAt, askedByName, decidedAt, decidedByName }) => ({
      id, number, cause, status, demandedBy, identifiedBy, reason, askedAt: askedAt.toISOString(), askedByName, decidedAt: decidedAt?.toISOString() ?? null, decidedByName,
      customers: customers.filter(({ erasureId }) => erasureId === id).map(({ customerId, name }) => ({ id: customerId, name })),
    })),
    next: listed.length > limit ? rows.at(-1)?.id ?? null : null,
  }
}

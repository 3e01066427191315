import { found, invariant, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { askApproval, type RequestHandler } from '../../approvals/public.ts'
import { renewSearchWords } from '../../customers/public.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import * as data from '../data/erasures.ts'
import { findDueAmong } from '../data/retention.ts'
import { eraseTable } from '../data/tables.ts'
import { noPhone, pseudonymOf, stringsFor } from '../domain/strings.ts'
import { maskName, whyNotErase } from '../domain/why-not-erase.ts'
import { privacyPermissions } from '../permissions.ts'
import { everythingOf, personalTables } from './parts.ts'
import { standingOf, type Standing } from './read-person.ts'

export type Demand = { readonly demandedBy: string; readonly identifiedBy: string; readonly reason: string }

/** At the person's demand (个人信息保护法 47): who asked and how it was made sure that he is who he says stand with it; a second person says yes in the inbox of approvals. */
export const demandErasure = (deed: Deed, { customerId, ...demand }: Demand & { customerId: string }): Promise<{ id: string; number: string }> => ask(deed, 'demand', [customerId], demand)

/** From the list of those nobody has heard of; the same rules, the same second person. */
export async function proposeErasure(deed: Deed, { customerIds, reason }: { customerIds: readonly string[]; reason: string }): Promise<{ id: string; number: string }> {
  const wanted = [...new Set(customerIds)]
  refuseIf((await findDueAmong(deed.tx, deed.by.storeId, wanted)).length === wanted.length ? null : new Refusal('privacy.not-due'))
  return ask(deed, 'retention', wanted, { demandedBy: '', identifiedBy: '', reason })
}

async function ask(deed: Deed, cause: 'demand' | 'retention', customerIds: readonly string[], demand: Demand): Promise<{ id: string; number: string }> {
  const { tx, by, now } = deed
  const names: string[] = []
  for (const customerId of customerIds) {
    const standing = await standingOf(tx, by, now, customerId)
    refuseIf(whyNot(standing, standing.asked))
    names.push(maskName(standing.known.name))
  }
  const [id, number] = [deed.newId(), await nextNumber(deed, 'PDE')]
  await data.insertErasure(tx, by.storeId, { id, number, cause, ...demand, askedAt: now, askedBy: by.personId, askedByName: by.name }, customerIds)
  for (const customerId of customerIds) deed.record({ subject: 'customer', subjectId: customerId, after: { erasureAsked: number, identifiedBy: demand.identifiedBy }, reason: demand.reason })
  await askApproval(deed, { kind: 'erasure', subjectId: id, orderId: null, about: [number, ...names.slice(0, 3), ...(names.length > 3 ? [`+${String(names.length - 3)}`] : [])].join(' · '), amountFen: 0, reason: demand.reason })
  deed.announce({ event: 'personal-data.erasure-asked', subjectId: id })
  return { id, number }
}

const whyNot = ({ known, holds }: Standing, asked: boolean): Refusal | null => whyNotErase({ erased: known.erasedAt !== null, mergedAway: known.mergedInto !== null, asked, holds })

async function decide(deed: Deed, erasureId: string, status: 'done' | 'refused' | 'withdrawn'): Promise<data.ErasureData> {
  const { tx, by, now } = deed
  const erasure = found(await data.lockErasure(tx, by.storeId, erasureId), 'erasure')
  invariant(erasure.status === 'asked', 'an erasure was decided past its request')
  await data.decideErasure(tx, by.storeId, { id: erasureId, status, at: now, by: by.personId, byName: by.name })
  deed.record({ subject: 'erasure', subjectId: erasureId, before: { status: erasure.status }, after: { status } })
  deed.announce({ event: 'personal-data.erasure-decided', subjectId: erasureId })
  return erasure
}

/** The rules hold again at the second yes: an order may have come in between. */
async function carryOut(deed: Deed, erasureId: string): Promise<void> {
  const { tx, by, now } = deed
  const customers = await data.customersOf(tx, by.storeId, [erasureId])
  const standings: Standing[] = []
  for (const { customerId } of customers) {
    const standing = await standingOf(tx, by, now, customerId)
    refuseIf(whyNot(standing, false))
    standings.push(standing)
  }
  const { number } = await decide(deed, erasureId, 'done')
  for (const standing of standings) await eraseOne(deed, erasureId, number, standing)
}

async function eraseOne(deed: Deed, erasureId: string, number: string, { known, person }: Standing): Promise<void> {
  const { tx, by, now } = deed
  const requests = await data.erasuresOf(tx, by.storeId, person.customerIds)
  const { sections, records, says, said } = await everythingOf(tx, by.storeId, person, requests)
  const pseudonym = pseudonymOf(deed.newId())
  const strings = stringsFor(person, pseudonym, showPlate, said)
  const counts: Record<string, number> = {}
  for (const table of personalTables()) {
    const changed = await eraseTable(tx, by.storeId, table, { person, records, says }, strings)
    if (changed > 0) counts[table.table] = (counts[table.table] ?? 0) + changed
  }
  await data.cleanErasures(tx, by.storeId, requests, strings.text)
  await renewSearchWords(tx, by.storeId, person.customerIds, { name: pseudonym, phone: noPhone, secondPhone: null })
  await data.insertFilesToRemove(tx, by.storeId, [...new Set(sections.flatMap(({ rows }) => rows.map(({ file }) => file)).filter((file) => file !== null))], now)
  await data.keepPseudonym(tx, by.storeId, { erasureId, customerId: known.id, pseudonym, counts })
  deed.record({ subject: 'customer', subjectId: known.id, after: { erased: pseudonym, by: number, counts } })
  deed.announce({ event: 'customer.erased', subjectId: known.id })
}

/** For the inbox of approvals. */
export const erasureRequests: Readonly<Record<'erasure', RequestHandler>> = {
  erasure: {
    right: privacyPermissions.approve,
    carryOut: (deed, { subjectId }) => carryOut(deed, subjectId),
    turnDown: async (deed, { subjectId, personId }) => { await decide(deed, subjectId, personId === deed.by.personId ? 'withdrawn' : 'refused') },
  },
}

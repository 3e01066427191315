import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { listBays as listRoute } from '../contract.ts'
import * as data from '../data/bays.ts'
import { whyNotTakeOut, type BayKind } from '../domain/bays.ts'

export async function listBays({ tx, by, now }: Reading): Promise<AnswerOf<typeof listRoute>> {
  const rows = await data.listBays(tx, by.storeId)
  const out = await data.outOfService(tx, by.storeId, now)
  return { rows, outOfService: out.map(({ fromAt, untilAt, ...rest }) => ({ ...rest, from: fromAt.toISOString(), until: untilAt.toISOString() })) }
}

type BayWish = { readonly name: string; readonly kind: BayKind; readonly place: number }

export async function addBay(deed: Deed, wish: BayWish): Promise<{ id: string }> {
  const { tx, by } = deed
  await refuseTwice(deed, wish.name, null)
  const bay = { id: deed.newId(), ...wish }
  await data.insertBays(tx, by.storeId, [bay])
  return said(deed, bay.id, { after: bay }, { id: bay.id })
}

/** A bay is named anew together with the open work that stands in it; one with open work stays in use. */
export async function editBay(deed: Deed, { bayId, version, ...wish }: BayWish & { readonly bayId: string; readonly version: number; readonly active: boolean }): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = found(await data.lockBay(tx, by.storeId, bayId), 'bay')
  refuseStale(before.version, version)
  await refuseTwice(deed, wish.name, bayId)
  const jobs = wish.active ? 0 : await data.openJobsInBay(tx, by.storeId, before.name)
  refuseIf(jobs === 0 ? null : new Refusal('workshop.bay-in-use', { bay: before.name, count: jobs }))
  await data.updateBay(tx, by.storeId, { id: bayId, ...wish })
  if (wish.name !== before.name) await data.renameOnJobs(tx, by.storeId, before.name, wish.name)
  return said(deed, bayId, { before, after: wish }, { version: version + 1 })
}

export async function takeOutOfService(deed: Deed, { bayId, from, until, reason }: { readonly bayId: string; readonly from: string; readonly until: string; readonly reason: string }): Promise<{ id: string }> {
  const { tx, by, now } = deed
  found(await data.lockBay(tx, by.storeId, bayId), 'bay')
  refuseIf(whyNotTakeOut({ from: Date.parse(from), until: Date.parse(until), now: now.getTime() }))
  const out = { id: deed.newId(), bayId, fromAt: new Date(from), untilAt: new Date(until), reason, saidByName: by.name }
  await data.insertOut(tx, by.storeId, out)
  return said(deed, bayId, { after: out, reason }, { id: out.id })
}

export async function bringBack(deed: Deed, { outId, version }: { readonly outId: string; readonly version: number }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const before = found(await data.lockOut(tx, by.storeId, outId), 'time out of service')
  refuseStale(before.version, version)
  refuseIf(before.untilAt <= now ? new Refusal('workshop.out-over') : null)
  await data.endOut(tx, by.storeId, outId, now)
  return said(deed, before.bayId, { before, after: { untilAt: now } }, { version: version + 1 })
}

async function refuseTwice({ tx, by }: Deed, name: string, but: string | null): Promise<void> {
  refuseIf(await data.isNamed(tx, by.storeId, name, but) ? new Refusal('workshop.bay-twice', { bay: name }) : null)
}

function said<Answer>(deed: Deed, bayId: string, what: { before?: unknown; after: unknown; reason?: string }, answer: Answer): Answer {
  deed.record({ subject: 'bay', subjectId: bayId, ...what })
  deed.announce({ event: 'workshop.bay-changed', subjectId: bayId })
  return answer
}

import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { lockCustomers, updateMerged } from '../data/customers.ts'
import { insertMerge } from '../data/ledgers.ts'
import { whyNotMerge } from '../domain/why-not-merge.ts'

export type MergeWish = { readonly customerId: string; readonly version: number; readonly intoId: string; readonly reason: string }

/** Nothing is moved: whatever names the merged customer reads the survivor from now on (data/customers.ts, findCustomers). */
export async function mergeCustomers(deed: Deed, { customerId, version, intoId, reason }: MergeWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const both = await lockCustomers(tx, by.storeId, [customerId, intoId])
  const from = found(both.find(({ id }) => id === customerId), 'customer')
  const into = found(both.find(({ id }) => id === intoId), 'customer')
  refuseStale(from.version, version)
  refuseIf(whyNotMerge(from, into))
  await updateMerged(tx, by.storeId, customerId, intoId)
  await insertMerge(tx, by.storeId, { id: deed.newId(), fromId: customerId, intoId, at: now, personId: by.personId, personName: by.name, reason })
  deed.record({ subject: 'customer', subjectId: customerId, before: { mergedInto: null }, after: { mergedInto: intoId }, reason })
  deed.announce({ event: 'customer.merged', subjectId: customerId, facts: { intoId } })
  return { version: version + 1 }
}

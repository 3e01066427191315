import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { findCustomer } from '../data/customers.ts'
import { insertConsent } from '../data/ledgers.ts'
import type { ConsentChannel, ConsentPurpose } from '../domain/kinds.ts'

export type ConsentWish = { readonly customerId: string; readonly purpose: ConsentPurpose; readonly granted: boolean; readonly channel: ConsentChannel }

export async function recordConsent(deed: Deed, wish: ConsentWish): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const customer = found(await findCustomer(tx, by.storeId, wish.customerId), 'customer')
  refuseIf(customer.mergedInto === null ? null : new Refusal('customers.merged-already', { name: customer.name }))
  refuseIf(customer.erasedAt === null ? null : new Refusal('customers.erased'))
  const id = deed.newId()
  await insertConsent(tx, by.storeId, { ...wish, id, at: now, personId: by.personId, personName: by.name })
  deed.record({ subject: 'customer', subjectId: wish.customerId, after: { consent: wish } })
  deed.announce({ event: wish.granted ? 'customer.consented' : 'customer.withdrew-consent', subjectId: wish.customerId, facts: { purpose: wish.purpose } })
  return { id }
}

import { found } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { findCustomer } from '../data/customers.ts'

/** One customer's numbers, for a call; who looked and when stands in the audit (rules.md, Masked phones). */
export async function revealPhone(deed: Deed, customerId: string): Promise<{ phone: string; secondPhone: string | null }> {
  const { phone, secondPhone } = found(await findCustomer(deed.tx, deed.by.storeId, customerId), 'customer')
  deed.record({ subject: 'customer', subjectId: customerId, after: { revealed: 'phone' } })
  deed.announce({ event: 'customer.phone-revealed', subjectId: customerId })
  return { phone, secondPhone }
}

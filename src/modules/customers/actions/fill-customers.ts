import type { Tx } from '../../../platform/database.ts'
import { insertCustomers, insertWords, type NewCustomer } from '../data/customers.ts'
import { searchable } from './searchable.ts'

export type FilledCustomer = Omit<NewCustomer, 'initials' | 'phoneTail'>

/** Many customers in two statements (imports, the demo store). Phones must be normal already. */
export async function fillCustomers(tx: Tx, storeId: string, customers: readonly FilledCustomer[]): Promise<void> {
  const found = customers.map((customer) => ({ customer, ...searchable(customer) }))
  await insertCustomers(tx, storeId, found.map(({ customer, initials, phoneTail }) => ({ ...customer, initials, phoneTail })))
  await insertWords(tx, storeId, found.flatMap(({ customer, words }) => words.map((word) => ({ customerId: customer.id, word }))))
}

import type { Tx } from '../../../platform/database.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { countOf, type ImportOutcome } from '../../../platform/import-outcome.ts'
import { insertCustomers, insertWords, type CustomerData, type NewCustomer } from '../data/customers.ts'
import * as data from '../data/import-customers.ts'
import type { CustomerKind } from '../domain/kinds.ts'
import { searchable } from './searchable.ts'

/** Phones are normal already; null is an empty cell: what is known stays. */
export type ImportedCustomer = {
  readonly line: number; readonly name: string; readonly phone: string; readonly kind: CustomerKind | null; readonly secondPhone: string | null; readonly address: string | null
  readonly taxNumber: string | null; readonly contactName: string | null; readonly note: string | null
}

const keyOf = ({ name, phone }: data.CustomerKey): string => `${phone} ${name}`

export const judgeCustomers = async ({ tx, by, now }: Reading, rows: readonly ImportedCustomer[]): Promise<ImportOutcome[]> =>
  (await plan(tx, by.storeId, rows, now, () => '')).outcomes

/** Same name and phone is the same customer. Announces customer.imported. */
export async function importCustomers(deed: Deed, rows: readonly ImportedCustomer[], importId: string): Promise<ImportOutcome[]> {
  const { tx, by, now } = deed
  await data.lockCustomersNamed(tx, by.storeId, rows.map(({ phone }) => phone))
  const { outcomes, added, changed } = await plan(tx, by.storeId, rows, now, () => deed.newId())
  if (changed.length > 0) {
    await data.updateCustomers(tx, by.storeId, changed)
    await data.deleteWordsOf(tx, by.storeId, changed.map(({ id }) => id))
  }
  await insertFound(tx, by.storeId, added, changed)
  const facts = { added: countOf(outcomes, 'new'), changed: countOf(outcomes, 'changed') }
  deed.record({ subject: 'customer-import', subjectId: importId, after: facts })
  deed.announce({ event: 'customer.imported', subjectId: importId, facts })
  return outcomes
}

/** For other modules' imports: the customers of these names and phones, new where there are none. */
export async function findOrAddCustomers(deed: Deed, wishes: readonly data.CustomerKey[]): Promise<ReadonlyMap<string, string>> {
  const { tx, by, now } = deed
  const known = await knownBy(tx, by.storeId, wishes)
  const ids = new Map([...known].map(([key, { id }]) => [key, id]))
  const added = wishes.flatMap((wish) => {
    if (ids.has(keyOf(wish))) return []
    const customer = nextOf(null, { ...noDetails, ...wish, line: 0 }, now, () => deed.newId())
    ids.set(keyOf(wish), customer.id)
    return [customer]
  })
  await insertFound(tx, by.storeId, added, [])
  return ids
}

/** Under `customerKey` of each asked. */
export async function idsOfCustomers(tx: Tx, storeId: string, keys: readonly data.CustomerKey[]): Promise<ReadonlyMap<string, string>> {
  return new Map([...await knownBy(tx, storeId, keys)].map(([key, { id }]) => [key, id]))
}

export const customerKey = keyOf

const noDetails = { kind: null, secondPhone: null, address: null, taxNumber: null, contactName: null, note: null }

async function knownBy(tx: Tx, storeId: string, keys: readonly data.CustomerKey[]): Promise<Map<string, CustomerData>> {
  const rows = keys.length === 0 ? [] : await data.customersNamed(tx, storeId, keys)
  return new Map(rows.toReversed().map((row) => [keyOf(row), row])) // of two the older one stays
}

async function insertFound(tx: Tx, storeId: string, added: readonly NewCustomer[], changed: readonly NewCustomer[]): Promise<void> {
  if (added.length > 0) await insertCustomers(tx, storeId, added)
  const words = [...added, ...changed].flatMap((customer) => searchable(customer).words.map((word) => ({ customerId: customer.id, word })))
  if (words.length > 0) await insertWords(tx, storeId, words)
}

async function plan(tx: Tx, storeId: string, rows: readonly ImportedCustomer[], now: Date, newId: () => string) {
  const known = await knownBy(tx, storeId, rows)
  const added: NewCustomer[] = []
  const changed: NewCustomer[] = []
  const outcomes = rows.map((row): ImportOutcome => {
    const before = known.get(keyOf(row)) ?? null
    const next = nextOf(before, row, now, newId)
    const fields = ['kind', 'secondPhone', 'address', 'taxNumber', 'contactName', 'note'] as const
    if (before !== null && fields.every((field) => before[field] === next[field])) return { line: row.line, result: 'unchanged' }
    if (before === null) added.push(next)
    else changed.push(next)
    return { line: row.line, result: before === null ? 'new' : 'changed' }
  })
  return { outcomes, added, changed }
}

const companyWords = /公司|集团|中心|厂$|店$|局$|学校|医院|合作社/

/** Without a kind the name tells: 示例物流有限公司 is no person. */
function nextOf(before: CustomerData | null, row: ImportedCustomer, now: Date, newId: () => string): NewCustomer {
  const { initials, phoneTail } = searchable({ ...row, secondPhone: null })
  return {
    id: before?.id ?? newId(), name: row.name, phone: row.phone, initials, phoneTail, createdAt: before?.createdAt ?? now,
    kind: row.kind ?? before?.kind ?? (companyWords.test(row.name) ? 'company' : 'person'), secondPhone: row.secondPhone ?? before?.secondPhone ?? null,
    address: row.address ?? before?.address ?? '', taxNumber: row.taxNumber ?? before?.taxNumber ?? null, contactName: row.contactName ?? before?.contactName ?? '', note: row.note ?? before?.note ?? '',
  }
}

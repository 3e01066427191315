import { may, type Actor } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/refusal.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { CustomerRow, CustomerView, listCustomers as listRoute } from '../contract.ts'
import * as data from '../data/customers.ts'
import { listConsents, listMerges } from '../data/ledgers.ts'
import { typedWords } from '../domain/find-words.ts'
import { maskPhone } from '../domain/phone.ts'
import { customerPermissions } from '../permissions.ts'

/** The phone as this reader may see it. */
export const phoneFor = (by: Actor, phone: string): string => (may(by, customerPermissions.seePhones.permission) ? phone : maskPhone(phone))

/** The number of somebody who stands on a record (brought the car, booked, complained, buys): whole for the work that has to call him now, as any phone for all others. */
export const contactPhone = (by: Actor, phone: string, needed: boolean): string => (phone === '' || needed ? phone : phoneFor(by, phone))

const rowFor = (by: Actor, { id, kind, name, phone, secondPhone, contactName, active }: data.CustomerData): CustomerRow =>
  ({ id, kind, name, phone: phoneFor(by, phone), secondPhone: secondPhone === null ? null : phoneFor(by, secondPhone), contactName, active })

export async function listCustomers({ tx, by }: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const customers = await data.listCustomers(tx, by.storeId, {
    words: typedWords(query.find ?? ''), kind: query.kind ?? null, after: query.after ?? null, limit: query.limit + 1,
  })
  const rows = customers.slice(0, query.limit).map((customer) => rowFor(by, customer))
  return { rows, next: customers.length > query.limit ? (rows.at(-1)?.id ?? null) : null }
}

export async function seeCustomer({ tx, by }: Reading, customerId: string): Promise<CustomerView> {
  const customer = found(await data.findCustomer(tx, by.storeId, customerId), 'customer')
  const consents = await listConsents(tx, by.storeId, customerId)
  const merged = await listMerges(tx, by.storeId, customerId)
  const { address, taxNumber, note, mergedInto, erasedAt, createdAt, version } = customer
  return {
    ...rowFor(by, customer), address, taxNumber, note, mergedInto, erasedAt: erasedAt?.toISOString() ?? null, createdAt: createdAt.toISOString(), version,
    consents: consents.map((consent) => ({ ...consent, at: consent.at.toISOString() })),
    merged: merged.map((merge) => ({ ...merge, at: merge.at.toISOString() })),
  }
}

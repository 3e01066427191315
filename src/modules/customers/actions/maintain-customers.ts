import { found, invariant, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import * as data from '../data/customers.ts'
import type { CustomerKind } from '../domain/kinds.ts'
import { maskPhone, normalPhone, whyNotPhone } from '../domain/phone.ts'
import { searchable } from './searchable.ts'

export type CustomerWish = {
  readonly kind: CustomerKind; readonly name: string; readonly phone: string; readonly secondPhone?: string | undefined; readonly address?: string | undefined
  readonly taxNumber?: string | undefined; readonly contactName?: string | undefined; readonly note?: string | undefined
}

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text)

/** An empty second phone is none; anything else must be a phone. */
function checkedPhones(phone: string, secondPhone: string | undefined): { phone: string; secondPhone: string | null } {
  const normal = { phone: normalPhone(phone), secondPhone: orNull(secondPhone === undefined ? undefined : normalPhone(secondPhone)) }
  refuseIf(whyNotPhone(normal.phone) ?? (normal.secondPhone === null ? null : whyNotPhone(normal.secondPhone)))
  return normal
}

/** Refuses what is no phone, and a customer of the same name and phone: that is the same one. */
export async function addCustomer(deed: Deed, wish: CustomerWish): Promise<{ id: string; version: number }> {
  const phones = checkedPhones(wish.phone, wish.secondPhone)
  const same = await data.findSame(deed.tx, deed.by.storeId, wish.name, phones.phone)
  refuseIf(same === null ? null : new Refusal('customers.known-already', { name: wish.name, phone: maskPhone(phones.phone) }))
  return { id: await insertNew(deed, wish, phones), version: 1 }
}

/** For other modules: the customer of this name and phone, new if there is none. Refuses what is no phone. */
export async function findOrAddCustomer(deed: Deed, wish: CustomerWish): Promise<{ id: string }> {
  const phones = checkedPhones(wish.phone, wish.secondPhone)
  const same = await data.findSame(deed.tx, deed.by.storeId, wish.name, phones.phone)
  return { id: same === null ? await insertNew(deed, wish, phones) : same.id }
}

async function insertNew(deed: Deed, wish: CustomerWish, phones: { phone: string; secondPhone: string | null }): Promise<string> {
  const { tx, by, now } = deed
  const id = deed.newId()
  const { words, ...found } = searchable({ name: wish.name, ...phones })
  const customer = {
    id, kind: wish.kind, name: wish.name, ...phones, address: wish.address ?? '', taxNumber: orNull(wish.taxNumber), contactName: wish.contactName ?? '', note: wish.note ?? '', createdAt: now,
  }
  await data.insertCustomers(tx, by.storeId, [{ ...customer, ...found }])
  await data.insertWords(tx, by.storeId, words.map((word) => ({ customerId: id, word })))
  deed.record({ subject: 'customer', subjectId: id, after: customer })
  deed.announce({ event: 'customer.added', subjectId: id })
  return id
}

export type CustomerChange = Omit<CustomerWish, 'phone'> & { readonly id: string; readonly version: number; readonly phone?: string | undefined; readonly active: boolean }

/** A phone left out stays: who sees it masked can change the rest. Refuses a merged customer. */
export async function changeCustomer(deed: Deed, wish: CustomerChange): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = found((await data.lockCustomers(tx, by.storeId, [wish.id]))[0], 'customer')
  refuseStale(before.version, wish.version)
  refuseIf(before.mergedInto === null ? null : new Refusal('customers.merged-already', { name: before.name }))
  refuseIf(before.erasedAt === null ? null : new Refusal('customers.erased'))
  const phones = checkedPhones(wish.phone ?? before.phone, wish.secondPhone ?? before.secondPhone ?? undefined)
  const { words, ...searched } = searchable({ name: wish.name, ...phones })
  const after = {
    id: wish.id, version: wish.version, kind: wish.kind, name: wish.name, ...phones, address: wish.address ?? '', taxNumber: orNull(wish.taxNumber),
    contactName: wish.contactName ?? '', note: wish.note ?? '', active: wish.active,
  }
  invariant(await data.updateCustomer(tx, by.storeId, { ...after, ...searched }) === 1, 'a locked customer changed under us')
  await data.deleteWords(tx, by.storeId, wish.id)
  await data.insertWords(tx, by.storeId, words.map((word) => ({ customerId: wish.id, word })))
  deed.record({ subject: 'customer', subjectId: wish.id, before, after })
  deed.announce({ event: 'customer.changed', subjectId: wish.id })
  return { version: wish.version + 1 }
}

import { pinyin } from 'pinyin-pro'
import type { Tx } from '../../../platform/database.ts'
import { deleteWords, insertWords } from '../data/customers.ts'
import { findWords } from '../domain/find-words.ts'
import { phoneTail } from '../domain/phone.ts'

/** First letters of the pinyin, for search by keyboard: '陆晨' → 'lc'. Latin letters and digits stay. */
const initialsOf = (name: string): string =>
  pinyin(name.normalize('NFKC'), { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase().replace(/[^a-z0-9]/g, '').slice(0, 60)

type Named = { readonly name: string; readonly phone: string; readonly secondPhone: string | null }

/** What is stored beside a customer so that it is found. */
export function searchable({ name, phone, secondPhone }: Named): { initials: string; phoneTail: string; words: string[] } {
  const initials = initialsOf(name)
  return { initials, phoneTail: phoneTail(phone), words: findWords({ name, initials, phones: secondPhone === null ? [phone] : [phone, secondPhone] }) }
}

/** For the erasure of a person: the index forgets what he was found by. */
export async function renewSearchWords(tx: Tx, storeId: string, customerIds: readonly string[], named: Named): Promise<void> {
  for (const customerId of customerIds) await deleteWords(tx, storeId, customerId)
  await insertWords(tx, storeId, customerIds.flatMap((customerId) => searchable(named).words.map((word) => ({ customerId, word }))))
}

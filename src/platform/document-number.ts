import { localDay } from '../kernel/time.ts'
import type { Deed } from './deed.ts'

/**
 * The next number of a kind on the store's local day, e.g. `RO-SH1-261123-0007`. The row stays locked until the commit, so the
 * series has no gap; call it last in the transaction, others wait for it.
 */
export async function nextNumber(deed: Deed, kind: string): Promise<string> {
  const day = localDay(deed.now, deed.by.timeZone)
  const { last } = await deed.tx.one<{ last: number }>`
    insert into platform.document_number (store_id, kind, day, last) values (${deed.by.storeId}, ${kind}, ${day}, 1)
    on conflict (store_id, kind, day) do update set last = document_number.last + 1
    returning last`
  return `${kind}-${deed.by.storeCode}-${day.slice(2).replaceAll('-', '')}-${String(last).padStart(4, '0')}`
}

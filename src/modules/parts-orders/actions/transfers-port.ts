import { Refusal } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/database.ts'

export type ServedRequest = { readonly requestId: string; readonly transferId: string; readonly number: string }
/** Which of these requests an open transfer from another store serves; a later module knows. */
export type TransfersPort = (tx: Tx, storeId: string, requestIds: readonly string[]) => Promise<readonly ServedRequest[]>

let port: TransfersPort | null = null

/** The app registers the module that knows it. */
export function registerTransfers(answers: TransfersPort): void {
  port = answers
}

export const transfersOfRequests: TransfersPort = async (tx, storeId, requestIds) => port?.(tx, storeId, requestIds) ?? []

/** Null means none of these requests is on its way from another store already. */
export async function whyNotBesideTransfer(tx: Tx, storeId: string, requests: readonly { readonly id: string; readonly number: string }[]): Promise<Refusal | null> {
  const [served] = requests.length === 0 ? [] : await transfersOfRequests(tx, storeId, requests.map(({ id }) => id))
  return served === undefined ? null : new Refusal('parts-orders.request-in-transfer', { number: requests.find(({ id }) => id === served.requestId)?.number ?? '', transfer: served.number })
}

import type { Refusal } from '../../../kernel/refusal.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { RequestData } from '../../purchasing/public.ts'
import { depositFor, whyNotWithoutDeposit, type OrderKind, type SaleFacts } from '../domain/kinds.ts'
import { kindsOf } from './suppliers.ts'

/** What a counter sale costs and what was given for it; a later module knows. */
export type SalesPort = (reading: Pick<Reading, 'tx' | 'by'>, slipIds: readonly string[]) => Promise<readonly (SaleFacts & { readonly slipId: string })[]>

let port: SalesPort | null = null

/** The app registers the module that sells. */
export function registerSales(answers: SalesPort): void {
  port = answers
}

/** What the sales that these requests are for cost, and what was given for them. */
export const salesOf = async (reading: Pick<Reading, 'tx' | 'by'>, requests: readonly RequestData[]): ReturnType<SalesPort> => {
  const slipIds = [...new Set(requests.filter(({ origin }) => origin === 'sale').map(({ orderId }) => orderId))]
  return slipIds.length === 0 ? [] : await port?.(reading, slipIds) ?? []
}

/** The first of these requests that this kind does not serve without a deposit. */
export async function whyNotForSales(reading: Pick<Reading, 'tx' | 'by'>, kind: OrderKind, requests: readonly RequestData[]): Promise<Refusal | null> {
  if (!kind.needsJob) return null
  return (await salesOf(reading, requests)).map((sale) => whyNotWithoutDeposit(kind, sale)).find((why) => why !== null) ?? null
}

/** A request said to come by such an order without one: the kind with the smallest deposit of that source counts. */
export async function whyNotSourceFrom(reading: Pick<Reading, 'tx' | 'by'>, request: RequestData, source: OrderKind['source']): Promise<Refusal | null> {
  const [least] = (await kindsOf(reading)).filter((kind) => kind.active && kind.source === source).toSorted((a, b) => depositFor(a, 10_000) - depositFor(b, 10_000))
  return least === undefined ? null : whyNotForSales(reading, least, [request])
}

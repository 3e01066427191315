import { found } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { listParts as listRoute, PartView } from '../contract.ts'
import * as details from '../data/part-details.ts'
import * as data from '../data/parts.ts'
import { findPatterns } from '../domain/find-text.ts'
import { coversDay } from '../domain/price-periods.ts'

/** With the cap and retail price of the store's today. */
export async function listParts({ tx, by, now }: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const find = query.find ?? ''
  const parts = await data.listParts(tx, {
    patterns: findPatterns(find), barcode: find, category: query.category ?? null, activeOnly: query.state === 'active', after: query.after ?? null, limit: query.limit + 1,
  })
  const shown = parts.slice(0, query.limit)
  const prices = new Map((await details.partPricesOn(tx, shown.map(({ id }) => id), localDay(now, by.timeZone))).map((row) => [row.id, row]))
  const rows = shown.map(({ packThousandths: _, version: __, ...part }) => {
    const price = prices.get(part.id)
    return { ...part, capFen: price?.capFen ?? null, retailFen: price?.retailFen ?? null }
  })
  return { rows, next: parts.length > query.limit ? (shown.at(-1)?.number ?? null) : null }
}

/** What somebody typed, in number, name or initials, or a barcode: the first that fit, by number. */
export const findPartIds = async (tx: Tx, find: string, limit: number): Promise<string[]> =>
  (await data.listParts(tx, { patterns: findPatterns(find), barcode: find, category: null, activeOnly: false, after: null, limit })).map(({ id }) => id)

export async function seePart({ tx, by, now }: Reading, partId: string): Promise<PartView> {
  const part = found(await data.findPart(tx, partId), 'part')
  const today = localDay(now, by.timeZone)
  return {
    ...part,
    barcodes: await details.listBarcodes(tx, partId),
    units: await details.listUnits(tx, partId),
    prices: (await details.listPrices(tx, partId)).map((price) => ({ ...price, current: coversDay(price, today) })),
    predecessors: await data.listPredecessors(tx, partId),
    successors: await data.listSuccessors(tx, partId),
  }
}

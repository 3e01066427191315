import type { Deed } from '../../../platform/deed.ts'
import { lockRequests, loseSources, updateSources, type SourceRow } from '../data/requests.ts'
import { isOpen } from '../domain/request.ts'

/** An order was placed, or its supplier said another day: what it says goes to the open requests that it serves. A day that changed is news for the customer, as always. */
export async function sourceRequests(deed: Deed, rows: readonly SourceRow[]): Promise<void> {
  const { tx, by, now } = deed
  if (rows.length === 0) return
  const wished = new Map(rows.map((row) => [row.requestId, row]))
  const changed = (await lockRequests(tx, by.storeId, [...wished.keys()])).filter(isOpen).flatMap((request) => {
    const row = wished.get(request.id)
    return row === undefined || (row.source === request.source && row.supplier === request.supplier && row.eta === request.eta) ? [] : [{ request, row }]
  })
  if (changed.length === 0) return
  await updateSources(tx, by.storeId, changed.map(({ row }) => row), now, by.name)
  for (const { request, row: { source, supplier, eta } } of changed) {
    deed.record({ subject: 'purchase-request', subjectId: request.id, before: { status: request.status, source: request.source, eta: request.eta }, after: { source, supplier, eta } })
    deed.announce({ event: 'purchase-request.sourced', subjectId: request.id })
  }
}

export type LostSource = Omit<SourceRow, 'eta'> & { /** In the supplier's words, or of who cancelled. */ readonly why: string }

/** What an order was to bring will not come: the open requests that still count on it lose source and day, say why, and wait for another source. One that was given another source meanwhile keeps it. */
export async function loseSource(deed: Deed, rows: readonly LostSource[]): Promise<void> {
  const { tx, by } = deed
  if (rows.length === 0) return
  const lost = new Map(rows.map((row) => [row.requestId, row]))
  const waiting = (await lockRequests(tx, by.storeId, [...lost.keys()])).flatMap((request) => {
    const row = lost.get(request.id)
    return row !== undefined && request.status === 'sourced' && request.source === row.source && request.supplier === row.supplier ? [{ request, why: row.why }] : []
  })
  if (waiting.length === 0) return
  await loseSources(tx, by.storeId, waiting.map(({ request, why }) => ({ requestId: request.id, why })))
  for (const { request, why } of waiting) {
    deed.record({ subject: 'purchase-request', subjectId: request.id, before: { status: request.status, source: request.source, supplier: request.supplier, eta: request.eta }, after: { status: 'asked' }, reason: why })
    deed.announce({ event: 'purchase-request.source-lost', subjectId: request.id, facts: { number: request.number, why } })
  }
}

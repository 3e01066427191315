import type { Deed } from '../../../platform/deed.ts'
import { lockRequests, updateSources, type SourceRow } from '../data/requests.ts'
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

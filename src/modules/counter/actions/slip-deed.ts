import { found, invariant, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import * as data from '../data/slips.ts'
import { isPending } from '../domain/slip.ts'

export type Seen = { readonly slipId: string; readonly version: number }
export type Change = Partial<Omit<data.SlipData, 'id' | 'version'>>

/** The slip as it was seen, locked, with its lines. */
export async function lockSeen({ tx, by }: Deed, { slipId, version }: Seen): Promise<{ slip: data.SlipData; lines: data.SlipLineData[] }> {
  const slip = found(await data.lockSlip(tx, by.storeId, slipId), 'slip')
  refuseStale(slip.version, version)
  return { slip, lines: await data.linesOf(tx, by.storeId, slipId) }
}

/** The one way a slip changes: with what is pending judged anew, on record and told. */
export async function changeSlip(deed: Deed, slip: data.SlipData, change: Change, { event, after, reason }: { event: string; after?: unknown; reason?: string }): Promise<{ version: number }> {
  const next = { ...slip, ...change }
  const changed = await data.updateSlip(deed.tx, deed.by.storeId, { ...next, pending: isPending(next) })
  invariant(changed === 1, 'a locked slip changed under us')
  deed.record({ subject: 'counter-slip', subjectId: slip.id, before: { status: slip.status }, after: { status: next.status, ...(after === undefined ? change : { said: after }) }, ...(reason === undefined ? {} : { reason }) })
  deed.announce({ event: `counter.${event}`, subjectId: slip.id })
  return { version: slip.version + 1 }
}

export const outsideOf = ({ issuedThousandths, returnedThousandths }: data.SlipLineData): number => issuedThousandths - returnedThousandths

/** What is in the customer's or the workshop's hands and neither came back nor was consumed. */
export const isOver = (lines: readonly data.SlipLineData[]): boolean => lines.every((line) => outsideOf(line) === line.consumedThousandths)

export const wantedOf = (lines: readonly data.SlipLineData[]) => lines.map(({ id, partId, thousandths }) => ({ lineId: id, partId, thousandths }))

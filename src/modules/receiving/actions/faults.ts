import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import * as data from '../data/faults.ts'
import { whyNotClose, whyNotReport, type Outcome } from '../domain/fault.ts'

type Seen = { readonly faultId: string; readonly version: number }

async function lockSeen({ tx, by }: Deed, { faultId, version }: Seen): Promise<data.FaultData> {
  const fault = found(await data.lockFault(tx, by.storeId, faultId), 'arrival fault')
  refuseStale(fault.version, version)
  return fault
}

function done(deed: Deed, fault: data.FaultData, event: string, after: unknown, reason?: string): { version: number } {
  deed.record({ subject: 'arrival-fault', subjectId: fault.id, before: { status: fault.status }, after, ...(reason === undefined ? {} : { reason }) })
  deed.announce({ event: `arrival-fault.${event}`, subjectId: fault.id })
  return { version: fault.version + 1 }
}

/** To the central store or the supplier, with whom and what was said; again as often as he does not answer (PPL-6.1, PPL-6.2). */
export async function reportFault(deed: Deed, { words, ...seen }: Seen & { readonly words: string }): Promise<{ version: number }> {
  const fault = await lockSeen(deed, seen)
  refuseIf(whyNotReport(fault))
  await data.markReported(deed.tx, deed.by.storeId, { id: fault.id, at: deed.now, byName: deed.by.name })
  return done(deed, fault, 'reported', { reports: fault.reports + 1 }, words)
}

export async function closeFault(deed: Deed, { outcome, answer, ...seen }: Seen & { readonly outcome: Outcome; readonly answer: string }): Promise<{ version: number }> {
  const fault = await lockSeen(deed, seen)
  refuseIf(whyNotClose({ status: fault.status, answer, outcome }))
  await data.closeFault(deed.tx, deed.by.storeId, { id: fault.id, outcome, answer, at: deed.now, byName: deed.by.name })
  return done(deed, fault, 'closed', { outcome, answer })
}

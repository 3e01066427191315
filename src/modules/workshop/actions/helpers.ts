import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { staffOf } from '../../organisation/public.ts'
import { kindsForTrade } from '../../qualifications/domain/certificates.ts'
import { refuseUnqualified } from '../../qualifications/public.ts'
import { listLines, lockOrder } from '../../repair-orders/public.ts'
import * as data from '../data/jobs.ts'
import { whyNotSetHelpers } from '../domain/helpers.ts'
import { technicianOf } from './dispatch.ts'

export type HelpersWish = { readonly jobId: string; readonly version: number; readonly helpers: readonly { readonly personId: string; readonly share: number | null }[]; readonly ownShare: number | null }

/** The foreman puts others on a job beside its technician; each clocks for himself, and the sold hours are shared by time or as said here. */
export async function setHelpers(deed: Deed, wish: HelpersWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { orderId } = found(await data.findJob(tx, by.storeId, wish.jobId), 'job')
  found(await lockOrder(tx, by.storeId, orderId), 'repair order')
  const job = found(await data.findJob(tx, by.storeId, wish.jobId), 'job')
  refuseStale(job.version, wish.version)
  const clocks = await data.clocksOfOrders(tx, by.storeId, [orderId])
  refuseIf(whyNotSetHelpers({ job, ...wish, clocked: new Set(clocks.filter(({ jobId }) => jobId === job.id).map(({ personId }) => personId)) }))
  const people = await staffOf(deed, wish.helpers.map(({ personId }) => personId))
  const helpers = wish.helpers.map(({ personId, share }) => ({ ...technicianOf(people, personId), share }))
  const line = (await listLines(tx, by.storeId, orderId)).find(({ id }) => id === job.lineId)
  await refuseUnqualified(deed, helpers.map(({ id, name }) => ({ personId: id, name, kinds: kindsForTrade(line?.trade ?? null) })))
  await data.putHelpers(tx, by.storeId, { jobId: job.id, at: now, helpers: helpers.map(({ id, name, share }) => ({ id, name, share })), sharePercent: wish.ownShare })
  deed.record({ subject: 'job', subjectId: job.id, before: { helpers: job.helpers, ownShare: job.sharePercent }, after: { helpers: helpers.map(({ id, name, share }) => ({ id, name, share })), ownShare: wish.ownShare } })
  deed.announce({ event: 'workshop.planned', subjectId: orderId })
  return { version: job.version + 1 }
}

import { refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { requestsOfOrder } from '../data/requests.ts'
import { findSourceDays, lockSourceDays, putSourceDays, type SourceDaysData } from '../data/source-days.ts'
import { isOpen } from '../domain/request.ts'
import { expectedDay, presetSourceDays, type ExpectedDay, type SourceDays } from '../domain/source-days.ts'

export const seeSourceDays = async ({ tx, by }: Reading): Promise<SourceDaysData> => await findSourceDays(tx, by.storeId) ?? { ...presetSourceDays, version: 0 }

export async function setSourceDays(deed: Deed, { version, ...wish }: SourceDays & { readonly version: number }): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = await lockSourceDays(tx, by.storeId)
  refuseStale(before?.version ?? 0, version)
  await putSourceDays(tx, by.storeId, { ...wish, version: version + 1 })
  deed.record({ subject: 'source-days', subjectId: by.storeId, before: before ?? undefined, after: wish })
  deed.announce({ event: 'purchase-request.source-days-set', subjectId: by.storeId })
  return { version: version + 1 }
}

/** For estimate and promise: when the parts of an order's short lines are expected. */
export async function expectedDays(reading: Reading, orderId: string, short: readonly { readonly lineId: string }[]): Promise<ReadonlyMap<string, ExpectedDay>> {
  const { tx, by, now } = reading
  const asked = (await requestsOfOrder(tx, by.storeId, orderId)).filter(isOpen)
  const settings = await seeSourceDays(reading)
  return new Map(short.map(({ lineId }) => [lineId, expectedDay(asked.find((request) => request.lineId === lineId), localDay(now, by.timeZone), settings)]))
}

import { found, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { findOperations, findParts } from '../../catalogue/public.ts'
import { addLines, findOrder, type LineWish } from '../../repair-orders/public.ts'
import { normalPlate } from '../../vehicles/domain/plate.ts'
import { normalVin, whyNotVin } from '../../vehicles/domain/vin.ts'
import type { CampaignRow, listCampaigns as listRoute, listCars as carsRoute, seeCampaignsOfCar as ofCarRoute, takeUp as takeUpRoute } from '../contract.ts'
import * as data from '../data/campaigns.ts'
import { isInForce, whyNotKeep, whyNotMark, whyNotTakeUp, type CampaignKind, type CampaignWork, type CarState, type Mark } from '../domain/campaign.ts'

type Asking = Pick<Reading, 'tx' | 'by' | 'now'>
const todayOf = ({ by, now }: Asking): string => localDay(now, by.timeZone)

/** Names of what is done, for all campaigns of a page at once. */
async function namedWork({ tx }: Asking, campaigns: readonly { readonly work: readonly CampaignWork[] }[]): Promise<(work: readonly CampaignWork[]) => CampaignRow['work']> {
  const all = campaigns.flatMap(({ work }) => work)
  const operations = new Map((await findOperations(tx, all.flatMap((one) => (one.kind === 'labour' ? [one.operationId] : [])))).map((row) => [row.id, row]))
  const parts = new Map((await findParts(tx, all.flatMap((one) => (one.kind === 'part' ? [one.partId] : [])))).map((row) => [row.id, row]))
  return (work) => work.map((one) => {
    if (one.kind === 'labour') {
      const { id, code, nameZh, nameEn, standardHoursThousandths } = found(operations.get(one.operationId), 'labour operation')
      return { kind: 'labour', id, code, nameZh, nameEn, unit: 'h', quantityThousandths: standardHoursThousandths }
    }
    const { id, number: code, nameZh, nameEn, unit } = found(parts.get(one.partId), 'part')
    return { kind: 'part', id, code, nameZh, nameEn, unit, quantityThousandths: one.quantityThousandths }
  })
}

export async function listCampaigns(reading: Reading, { after, limit }: { after?: string | undefined; limit: number }): Promise<AnswerOf<typeof listRoute>> {
  const rows = await data.listCampaigns(reading.tx, reading.by.storeId, after ?? null, limit + 1)
  const shown = rows.slice(0, limit)
  const named = await namedWork(reading, shown)
  return { rows: shown.map((row) => ({ ...row, work: named(row.work), inForce: isInForce(row, todayOf(reading)) })), next: rows.length > limit ? shown.at(-1)?.id ?? null : null }
}

export type CampaignWish = { readonly titleZh: string; readonly titleEn: string; readonly fromDay: string; readonly untilDay: string | null; readonly work: readonly CampaignWork[] }

export async function openCampaign(deed: Deed, wish: CampaignWish & { readonly code: string; readonly kind: CampaignKind }): Promise<{ id: string; version: number }> {
  const { tx, by, now } = deed
  refuseIf(whyNotKeep({ ...wish, codeTaken: false }))
  await namedWork(deed, [wish])
  const campaign = { ...wish, id: deed.newId(), openedAt: now, openedByName: by.name }
  const inserted = await data.insertCampaign(tx, by.storeId, campaign)
  refuseIf(whyNotKeep({ ...wish, codeTaken: inserted === 0 }))
  deed.record({ subject: 'campaign', subjectId: campaign.id, after: campaign })
  deed.announce({ event: 'campaign.opened', subjectId: campaign.id })
  return { id: campaign.id, version: 1 }
}

export async function changeCampaign(deed: Deed, { campaignId, version, ...wish }: CampaignWish & { readonly campaignId: string; readonly version: number }): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = found(await data.lockCampaign(tx, by.storeId, campaignId), 'campaign')
  refuseStale(before.version, version)
  refuseIf(whyNotKeep({ ...wish, codeTaken: false }))
  await namedWork(deed, [wish])
  await data.updateCampaign(tx, by.storeId, { ...wish, id: campaignId })
  deed.record({ subject: 'campaign', subjectId: campaignId, before, after: wish })
  deed.announce({ event: 'campaign.changed', subjectId: campaignId })
  return { version: version + 1 }
}

export async function listCars({ tx, by }: Reading, { campaignId, state, after, limit }: { campaignId: string; state: CarState | 'all'; after?: string | undefined; limit: number }): Promise<AnswerOf<typeof carsRoute>> {
  found(await data.findCampaign(tx, by.storeId, campaignId), 'campaign')
  const rows = await data.listCars(tx, by.storeId, campaignId, { state, after: after ?? null, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  return { rows: shown.map((row) => ({ ...row, closedAt: row.closedAt?.toISOString() ?? null })), next: rows.length > limit ? shown.at(-1)?.vin ?? null : null }
}

/** By hand, as the maker's letter lists them; a car of another house may be on it too. */
export async function addCars(deed: Deed, { campaignId, vins: typed }: { readonly campaignId: string; readonly vins: readonly string[] }): Promise<{ added: number; known: number }> {
  const { tx, by, now } = deed
  const campaign = found(await data.lockCampaign(tx, by.storeId, campaignId), 'campaign')
  const vins = [...new Set(typed.map(normalVin))]
  const wrong = vins.filter((vin) => whyNotVin(vin) !== null)
  refuseIf(wrong.length === 0 ? null : new Refusal('campaigns.not-vins', { vins: wrong.slice(0, 3), count: wrong.length }))
  const added = await data.insertCars(tx, by.storeId, vins.map((vin) => ({ campaignId, vin })), now)
  deed.record({ subject: 'campaign', subjectId: campaignId, after: { code: campaign.code, vins, added } })
  deed.announce({ event: 'campaign.cars-added', subjectId: campaignId })
  return { added, known: vins.length - added }
}

export type MarkWish = { readonly campaignId: string; readonly vin: string; readonly version: number; readonly mark: Mark; readonly reason: string }

export async function markCar(deed: Deed, { campaignId, vin: typed, version, mark, reason }: MarkWish): Promise<{ version: number }> {
  const { tx, by } = deed
  found(await data.lockCampaign(tx, by.storeId, campaignId), 'campaign')
  const car = found(await data.findCar(tx, by.storeId, campaignId, normalVin(typed)), 'car')
  refuseStale(car.version, version)
  refuseIf(whyNotMark({ state: car.state, mark, reason }))
  await data.updateMark(tx, by.storeId, { campaignId, vin: car.vin, mark, reason })
  deed.record({ subject: 'campaign', subjectId: campaignId, before: { vin: car.vin, state: car.state }, after: { vin: car.vin, mark }, reason })
  deed.announce({ event: 'campaign.car-marked', subjectId: campaignId })
  return { version: version + 1 }
}

export async function seeCampaignsOfCar(reading: Reading, plate: string): Promise<AnswerOf<typeof ofCarRoute>> {
  const rows = await data.campaignsOfPlate(reading.tx, reading.by.storeId, normalPlate(plate))
  return { rows: rows.map((row) => ({ ...row, inForce: isInForce(row, todayOf(reading)), closedAt: row.closedAt?.toISOString() ?? null })) }
}

const lineOf = (one: CampaignWork): LineWish =>
  (one.kind === 'labour' ? { kind: 'labour', operationId: one.operationId, payer: 'warranty' } : { kind: 'part', partId: one.partId, payer: 'warranty', quantityThousandths: one.quantityThousandths })

/** The maker pays: its lines go on the estimate as warranty, in the same deed as the note that they belong to the campaign. */
export async function takeUp(deed: Deed, { campaignId, orderId, version }: { readonly campaignId: string; readonly orderId: string; readonly version: number }): Promise<AnswerOf<typeof takeUpRoute>> {
  const { tx, by, now } = deed
  const campaign = found(await data.lockCampaign(tx, by.storeId, campaignId), 'campaign')
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const car = (await data.carOfPlate(tx, by.storeId, campaignId, order.plate)) ?? refuse(new Refusal('campaigns.not-on-the-list'))
  refuseIf(whyNotTakeUp({ ...campaign, state: car.state, today: todayOf(deed) }))
  const { lineIds, ...edited } = await addLines(deed, { orderId, version, lines: campaign.work.map(lineOf) })
  await data.insertTakenUp(tx, by.storeId, { id: deed.newId(), campaignId, orderId, vin: car.vin, lineIds, at: now, personId: by.personId, personName: by.name })
  deed.record({ subject: 'campaign', subjectId: campaignId, after: { code: campaign.code, vin: car.vin, orderNumber: order.number, lineIds } })
  deed.announce({ event: 'campaign.taken-up', subjectId: campaignId })
  return { version: edited.version, totalFen: edited.totalFen }
}

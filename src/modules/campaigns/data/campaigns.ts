import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { CampaignKind, CampaignWork, CarState, Mark } from '../domain/campaign.ts'

export type CampaignData = {
  id: string; code: string; kind: CampaignKind; titleZh: string; titleEn: string; fromDay: string; untilDay: string | null; work: readonly CampaignWork[]; openedByName: string; version: number
}
export type CountedCampaign = CampaignData & { cars: number; open: number; inWork: number; done: number; withdrawn: number }

const columns = sql`k.id, k.code, k.kind, k.title_zh, k.title_en, k.from_day, k.until_day, k.work, k.opened_by_name, k.version`

/** Newest first, each with the cars on its list: done here or elsewhere counts as done. */
export const listCampaigns = (tx: Tx, storeId: string, after: string | null, limit: number) => tx.all<CountedCampaign>`
  select ${columns}, coalesce(c.cars, 0) as cars, coalesce(c.open, 0) as open, coalesce(c.in_work, 0) as in_work, coalesce(c.done, 0) as done, coalesce(c.withdrawn, 0) as withdrawn
  from campaigns.campaign k
  left join lateral (
    select count(*) as cars, count(*) filter (where c.state = 'open') as open, count(*) filter (where c.state = 'in-work') as in_work,
      count(*) filter (where c.state in ('done', 'elsewhere')) as done, count(*) filter (where c.state = 'withdrawn') as withdrawn
    from campaigns.v_car c where c.store_id = k.store_id and c.campaign_id = k.id
  ) c on true
  where k.store_id = ${storeId} ${after === null ? empty : sql`and k.id < ${after}`} order by k.id desc limit ${limit}`

export const findCampaign = (tx: Tx, storeId: string, campaignId: string) => tx.maybe<CampaignData>`select ${columns} from campaigns.campaign k where k.store_id = ${storeId} and k.id = ${campaignId}`

/** Locked until the deed ends: of two who take it up for the same car one comes second. */
export const lockCampaign = (tx: Tx, storeId: string, campaignId: string) => tx.maybe<CampaignData>`
  select ${columns} from campaigns.campaign k where k.store_id = ${storeId} and k.id = ${campaignId} for update`

/** Answers 0 when the code is taken. */
export const insertCampaign = (tx: Tx, storeId: string, c: Omit<CampaignData, 'version'> & { openedAt: Date }) => tx.run`
  insert into campaigns.campaign (store_id, id, code, kind, title_zh, title_en, from_day, until_day, work, opened_at, opened_by_name)
  values (${storeId}, ${c.id}, ${c.code}, ${c.kind}, ${c.titleZh}, ${c.titleEn}, ${c.fromDay}, ${c.untilDay}, ${JSON.stringify(c.work)}::jsonb, ${c.openedAt}, ${c.openedByName}) on conflict do nothing`

export const updateCampaign = (tx: Tx, storeId: string, c: Pick<CampaignData, 'id' | 'titleZh' | 'titleEn' | 'fromDay' | 'untilDay' | 'work'>) => tx.run`
  update campaigns.campaign set title_zh = ${c.titleZh}, title_en = ${c.titleEn}, from_day = ${c.fromDay}, until_day = ${c.untilDay}, work = ${JSON.stringify(c.work)}::jsonb, version = version + 1
  where store_id = ${storeId} and id = ${c.id}`

export type CarData = { vin: string; plate: string | null; modelName: string | null; state: CarState; reason: string; orderId: string | null; orderNumber: string | null; closedAt: Date | null; version: number }

export const listCars = (tx: Tx, storeId: string, campaignId: string, { state, after, limit }: { state: CarState | 'all'; after: string | null; limit: number }) => tx.all<CarData>`
  select c.vin, v.plate, v.model_name, c.state, c.reason, c.order_id, c.order_number, c.closed_at, c.version
  from campaigns.v_car c left join vehicles.v_vin v on v.store_id = c.store_id and v.vin = c.vin
  where c.store_id = ${storeId} and c.campaign_id = ${campaignId} ${state === 'all' ? empty : sql`and c.state = ${state}`} ${after === null ? empty : sql`and c.vin > ${after}`}
  order by c.vin limit ${limit}`

export const findCar = (tx: Tx, storeId: string, campaignId: string, vin: string) => tx.maybe<{ vin: string; state: CarState; version: number }>`
  select vin, state, version from campaigns.v_car where store_id = ${storeId} and campaign_id = ${campaignId} and vin = ${vin}`

/** The car that has this plate now, on the list of a campaign. */
export const carOfPlate = (tx: Tx, storeId: string, campaignId: string, plate: string) => tx.maybe<{ vin: string; state: CarState }>`
  select c.vin, c.state from campaigns.v_car c join vehicles.v_vin v on v.store_id = c.store_id and v.vin = c.vin
  where c.store_id = ${storeId} and c.campaign_id = ${campaignId} and v.plate = ${plate}`

/** Those already on the list stay as they are; answers how many are new. */
export const insertCars = (tx: Tx, storeId: string, rows: readonly { campaignId: string; vin: string }[], at: Date) => tx.run`
  insert into campaigns.car (store_id, campaign_id, vin, listed_at)
  select ${storeId}, campaign_id, vin, ${at} from unnest(${rows.map((row) => row.campaignId)}::uuid[], ${rows.map((row) => row.vin)}::text[]) as t(campaign_id, vin) on conflict do nothing`

export const updateMark = (tx: Tx, storeId: string, m: { campaignId: string; vin: string; mark: Mark; reason: string }) => tx.run`
  update campaigns.car set mark = ${m.mark}, reason = ${m.reason}, version = version + 1 where store_id = ${storeId} and campaign_id = ${m.campaignId} and vin = ${m.vin}`

export type CampaignOfCarData = Pick<CampaignData, 'id' | 'code' | 'kind' | 'titleZh' | 'titleEn' | 'fromDay' | 'untilDay'> & Pick<CarData, 'state' | 'orderId' | 'orderNumber' | 'closedAt'>

/** Of the car that has this plate now: what is still to be done first, recalls before service actions. */
export const campaignsOfPlate = (tx: Tx, storeId: string, plate: string) => tx.all<CampaignOfCarData>`
  select k.id, k.code, k.kind, k.title_zh, k.title_en, k.from_day, k.until_day, c.state, c.order_id, c.order_number, c.closed_at
  from vehicles.v_vin v join campaigns.v_car c on c.store_id = v.store_id and c.vin = v.vin join campaigns.campaign k on k.store_id = c.store_id and k.id = c.campaign_id
  where v.store_id = ${storeId} and v.plate = ${plate} order by (c.state = 'open') desc, k.kind, k.id desc limit 50`

export const insertTakenUp = (tx: Tx, storeId: string, t: { id: string; campaignId: string; orderId: string; vin: string; lineIds: readonly string[]; at: Date; personId: string; personName: string }) => tx.run`
  insert into campaigns.taken_up (store_id, id, campaign_id, order_id, vin, line_ids, at, person_id, person_name)
  values (${storeId}, ${t.id}, ${t.campaignId}, ${t.orderId}, ${t.vin}, ${t.lineIds}::uuid[], ${t.at}, ${t.personId}, ${t.personName})`

/** For an import: campaigns by their codes, and which of their cars are listed already. */
export const campaignsByCode = (tx: Tx, storeId: string, codes: readonly string[]) => tx.all<{ id: string; code: string }>`
  select id, code from campaigns.campaign where store_id = ${storeId} and code = any(${codes}::text[])`
export const listedOf = (tx: Tx, storeId: string, campaignIds: readonly string[], vins: readonly string[]) => tx.all<{ campaignId: string; vin: string }>`
  select campaign_id, vin from campaigns.car where store_id = ${storeId} and vin = any(${vins}::text[]) and campaign_id = any(${campaignIds}::uuid[])`

import type { Tx } from '../../../platform/database.ts'
import type { CampaignKind, CampaignWork } from '../domain/campaign.ts'

export type FilledCampaign = { readonly id: string; readonly code: string; readonly kind: CampaignKind; readonly titleZh: string; readonly titleEn: string; readonly work: readonly CampaignWork[]; /** One car of so many is concerned. */ readonly oneOf: number }

/** A written history (the demo store): the maker's campaigns with their cars; every fourth was done in another house. */
export const fillCampaigns = (tx: Tx, storeId: string, campaigns: readonly FilledCampaign[], { now, byName }: { now: Date; byName: string }) => tx.run`
  with wanted as (
    select * from jsonb_to_recordset(${JSON.stringify(campaigns)}::jsonb) as w(id uuid, code text, kind text, "titleZh" text, "titleEn" text, work jsonb, "oneOf" integer)
  ), opened as (
    insert into campaigns.campaign (store_id, id, code, kind, title_zh, title_en, from_day, work, opened_at, opened_by_name)
    select ${storeId}, id, code, kind, "titleZh", "titleEn", (${now}::timestamptz - interval '40 days')::date, work, ${now}::timestamptz - interval '40 days', ${byName} from wanted
  )
  insert into campaigns.car (store_id, campaign_id, vin, listed_at, mark, reason)
  select ${storeId}, w.id, v.vin, ${now}::timestamptz - interval '40 days', case when abs(hashtext(v.vin)) % (w."oneOf" * 4) = 0 then 'elsewhere' else 'listed' end,
    case when abs(hashtext(v.vin)) % (w."oneOf" * 4) = 0 then '厂家通知：他店已完成' else '' end
  from wanted w join vehicles.v_vin v on v.store_id = ${storeId} and v.vin is not null and abs(hashtext(v.vin)) % w."oneOf" = 0`

import { Refusal } from '../../../kernel/refusal.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { countOf, refusedLine, type ImportOutcome } from '../../../platform/import-outcome.ts'
import * as data from '../data/campaigns.ts'

/** The VIN is normal already. */
export type ImportedCampaignCar = { readonly line: number; readonly campaign: string; readonly vin: string }

export const judgeCampaignCars = async (reading: Reading, rows: readonly ImportedCampaignCar[]): Promise<ImportOutcome[]> => (await plan(reading, rows)).outcomes

/** The maker's list of cars; whoever is on it already stays as he is. Announces campaign.cars-added. */
export async function importCampaignCars(deed: Deed, rows: readonly ImportedCampaignCar[], importId: string): Promise<ImportOutcome[]> {
  const { outcomes, added } = await plan(deed, rows)
  if (added.length > 0) await data.insertCars(deed.tx, deed.by.storeId, added, deed.now)
  const facts = { added: countOf(outcomes, 'new') }
  deed.record({ subject: 'campaign-import', subjectId: importId, after: facts })
  deed.announce({ event: 'campaign.cars-added', subjectId: importId, facts })
  return outcomes
}

async function plan({ tx, by }: Reading, rows: readonly ImportedCampaignCar[]): Promise<{ outcomes: ImportOutcome[]; added: { campaignId: string; vin: string }[] }> {
  const campaigns = new Map((await data.campaignsByCode(tx, by.storeId, rows.map(({ campaign }) => campaign))).map(({ code, id }) => [code, id]))
  const listed = new Set((await data.listedOf(tx, by.storeId, [...campaigns.values()], rows.map(({ vin }) => vin))).map(({ campaignId, vin }) => `${campaignId} ${vin}`))
  const added: { campaignId: string; vin: string }[] = []
  const outcomes = rows.map(({ line, campaign, vin }): ImportOutcome => {
    const campaignId = campaigns.get(campaign)
    if (campaignId === undefined) return refusedLine(line, 'campaign', new Refusal('campaigns.unknown-code', { code: campaign }))
    if (listed.has(`${campaignId} ${vin}`)) return { line, result: 'unchanged' }
    added.push({ campaignId, vin })
    return { line, result: 'new' }
  })
  return { outcomes, added }
}

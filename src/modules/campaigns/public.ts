/** What other modules' server code may call. Announces: campaign.opened, .changed, .cars-added, .car-marked, .taken-up. */
/** An import judges and writes many lines at once. */
export { importCampaignCars, judgeCampaignCars } from './actions/import-cars.ts'
/** Written histories (the demo store). */
export { fillCampaigns, type FilledCampaign } from './data/fill-campaigns.ts'
export { campaignsPersonal } from './data/personal.ts'

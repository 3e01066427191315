import { bindDeed, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as campaigns from '../actions/campaigns.ts'
import * as contract from '../contract.ts'

export const campaignBindings: readonly Binding[] = [
  bindReading(contract.listCampaigns, (reading, { query }) => campaigns.listCampaigns(reading, query)),
  bindReading(contract.seeCampaignsOfCar, (reading, { query }) => campaigns.seeCampaignsOfCar(reading, query.plate)),
  bindReading(contract.listCars, (reading, { query }) => campaigns.listCars(reading, query)),
  bindDeed(contract.openCampaign, (deed, { body }) => campaigns.openCampaign(deed, body)),
  bindDeed(contract.changeCampaign, (deed, { params, body }) => campaigns.changeCampaign(deed, { ...params, ...body })),
  bindDeed(contract.addCars, (deed, { params, body }) => campaigns.addCars(deed, { ...params, ...body })),
  bindDeed(contract.markCar, (deed, { params, body }) => campaigns.markCar(deed, { ...params, ...body })),
  bindDeed(contract.takeUp, (deed, { params, body }) => campaigns.takeUp(deed, { ...params, ...body })),
]

import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const campaignExamples = examplesOf(contract, {
  listCampaigns: { query: { limit: 20 } },
  seeCampaignsOfCar: { query: { plate: '沪A·D90001' } },
})

import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const courtesyCarExamples = examplesOf(contract, {
  addCourtesyCar: { body: { plate: '沪A·D90077', modelName: '云岭 X3', insuredUntil: '2099-12-31', km: 1_200, fuelEighths: 6 } },
  listLoans: { query: { group: 'open', limit: 20 } },
  offerCourtesyCars: { query: { fromAt: '2099-01-05T01:00:00Z', untilAt: '2099-01-05T09:00:00Z' } },
})

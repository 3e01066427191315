import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const searchExamples = examplesOf(contract, {
  findEverywhere: { query: { find: '机油' } },
})

import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const assuranceExamples = examplesOf(contract, {
})

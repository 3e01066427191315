import { bindReading, type Binding } from '../../../platform/http/binding.ts'
import { findEverywhere } from '../actions/find-everywhere.ts'
import * as contract from '../contract.ts'

export const searchBindings: readonly Binding[] = [bindReading(contract.findEverywhere, findEverywhere)]

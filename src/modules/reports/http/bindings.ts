import { bindReading, type Binding } from '../../../platform/http/binding.ts'
import { listBehind } from '../actions/read-behind.ts'
import { readFigures } from '../actions/read-figures.ts'
import * as contract from '../contract.ts'

export const reportBindings: readonly Binding[] = [
  bindReading(contract.seeFigures, (reading, { query }) => readFigures(reading, query)),
  bindReading(contract.listBehind, (reading, { query }) => listBehind(reading, query)),
]

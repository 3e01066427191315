import { bindDeed, bindFile, bindReading, type Binding } from '../../../platform/http/binding.ts'
import { issueDaily, readDaily } from '../actions/daily.ts'
import * as files from '../actions/make-files.ts'
import { listBehind } from '../actions/read-behind.ts'
import { readFigures } from '../actions/read-figures.ts'
import { listDiscounts, readDiscounts, readMargin } from '../actions/read-margin.ts'
import { setTarget } from '../actions/set-target.ts'
import * as contract from '../contract.ts'

export const reportBindings: readonly Binding[] = [
  bindReading(contract.seeFigures, (reading, { query }) => readFigures(reading, query)),
  bindDeed(contract.setTarget, (deed, { params, body }) => setTarget(deed, { ...params, ...body })),
  bindReading(contract.listBehind, (reading, { query }) => listBehind(reading, query)),
  bindReading(contract.seeMargin, (reading, { query }) => readMargin(reading, query)),
  bindReading(contract.seeDiscounts, (reading, { query }) => readDiscounts(reading, query)),
  bindReading(contract.listDiscounts, (reading, { query }) => listDiscounts(reading, query)),
  bindReading(contract.seeDaily, (reading, { query }) => readDaily(reading, query)),
  bindDeed(contract.issueDaily, (deed, { body }) => issueDaily(deed, body)),
  bindFile(contract.figuresFile, (reading, { query }) => files.figuresFile(reading, query)),
  bindFile(contract.dailyFile, (reading, { query }) => files.dailyFile(reading, query)),
  bindFile(contract.marginFile, (reading, { query }) => files.marginFile(reading, query)),
  bindFile(contract.discountsFile, (reading, { query }) => files.discountsFile(reading, query)),
]

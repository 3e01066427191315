import { bindDeed, bindDocument, bindFile, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as differences from '../actions/differences.ts'
import * as enter from '../actions/enter.ts'
import * as papers from '../actions/papers.ts'
import * as plan from '../actions/plan.ts'
import * as read from '../actions/read-counts.ts'
import * as settings from '../actions/settings.ts'
import * as contract from '../contract.ts'

export const countBindings: readonly Binding[] = [
  bindReading(contract.listCounts, read.listCounts),
  bindReading(contract.seeAccuracy, read.seeAccuracy),
  bindReading(contract.proposeCount, plan.proposeCount),
  bindReading(contract.seeSettings, ({ tx, by }) => settings.settingsOf(tx, by.storeId)),
  bindDeed(contract.keepSettings, (deed, { body }) => settings.keepSettings(deed, body)),
  bindReading(contract.listCounters, plan.listCounters),
  bindDeed(contract.planCount, (deed, { body }) => plan.planCount(deed, body)),
  bindDeed(contract.planRolling, (deed, { body }) => plan.planRolling(deed, body)),
  bindReading(contract.seeCount, (reading, { params }) => read.seeCount(reading, params.countId)),
  bindReading(contract.listLines, read.listLines),
  bindDeed(contract.agreeCount, (deed, { params, body }) => plan.agreeCount(deed, { ...params, ...body })),
  bindDeed(contract.readBriefing, (deed, { params }) => plan.readBriefing(deed, params)),
  bindDeed(contract.prepareCount, (deed, { params, body }) => plan.prepareCount(deed, { ...params, ...body })),
  bindDeed(contract.startCount, (deed, { params, body }) => plan.startCount(deed, { ...params, ...body })),
  bindReading(contract.listBins, (reading, { params }) => enter.listBins(reading, params.countId)),
  bindReading(contract.seeBin, (reading, { params }) => enter.seeBin(reading, params)),
  bindReading(contract.readCode, (reading, { params, query }) => enter.readCode(reading, { ...params, ...query })),
  bindDeed(contract.enterCount, (deed, { params, body }) => enter.enterCount(deed, { ...params, ...body })),
  bindDeed(contract.enterEmpty, (deed, { params }) => enter.enterEmpty(deed, params)),
  bindDeed(contract.finishCounting, (deed, { params, body }) => differences.finishCounting(deed, { ...params, ...body })),
  bindDeed(contract.explainLine, (deed, { params, body }) => differences.explainLine(deed, { ...params, ...body })),
  bindDeed(contract.countAgain, (deed, { params, body }) => differences.countAgain(deed, { ...params, ...body })),
  bindDeed(contract.submitCount, (deed, { params, body }) => differences.submitCount(deed, { ...params, ...body })),
  bindDeed(contract.adjustCount, (deed, { params, body }) => differences.adjustCount(deed, { ...params, ...body })),
  bindDeed(contract.closeCount, (deed, { params, body }) => differences.closeCount(deed, { ...params, ...body })),
  bindDeed(contract.cancelCount, (deed, { params, body }) => differences.cancelCount(deed, { ...params, ...body })),
  bindDeed(contract.reverseCount, (deed, { params, body }) => differences.reverseCount(deed, { ...params, ...body })),
  bindDocument(contract.printCountSheet, (reading, { params, query }) => papers.printCountSheet(reading, params.countId, query.language)),
  bindFile(contract.differencesFile, (reading, { params, query }) => papers.differencesFile(reading, { ...params, ...query })),
]

import { bindDeed, bindDocument, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as arrange from '../actions/arrange.ts'
import { moveParts, takeBackMove } from '../actions/move-parts.ts'
import { printLabels } from '../actions/print-labels.ts'
import * as read from '../actions/read-bins.ts'
import * as contract from '../contract.ts'

export const binBindings: readonly Binding[] = [
  bindReading(contract.seeMap, read.seeMap),
  bindReading(contract.seeBin, (reading, { params }) => read.seeBin(reading, params.placeId)),
  bindReading(contract.adviseForPart, (reading, { params }) => read.adviseForPart(reading, params.partId)),
  bindReading(contract.readCode, (reading, { params }) => read.readCode(reading, params.code)),
  bindDeed(contract.moveParts, (deed, { body }) => moveParts(deed, body)),
  bindDeed(contract.takeBackMove, (deed, { params, body }) => takeBackMove(deed, { ...params, ...body })),
  bindReading(contract.listMoves, (reading, { query }) => read.listMoves(reading, query)),
  bindDeed(contract.setZone, (deed, { params, body }) => arrange.setZone(deed, { ...params, ...body })),
  bindDeed(contract.setRule, (deed, { body }) => arrange.setRule(deed, body)),
  bindDeed(contract.setClass, (deed, { params, body }) => arrange.setClass(deed, { ...params, ...body })),
  bindDeed(contract.changeState, (deed, { params, body }) => arrange.changeState(deed, { ...params, ...body })),
  bindReading(contract.listWaiting, read.listWaiting),
  bindDocument(contract.printLabels, (reading, { query }) => printLabels(reading, query)),
]

import { bindDeed, bindDocument, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as pick from '../actions/pick.ts'
import { printPickingList } from '../actions/print-picking.ts'
import { printReturns } from '../actions/print-returns.ts'
import * as rule from '../actions/rule.ts'
import * as contract from '../contract.ts'

export const pickingBindings: readonly Binding[] = [
  bindReading(contract.listToPick, pick.listToPick),
  bindReading(contract.seeScanRule, rule.seeRule),
  bindDeed(contract.keepScanRule, (deed, { body }) => rule.keepRule(deed, body)),
  bindReading(contract.listUnscanned, rule.listUnscanned),
  bindReading(contract.seePicking, (reading, { params }) => pick.seePicking(reading, params.orderId)),
  bindDeed(contract.issueParts, (deed, { params, body }) => pick.issueParts(deed, { ...params, ...body })),
  bindDeed(contract.takeBackParts, (deed, { params, body }) => pick.takeBackParts(deed, { ...params, ...body })),
  bindDocument(contract.printReturns, (reading, { params, query }) => printReturns(reading, params.orderId, query.language)),
  bindDocument(contract.printPickingList, (reading, { params, query }) => printPickingList(reading, params.orderId, query.language)),
]

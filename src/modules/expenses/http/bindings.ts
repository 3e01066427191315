import { bindDeed, bindDocument, bindFile, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as claims from '../actions/claims.ts'
import * as ious from '../actions/ious.ts'
import { printIou } from '../actions/papers.ts'
import * as read from '../actions/read-claims.ts'
import * as rule from '../actions/rule.ts'
import * as contract from '../contract.ts'

export const expenseBindings: readonly Binding[] = [
  bindReading(contract.listClaims, read.listClaims),
  bindFile(contract.claimsFile, (reading, { query }) => read.claimsFile(reading, query)),
  bindReading(contract.seeRule, rule.seeRule),
  bindDeed(contract.keepRule, (deed, { body }) => rule.keepRule(deed, body)),
  bindReading(contract.seeClaim, (reading, { params }) => read.seeClaim(reading, params.claimId)),
  bindDeed(contract.claimExpense, (deed, { body }) => claims.claimExpense(deed, body)),
  bindDeed(contract.claimAgain, (deed, { params, body }) => claims.claimAgain(deed, { ...params, ...body })),
  bindDeed(contract.withdrawClaim, (deed, { params, body }) => claims.withdrawClaim(deed, { ...params, ...body })),
  bindDeed(contract.settleClaim, (deed, { params, body }) => claims.settleClaim(deed, { ...params, ...body })),
  bindDeed(contract.reverseClaim, (deed, { params, body }) => claims.reverseClaim(deed, { ...params, ...body })),
  bindReading(contract.listIous, ious.listIous),
  bindDocument(contract.printIou, (reading, { params, query }) => printIou(reading, params.iouId, query.language)),
  bindReading(contract.listPeople, rule.listPeople),
  bindReading(contract.listShipments, ious.listShipments),
  bindDeed(contract.drawIou, (deed, { body }) => ious.drawIou(deed, body)),
  bindDeed(contract.returnIou, (deed, { params, body }) => ious.returnIou(deed, { ...params, ...body })),
]

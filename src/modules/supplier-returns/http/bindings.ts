import { bindDeed, bindDocument, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as claims from '../actions/claims.ts'
import * as papers from '../actions/papers.ts'
import * as read from '../actions/read-returns.ts'
import * as returns from '../actions/returns.ts'
import * as contract from '../contract.ts'

export const supplierReturnBindings: readonly Binding[] = [
  bindReading(contract.listReturns, read.listReturns),
  bindReading(contract.seeAges, read.seeAges),
  bindReading(contract.seeReturn, (reading, { params }) => read.seeReturn(reading, params.returnId)),
  bindDeed(contract.askReturn, (deed, { body }) => returns.askReturn(deed, body)),
  bindDeed(contract.agreeReturn, (deed, { params, body }) => returns.agreeReturn(deed, { ...params, ...body })),
  bindDeed(contract.sendReturn, (deed, { params, body }) => returns.sendReturn(deed, { ...params, ...body })),
  bindDeed(contract.takeSlip, (deed, { params, body }) => returns.takeSlip(deed, { ...params, ...body })),
  bindDeed(contract.confirmArrival, (deed, { params, body }) => returns.confirmArrival(deed, { ...params, ...body })),
  bindDeed(contract.withdrawReturn, (deed, { params, body }) => returns.withdrawReturn(deed, { ...params, ...body })),
  bindDeed(contract.reverseReturn, (deed, { params, body }) => returns.reverseReturn(deed, { ...params, ...body })),
  bindDocument(contract.printReturn, (reading, { params, query }) => papers.printReturn(reading, params.returnId, query.language)),
  bindReading(contract.listClaims, read.listClaims),
  bindReading(contract.seeClaimFigures, read.seeClaimFigures),
  bindReading(contract.seeClaim, (reading, { params }) => read.seeClaim(reading, params.claimId)),
  bindDeed(contract.openClaim, (deed, { body }) => claims.openClaim(deed, body)),
  bindDeed(contract.answerClaim, (deed, { params, body }) => claims.answerClaim(deed, { ...params, ...body })),
  bindDeed(contract.closeClaim, (deed, { params, body }) => claims.closeClaim(deed, { ...params, ...body })),
  bindDeed(contract.reopenClaim, (deed, { params, body }) => claims.reopenClaim(deed, { ...params, ...body })),
  bindDeed(contract.withdrawClaim, (deed, { params, body }) => claims.withdrawClaim(deed, { ...params, ...body })),
]

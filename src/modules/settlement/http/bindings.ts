import { bindDeed, bindDocument, bindFile, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as asked from '../actions/asked.ts'
import * as terms from '../actions/claim-terms.ts'
import * as credit from '../actions/credit.ts'
import { deliverCar } from '../actions/deliver-car.ts'
import * as deposits from '../actions/deposits.ts'
import * as pay from '../actions/payments.ts'
import { printReminder, printStatement } from '../actions/print-papers.ts'
import * as read from '../actions/read-statements.ts'
import * as receivables from '../actions/receivables.ts'
import { reverseStatement, settleOrder } from '../actions/settle-order.ts'
import { reallocateClaim } from '../actions/reallocate.ts'
import * as tills from '../actions/tills.ts'
import { tillsFile } from '../actions/tills-file.ts'
import * as contract from '../contract.ts'

export const settlementBindings: readonly Binding[] = [
  bindReading(contract.listStatements, read.listStatements),
  bindReading(contract.seeStatement, (reading, { params }) => read.seeStatement(reading, params.statementId)),
  bindReading(contract.seeSettlement, (reading, { params }) => read.seeSettlement(reading, params.orderId)),
  bindDeed(contract.askRefund, (deed, { params, body }) => asked.askRefund(deed, { ...params, ...body })),
  bindDeed(contract.askReversal, (deed, { params, body }) => asked.askReversal(deed, { ...params, ...body })),
  bindDeed(contract.askAllowance, (deed, { params, body }) => asked.askAllowance(deed, { ...params, ...body })),
  bindDeed(contract.askCredit, (deed, { params, body }) => asked.askCredit(deed, { ...params, ...body })),
  bindDeed(contract.grantCredit, (deed, { params, body }) => credit.grantCredit(deed, { ...params, ...body })),
  bindReading(contract.listCreditAccounts, credit.listCreditAccounts),
  bindReading(contract.seeCreditAccount, (reading, { params }) => credit.seeCreditAccount(reading, params.customerId)),
  bindDeed(contract.setCreditAccount, (deed, { params, body }) => credit.setCreditAccount(deed, { ...params, ...body })),
  bindReading(contract.listReceivables, receivables.listReceivables),
  bindReading(contract.seeReceivable, (reading, { params }) => receivables.seeReceivable(reading, params.receivableId)),
  bindDeed(contract.collectReceivable, (deed, { params, body }) => receivables.collectReceivable(deed, { ...params, ...body })),
  bindReading(contract.listDeposits, deposits.listDeposits),
  bindReading(contract.seeDeposit, (reading, { params }) => deposits.seeDeposit(reading, params.orderId)),
  bindDeed(contract.takeDeposit, (deed, { params, body }) => deposits.takeDeposit(deed, { ...params, ...body })),
  bindReading(contract.seeTill, tills.seeTill),
  bindReading(contract.listTills, tills.listTills),
  bindReading(contract.seeClosing, (reading, { params }) => tills.seeClosing(reading, params.day)),
  bindReading(contract.listTillEntries, (reading, { params, query }) => tills.listEntries(reading, params.day, { query })),
  bindFile(contract.tillsFile, (reading, { query }) => tillsFile(reading, query)),
  bindDeed(contract.settleOrder, (deed, { params, body }) => settleOrder(deed, { ...params, ...body })),
  bindDeed(contract.reverseStatement, (deed, { params, body }) => reverseStatement(deed, { ...params, ...body })),
  bindDeed(contract.takePayment, (deed, { params, body }) => pay.takePayment(deed, { ...params, ...body })),
  bindDeed(contract.refundPayment, (deed, { params, body }) => pay.refundPayment(deed, { ...params, ...body })),
  bindDeed(contract.openTill, (deed, { body }) => tills.openTill(deed, body)),
  bindDeed(contract.closeTill, (deed, { body }) => tills.closeTill(deed, body)),
  bindDeed(contract.keepFeeRate, (deed, { params, body }) => tills.keepRate(deed, { ...params, ...body })),
  bindReading(contract.seeClaimTerms, (reading) => terms.seeClaimTerms(reading)),
  bindDeed(contract.keepClaimTerm, (deed, { params, body }) => terms.keepClaimTerm(deed, { ...params, ...body })),
  bindDeed(contract.deliverCar, (deed, { params, body }) => deliverCar(deed, { ...params, ...body })),
  bindDeed(contract.reallocateClaim, (deed, { params, body }) => reallocateClaim(deed, { ...params, ...body })),
  bindDocument(contract.printStatement, (reading, { params, query }) => printStatement(reading, params.statementId, query.language)),
  bindDocument(contract.printReminder, (reading, { params, query }) => printReminder(reading, params.orderId, query.language)),
]

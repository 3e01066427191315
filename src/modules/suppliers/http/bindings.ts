import { bindDeed, bindDocument, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as inquiries from '../actions/inquiries.ts'
import * as papers from '../actions/papers.ts'
import * as payments from '../actions/payments.ts'
import * as read from '../actions/read-statements.ts'
import * as statements from '../actions/statements.ts'
import * as contract from '../contract.ts'

export const supplierBindings: readonly Binding[] = [
  bindReading(contract.listStatements, read.listStatements),
  bindReading(contract.seeStatement, (reading, { params }) => read.seeStatement(reading, params.statementId)),
  bindDeed(contract.beginStatement, (deed, { body }) => statements.beginStatement(deed, body)),
  bindDeed(contract.enterLines, (deed, { params, body }) => statements.enterLines(deed, { ...params, ...body })),
  bindDeed(contract.removeLine, (deed, { params, body }) => statements.removeLine(deed, { ...params, ...body })),
  bindDeed(contract.matchAgain, (deed, { params, body }) => statements.matchAgain(deed, { ...params, ...body })),
  bindDeed(contract.takeUp, (deed, { params, body }) => statements.takeUp(deed, { ...params, ...body })),
  bindDeed(contract.settleLine, (deed, { params, body }) => statements.settleLine(deed, { ...params, ...body })),
  bindDeed(contract.closeStatement, (deed, { params, body }) => statements.closeStatement(deed, { ...params, ...body })),
  bindDeed(contract.reopenStatement, (deed, { params, body }) => statements.reopenStatement(deed, { ...params, ...body })),
  bindDeed(contract.discardStatement, (deed, { params, body }) => statements.discardStatement(deed, { ...params, ...body })),
  bindDeed(contract.requestPayment, (deed, { params, body }) => payments.requestPayment(deed, { ...params, ...body })),
  bindDocument(contract.printRequest, (reading, { params, query }) => papers.printRequest(reading, params.statementId, query.language)),
  bindDeed(contract.callOffPayment, (deed, { params, body }) => payments.callOffPayment(deed, { ...params, ...body })),
  bindDeed(contract.paySupplier, (deed, { params, body }) => payments.paySupplier(deed, { ...params, ...body })),
  bindDeed(contract.takeBackPayment, (deed, { params, body }) => payments.takeBackPayment(deed, { ...params, ...body })),
  bindReading(contract.listInquiries, inquiries.listInquiries),
  bindReading(contract.seeInquiry, (reading, { params }) => inquiries.seeInquiry(reading, params.inquiryId)),
  bindDeed(contract.askInquiry, (deed, { body }) => inquiries.askInquiry(deed, body)),
  bindDeed(contract.answerInquiry, (deed, { params, body }) => inquiries.answerInquiry(deed, { ...params, ...body })),
  bindDeed(contract.chooseQuotes, (deed, { params, body }) => inquiries.chooseQuotes(deed, { ...params, ...body })),
  bindDeed(contract.dropInquiry, (deed, { params, body }) => inquiries.dropInquiry(deed, { ...params, ...body })),
  bindReading(contract.listSourcePrices, inquiries.listSourcePrices),
]

import { bindDeed, bindDocument, bindFile, bindReading, type Binding } from '../../../platform/http/binding.ts'
import { faultsFile } from '../actions/faults-file.ts'
import { closeFault, reportFault } from '../actions/faults.ts'
import { printReceipt } from '../actions/papers.ts'
import * as read from '../actions/read-receipts.ts'
import * as receipts from '../actions/receipts.ts'
import * as contract from '../contract.ts'

export const receivingBindings: readonly Binding[] = [
  bindReading(contract.listReceipts, (reading, { query }) => read.listReceipts(reading, query)),
  bindReading(contract.listExpected, (reading) => read.listExpected(reading)),
  bindReading(contract.seeReceipt, (reading, { params }) => read.seeReceipt(reading, params.receiptId)),
  bindDeed(contract.beginReceipt, (deed, { body }) => receipts.beginReceipt(deed, body)),
  bindDeed(contract.countLine, (deed, { params, body }) => receipts.countLine(deed, { ...params, ...body })),
  bindDeed(contract.postReceipt, (deed, { params, body }) => receipts.postReceipt(deed, { ...params, ...body })),
  bindDocument(contract.printReceipt, (reading, { params, query }) => printReceipt(reading, params.receiptId, query.language)),
  bindDeed(contract.discardReceipt, (deed, { params, body }) => receipts.discardReceipt(deed, { ...params, ...body })),
  bindDeed(contract.reverseReceipt, (deed, { params, body }) => receipts.reverseReceipt(deed, { ...params, ...body })),
  bindDeed(contract.handOverPapers, (deed, { params, body }) => receipts.handOverPapers(deed, { ...params, ...body })),
  bindFile(contract.faultsFile, (reading, { query }) => faultsFile(reading, query)),
  bindReading(contract.listFaults, (reading, { query }) => read.listFaults(reading, query)),
  bindDeed(contract.reportFault, (deed, { params, body }) => reportFault(deed, { ...params, ...body })),
  bindDeed(contract.closeFault, (deed, { params, body }) => closeFault(deed, { ...params, ...body })),
]

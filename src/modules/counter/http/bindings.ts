import { bindDeed, bindDocument, bindFile, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as back from '../actions/bring-back.ts'
import * as money from '../actions/money.ts'
import * as open from '../actions/open-slip.ts'
import * as papers from '../actions/papers.ts'
import * as pick from '../actions/pick-slip.ts'
import * as prices from '../actions/price-requests.ts'
import * as read from '../actions/read-slips.ts'
import * as short from '../actions/short-lines.ts'
import * as writeOff from '../actions/write-off.ts'
import * as contract from '../contract.ts'

export const counterBindings: readonly Binding[] = [
  bindReading(contract.listSlips, read.listSlips),
  bindReading(contract.listConsultants, read.listConsultants),
  bindReading(contract.seeSlip, (reading, { params }) => read.seeSlip(reading, params.slipId)),
  bindReading(contract.seePrice, (reading, { params }) => open.seePrice(reading, params.partId)),
  bindDeed(contract.openSale, (deed, { body }) => open.openSale(deed, body)),
  bindDeed(contract.openSlip, (deed, { body }) => open.openSlip(deed, body)),
  bindDeed(contract.pickSlip, (deed, { params, body }) => pick.pickSlip(deed, { ...params, ...body })),
  bindDeed(contract.cancelSlip, (deed, { params, body }) => pick.cancelSlip(deed, { ...params, ...body })),
  bindDeed(contract.askPriceAgain, (deed, { params, body }) => prices.askPriceAgain(deed, { ...params, ...body })),
  bindDeed(contract.askForSlip, (deed, { params, body }) => short.askForSlip(deed, { ...params, ...body })),
  bindDeed(contract.loseSale, (deed, { params, body }) => short.loseSale(deed, { ...params, ...body })),
  bindDeed(contract.takeMoney, (deed, { params, body }) => money.takeMoney(deed, { ...params, ...body })),
  bindDeed(contract.takeDeposit, (deed, { params, body }) => money.takeDeposit(deed, { ...params, ...body })),
  bindDeed(contract.handOver, (deed, { params, body }) => money.handOver(deed, { ...params, ...body })),
  bindDeed(contract.handIn, (deed, { params, body }) => money.handIn(deed, { ...params, ...body })),
  bindDeed(contract.askWriteOff, (deed, { params, body }) => writeOff.askWriteOff(deed, { ...params, ...body })),
  bindDeed(contract.takeBackWriteOff, (deed, { params, body }) => writeOff.takeBackWriteOff(deed, { ...params, ...body })),
  bindDeed(contract.refundSlip, (deed, { params, body }) => money.refundSlip(deed, { ...params, ...body })),
  bindDeed(contract.bringBack, (deed, { params, body }) => back.bringBack(deed, { ...params, ...body })),
  bindDeed(contract.bookConsumed, (deed, { params, body }) => back.bookConsumed(deed, { ...params, ...body })),
  bindReading(contract.listLost, read.listLost),
  bindReading(contract.seeMonth, read.seeMonth),
  bindFile(contract.monthFile, (reading, { query }) => papers.monthFile(reading, query)),
  bindDocument(contract.printSlip, (reading, { params, query }) => papers.printSlip(reading, params.slipId, query.language)),
]

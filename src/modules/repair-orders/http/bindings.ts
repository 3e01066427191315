import { bindDeed, bindDocument, bindReading, type Binding } from '../../../platform/http/binding.ts'
import { askForPart } from '../actions/ask-for-part.ts'
import * as added from '../actions/added-work.ts'
import { authoriseWork } from '../actions/authorise-work.ts'
import { cancelOrder } from '../actions/cancel-order.ts'
import { greet, seeGreeted, seeGreeting, takeBackLounge, takeToLounge } from '../actions/greet.ts'
import { seeAddedOutlook, seeExpected, seeOutlook } from '../actions/outlook.ts'
import { printAuthorisation } from '../actions/print-authorisation.ts'
import { addPackage, seePackages } from '../actions/packages.ts'
import * as numbers from '../actions/part-numbers.ts'
import { printAddedWork } from '../actions/print-added-work.ts'
import { printReception } from '../actions/print-reception.ts'
import { printQuote } from '../actions/print-quote.ts'
import { arriveWithQuote, makeQuote } from '../actions/quote.ts'
import * as edit from '../actions/edit-lines.ts'
import { listOrders, seeOrder } from '../actions/read-orders.ts'
import { listVersions, showEstimate } from '../actions/versions.ts'
import { receiveCar } from '../actions/receive-car.ts'
import { registerArrival } from '../actions/register-arrival.ts'
import { passOn } from '../actions/pass-on.ts'
import { revealSender } from '../actions/reveal-sender.ts'
import * as contract from '../contract.ts'

export const repairOrderBindings: readonly Binding[] = [
  bindReading(contract.listOrders, listOrders),
  bindReading(contract.seeGreeted, seeGreeted),
  bindReading(contract.seeGreeting, (reading, { params }) => seeGreeting(reading, params.orderId)),
  bindDeed(contract.greet, (deed, { params }) => greet(deed, params.orderId)),
  bindDeed(contract.takeToLounge, (deed, { params }) => takeToLounge(deed, params.orderId)),
  bindDeed(contract.takeBackLounge, (deed, { params, body }) => takeBackLounge(deed, { ...params, ...body })),
  bindReading(contract.seeOrder, (reading, { params }) => seeOrder(reading, params.orderId)),
  bindDeed(contract.registerArrival, (deed, { body }) => registerArrival(deed, body)),
  bindDeed(contract.makeQuote, (deed, { body }) => makeQuote(deed, body)),
  bindDeed(contract.arriveWithQuote, (deed, { params, body }) => arriveWithQuote(deed, { ...params, ...body })),
  bindDocument(contract.printQuote, (reading, { params, query }) => printQuote(reading, params.orderId, query.language)),
  bindDeed(contract.revealSender, (deed, { params }) => revealSender(deed, params.orderId)),
  bindDeed(contract.passOn, (deed, { params, body }) => passOn(deed, { ...params, ...body })),
  bindDeed(contract.cancelOrder, (deed, { params, body }) => cancelOrder(deed, { ...params, ...body })),
  bindDeed(contract.receiveCar, (deed, { params, body }) => receiveCar(deed, { ...params, ...body })),
  bindDeed(contract.addLines, (deed, { params, body }) => edit.addLines(deed, { ...params, ...body })),
  bindReading(contract.seePackages, (reading, { params }) => seePackages(reading, params.orderId)),
  bindDeed(contract.addPackage, (deed, { params, body }) => addPackage(deed, { ...params, ...body })),
  bindDeed(contract.changeLine, (deed, { params, body }) => edit.changeLine(deed, { ...params, ...body })),
  bindDeed(contract.removeLine, (deed, { params, body }) => edit.removeLine(deed, { ...params, ...body })),
  bindDeed(contract.showEstimate, (deed, { params, body }) => showEstimate(deed, { ...params, ...body })),
  bindReading(contract.listVersions, (reading, { params }) => listVersions(reading, params.orderId)),
  bindDeed(contract.priceDiagnosis, (deed, { params, body }) => edit.priceDiagnosis(deed, { ...params, ...body })),
  bindDeed(contract.askNumber, (deed, { params, body }) => numbers.askNumber(deed, { ...params, ...body })),
  bindDeed(contract.confirmNumber, (deed, { params, body }) => numbers.confirmNumber(deed, { ...params, ...body })),
  bindReading(contract.listUnclear, numbers.listUnclear),
  bindDeed(contract.markSublet, (deed, { params, body }) => edit.markSublet(deed, { ...params, ...body })),
  bindDeed(contract.authoriseWork, (deed, { params, body }) => authoriseWork(deed, { ...params, ...body })),
  bindReading(contract.seeExpected, (reading, { params }) => seeExpected(reading, params.orderId)),
  bindReading(contract.seeOutlook, (reading, { params, query }) => seeOutlook(reading, { ...params, wash: query.wash === 'yes' })),
  bindReading(contract.seeAddedOutlook, (reading, { params, query }) => seeAddedOutlook(reading, { ...params, ...query })),
  bindDeed(contract.reportAddedWork, (deed, { params, body }) => added.reportAddedWork(deed, { ...params, ...body })),
  bindDeed(contract.askForPart, (deed, { params, body }) => askForPart(deed, { ...params, ...body })),
  bindDeed(contract.priceAddedWork, (deed, { params, body }) => added.priceAddedWork(deed, { ...params, ...body })),
  bindDeed(contract.decideAddedWork, (deed, { params, body }) => added.decideAddedWork(deed, { ...params, ...body })),
  bindDeed(contract.withdrawAddedWork, (deed, { params, body }) => added.withdrawAddedWork(deed, { ...params, ...body })),
  bindDocument(contract.printReception, (reading, { params, query }) => printReception(reading, params.orderId, query.language)),
  bindDocument(contract.printAddedWork, (reading, { params, query }) => printAddedWork(reading, params.addedWorkId, query.language)),
  bindDocument(contract.printAuthorisation, (reading, { params, query }) => printAuthorisation(reading, params.orderId, query.language)),
]

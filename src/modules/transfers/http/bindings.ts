import { bindDeed, bindDocument, bindReading, type Binding } from '../../../platform/http/binding.ts'
import { decideGap, receiveTransfer, reverseArrival } from '../actions/arrive.ts'
import { askTransfer, cancelTransfer } from '../actions/ask.ts'
import { listInbound, noteInbound } from '../actions/inbound.ts'
import * as read from '../actions/read-transfers.ts'
import { answerTransfer, shipTransfer } from '../actions/send.ts'
import * as contract from '../contract.ts'

export const transferBindings: readonly Binding[] = [
  bindReading(contract.listTransfers, (reading, { query }) => read.listTransfers(reading, query)),
  bindReading(contract.seeTransfer, (reading, { params }) => read.seeTransfer(reading, params.transferId)),
  bindReading(contract.seeElsewhere, (reading, { params }) => read.seeElsewhere(reading, params.partId)),
  bindReading(contract.listWanted, read.listWanted),
  bindDeed(contract.askTransfer, (deed, { body }) => askTransfer(deed, body)),
  bindDeed(contract.answerTransfer, (deed, { params, body }) => answerTransfer(deed, { ...params, ...body })),
  bindDeed(contract.cancelTransfer, (deed, { params, body }) => cancelTransfer(deed, { ...params, ...body })),
  bindDeed(contract.shipTransfer, (deed, { params, body }) => shipTransfer(deed, { ...params, ...body })),
  bindDeed(contract.reverseArrival, (deed, { params, body }) => reverseArrival(deed, { ...params, ...body })),
  bindDeed(contract.receiveTransfer, (deed, { params, body }) => receiveTransfer(deed, { ...params, ...body })),
  bindDeed(contract.decideGap, (deed, { params, body }) => decideGap(deed, { ...params, ...body })),
  bindDocument(contract.printSlip, (reading, { params, query }) => read.printSlip(reading, params.transferId, query.language)),
  bindReading(contract.listInbound, listInbound),
  bindDeed(contract.noteInbound, (deed, { params, body }) => noteInbound(deed, { ...params, ...body })),
]

import { bindDeed, bindDocument, bindReading, type Binding } from '../../../platform/http/binding.ts'
import { inOwnUnits } from '../actions/in-own-units.ts'
import { addBin, moveToQuarantine } from '../actions/keep-places.ts'
import { printLabel } from '../actions/print-label.ts'
import * as read from '../actions/read-stock.ts'
import { receiveParts, takeBackReceipt } from '../actions/receive-parts.ts'
import * as contract from '../contract.ts'

export const stockBindings: readonly Binding[] = [
  bindReading(contract.listStock, read.listStock),
  bindReading(contract.seeStockValue, read.seeStockValue),
  bindReading(contract.listPartMoves, read.listPartMoves),
  bindReading(contract.seePartStock, (reading, { params }) => read.seePartStock(reading, params.partId)),
  bindDocument(contract.printLabel, (reading, { params, query }) => printLabel(reading, params, query.language)),
  bindReading(contract.listPlaces, read.listPlaces),
  bindDeed(contract.addBin, (deed, { body }) => addBin(deed, body)),
  bindDeed(contract.receiveParts, async (deed, { body }) => receiveParts(deed, {
    from: 'supplier', reference: body.reference, lines: await inOwnUnits(deed.tx, body.lines.map((line) => ({ ...line, receivedOn: null }))),
  })),
  bindDeed(contract.takeBackReceipt, async (deed, { params, body }) => {
    await takeBackReceipt(deed, { ...params, ...body })
    return { done: true }
  }),
  bindDeed(contract.quarantine, (deed, { body }) => moveToQuarantine(deed, body)),
]

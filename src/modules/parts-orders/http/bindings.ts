import { bindDeed, bindFile, bindReading, type Binding } from '../../../platform/http/binding.ts'
import { announceCalendar, seeCalendar, setCalendar } from '../actions/calendar.ts'
import { cancelLine, cancelOrder, confirmOrder } from '../actions/confirm.ts'
import { changeDraft, checkWarranty, draftOrder } from '../actions/draft.ts'
import { orderSheet } from '../actions/order-sheet.ts'
import { promisesFile, reorderFile } from '../actions/list-files.ts'
import { listOrders, seeOrder } from '../actions/read-orders.ts'
import { keepSheet, listSheets } from '../actions/sheet-layouts.ts'
import { askOrderApproval, submitOrder } from '../actions/submit.ts'
import { addSupplier, changeSupplier, listKinds, listSuppliers, setKind } from '../actions/suppliers.ts'
import { seePromises, seeReorder } from '../actions/what-to-order.ts'
import * as contract from '../contract.ts'

export const partsOrderBindings: readonly Binding[] = [
  bindReading(contract.listSuppliers, (reading) => listSuppliers(reading)),
  bindDeed(contract.addSupplier, (deed, { body }) => addSupplier(deed, body)),
  bindDeed(contract.changeSupplier, (deed, { params, body }) => changeSupplier(deed, { ...params, ...body })),
  bindReading(contract.listKinds, (reading) => listKinds(reading)),
  bindDeed(contract.setKind, (deed, { params, body }) => setKind(deed, { ...params, ...body })),
  bindReading(contract.listSheets, (reading) => listSheets(reading)),
  bindDeed(contract.keepSheet, (deed, { params, body }) => keepSheet(deed, { ...params, ...body })),
  bindReading(contract.seeCalendar, (reading, { query }) => seeCalendar(reading, query.month)),
  bindDeed(contract.setCalendar, (deed, { params, body }) => setCalendar(deed, { ...params, ...body })),
  bindDeed(contract.announceCalendar, (deed, { params, body }) => announceCalendar(deed, { ...params, ...body })),
  bindReading(contract.seePromises, (reading, { query }) => seePromises(reading, query)),
  bindFile(contract.promisesFile, (reading, { query }) => promisesFile(reading, query)),
  bindFile(contract.reorderFile, (reading, { query }) => reorderFile(reading, query)),
  bindReading(contract.seeReorder, (reading, { query }) => seeReorder(reading, query)),
  bindReading(contract.listOrders, (reading, { query }) => listOrders(reading, query)),
  bindReading(contract.seeOrder, (reading, { params }) => seeOrder(reading, params.orderId)),
  bindFile(contract.orderSheet, (reading, { params, query }) => orderSheet(reading, params.orderId, query.language)),
  bindDeed(contract.draftOrder, (deed, { body }) => draftOrder(deed, body)),
  bindDeed(contract.changeDraft, (deed, { params, body }) => changeDraft(deed, { ...params, ...body })),
  bindDeed(contract.checkWarranty, (deed, { params, body }) => checkWarranty(deed, { ...params, ...body })),
  bindDeed(contract.askOrderApproval, (deed, { params, body }) => askOrderApproval(deed, { ...params, ...body })),
  bindDeed(contract.submitOrder, (deed, { params, body }) => submitOrder(deed, { ...params, ...body })),
  bindDeed(contract.confirmOrder, (deed, { params, body }) => confirmOrder(deed, { ...params, ...body })),
  bindDeed(contract.cancelLine, (deed, { params, body }) => cancelLine(deed, { ...params, ...body })),
  bindDeed(contract.cancelOrder, (deed, { params, body }) => cancelOrder(deed, { ...params, ...body })),
]

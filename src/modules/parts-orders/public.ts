/**
 * What other modules' server code may call. Announces: parts-supplier.added, .changed; parts-order.kind-set, .sheet-kept, .drafted, .changed, .warranty-checked, .approved, .submitted, .confirmed, .line-cancelled, .received,
 * .receipt-reversed, .cancelled; order-calendar.loaded, .announced.
 */
export { registerSales, whyNotSourceFrom } from './actions/sales-port.ts'
export { registerSourcePrices } from './actions/source-prices-port.ts'
export { registerTransfers } from './actions/transfers-port.ts'
export { announceCalendar, importOrderDays, judgeOrderDays, setCalendar } from './actions/calendar.ts'
export { confirmOrder, importConfirmations, judgeConfirmations } from './actions/confirm.ts'
export { draftOrder } from './actions/draft.ts'
export { bookReceived, findPartsOrder, lockForReceipt, unbookReceived, type OpenOrder } from './actions/receive.ts'
export { offersFor } from './actions/offers.ts'
export { reckonLevels } from './actions/reckon-levels.ts'
export { seeOrder } from './actions/read-orders.ts'
export { partsOrderRequests, submitOrder } from './actions/submit.ts'
export { sheetHeadings } from './actions/sheet-layouts.ts'
export { addSupplier, kindsOf } from './actions/suppliers.ts'
export { seePromises, seeReorder } from './actions/what-to-order.ts'
export { partsOrderInvariants } from './data/invariants.ts'
export { partsOrderProofs } from './data/proofs.ts'

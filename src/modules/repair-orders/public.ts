/**
 * What other modules' server code may call. Announces: repair-order.quoted, repair-order.arrived, repair-order.<status>, repair-order.lines-changed,
 * repair-order.deviation-approved, repair-order.deviation-refused, repair-order.sublet, repair-order.estimate-shown, repair-order.number-asked, repair-order.number-confirmed, repair-order.added-work-<status>, repair-order.estimate-refused.
 */
export { decideAddedWork, priceAddedWork, reportAddedWork } from './actions/added-work.ts'
export { addLines, approveDeviation, markSublet, refuseDeviation, setPayer } from './actions/edit-lines.ts'
export { answerEstimate } from './actions/answer-estimate.ts'
export { authoriseWork, registerComebacks, whyComebackWaits } from './actions/authorise-work.ts'
export { lookAhead, registerOutlook, saidReason } from './actions/outlook.ts'
export { moveOrder } from './actions/move-order.ts'
export { nextServiceOf } from './actions/packages.ts'
export { photosOfOrder } from './actions/photos-of-order.ts'
export { findOrdersBySign } from './actions/read-orders.ts'
export { receiveCar } from './actions/receive-car.ts'
export { registerArrival } from './actions/register-arrival.ts'
export { addedWorkOf } from './data/added-work.ts'
export { repairOrderInvariants } from './data/invariants.ts'
export { advisorOfLine, linesOfOrders, listLines, openDeviations, priceAtCost, touchOrder, type LineData } from './data/lines.ts'
export { findOrder, latePromises, lockOrder, openOrdersOfAdvisor, ordersInStatus, ordersOf, type OrderData } from './data/orders.ts'
export { findAuthorisation, findReception } from './data/receptions.ts'
export { cancelOrder, registerShopFloor } from './actions/cancel-order.ts'
export { registerPricing } from './actions/pricing-port.ts'
export { priceBook, pricedLine, rulePrices, type Book, type LineWish } from './actions/price-lines.ts'
export { makeQuote } from './actions/quote.ts'
/** Written histories (the demo store). */
export { fillGreetings } from './data/greetings.ts'
export { fillOrders, type FilledOrders } from './data/fill-orders.ts'
export { repairOrdersPersonal } from './data/personal.ts'
export { repairOrderProofs } from './data/proofs.ts'

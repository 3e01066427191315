/** What other modules' server code may call. Announces: price-list.read, .drafted, .prepared, .asked, .sent-back, .taking, .progressed, .approved, .withdrawn, .reversed, .discarded; price-floor.set. */
export { importPriceList, judgePriceList } from './actions/import-list.ts'
export { prepareList, priceRequests } from './actions/lists.ts'
export { priceListWork } from './actions/take-up.ts'
export { keptFloorsOf } from './data/floors.ts'
/** Written histories (the demo store). */
export { lockOfImport as listOfImport } from './data/lists.ts'
export { whenImportIsFinished } from './reactions/when-import-is-finished.ts'

/** What other modules' server code may call. Announces: stock.received, stock.issued, stock.returned, stock.quarantined, stock.taken-back. */
export { issueToJob, type Issued, type IssueLine } from './actions/issue-parts.ts'
export { furnishStore } from './actions/keep-places.ts'
export { receiveParts } from './actions/receive-parts.ts'
export { releaseOrder, reserveForOrder, reserveMore, type Shortage } from './actions/reserve-parts.ts'
export { returnFromJob } from './actions/return-parts.ts'
export { issuedOf } from './data/moves.ts'
export { availabilityOf } from './data/overview.ts'
export { reservationsOfOrder } from './data/reservations.ts'
export { lotsForIssue } from './data/ledger.ts'
export { stockInvariants } from './data/invariants.ts'
export { unitCostOf } from './data/costs.ts'
/** Opening stock in one go, and the lots that lie here, page by page. */
export { importOpening, judgeOpening } from './actions/import-opening.ts'
export { countLots, exportLots, type ExportedLot } from './data/import-opening.ts'
/** Written histories (the demo store): moves in bulk, and the books made from them. */
export { closeBooks, fillMoves, type FilledLot, type FilledMove } from './data/fill-stock.ts'
export { placeOfKind } from './data/places.ts'
export { stockProofs } from './data/proofs.ts'

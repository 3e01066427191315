/** What other modules' server code may call. Announces: scrap.asked, scrap.checked, scrap.approved, scrap.scrapped, scrap.sent-back, scrap.withdrawn, scrap.reversal-asked, scrap.reversed, promotion.planned, promotion.ended. */
export { photosOfScrap } from './actions/read-scraps.ts'
export { scrapRequests } from './actions/scrap.ts'
export { sumUpStock } from './actions/sum-up.ts'
export { stockHealthInvariants } from './data/invariants.ts'
export { offersOn } from './data/promotions.ts'
export { stockHealthProofs } from './data/proofs.ts'

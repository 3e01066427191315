import { bindDeed, bindDocument, bindFile, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as dead from '../actions/dead-stock.ts'
import * as figures from '../actions/figures.ts'
import * as papers from '../actions/papers.ts'
import * as promotions from '../actions/promotions.ts'
import * as read from '../actions/read-scraps.ts'
import * as reviews from '../actions/reviews.ts'
import * as scrap from '../actions/scrap.ts'
import * as standards from '../actions/standards.ts'
import * as contract from '../contract.ts'

export const stockHealthBindings: readonly Binding[] = [
  bindReading(contract.seeStandards, standards.seeStandards),
  bindReading(contract.listBelowStandard, standards.listBelowStandard),
  bindReading(contract.seeAttainment, figures.seeAttainment),
  bindReading(contract.listShort, figures.listShort),
  bindReading(contract.seeTurnover, figures.seeTurnover),
  bindReading(contract.seeAges, figures.seeAges),
  bindReading(contract.seeClasses, figures.seeClasses),
  bindReading(contract.listAged, figures.listAged),
  bindReading(contract.listClassed, figures.listClassed),
  bindFile(contract.healthFile, (reading, { query }) => papers.healthFile(reading, query)),
  bindReading(contract.listReviews, reviews.listReviews),
  bindDeed(contract.addReview, (deed, { body }) => reviews.addReview(deed, body)),
  bindReading(contract.listDead, dead.listDead),
  bindReading(contract.seeDeadRule, dead.seeDeadRule),
  bindDeed(contract.keepDeadRule, (deed, { body }) => dead.keepDeadRule(deed, body)),
  bindDeed(contract.addException, (deed, { body }) => dead.addException(deed, body)),
  bindDeed(contract.endException, (deed, { params }) => dead.endException(deed, params)),
  bindReading(contract.listPromotions, promotions.listPromotions),
  bindReading(contract.listResponsible, promotions.listResponsible),
  bindReading(contract.seePromotion, (reading, { params }) => promotions.seePromotion(reading, params.promotionId)),
  bindDeed(contract.planPromotion, (deed, { body }) => promotions.planPromotion(deed, body)),
  bindDeed(contract.endPromotion, (deed, { params, body }) => promotions.endPromotion(deed, { ...params, ...body })),
  bindReading(contract.listScraps, read.listScraps),
  bindReading(contract.seeScrap, (reading, { params }) => read.seeScrap(reading, params.scrapId)),
  bindDeed(contract.askScrap, (deed, { body }) => scrap.askScrap(deed, body)),
  bindDeed(contract.askScrapAgain, (deed, { params, body }) => scrap.askScrapAgain(deed, { ...params, ...body })),
  bindDeed(contract.withdrawScrap, (deed, { params, body }) => scrap.withdrawScrap(deed, { ...params, ...body })),
  bindDeed(contract.askReversal, (deed, { params, body }) => scrap.askReversal(deed, { ...params, ...body })),
  bindDocument(contract.printScrap, (reading, { params, query }) => papers.printScrap(reading, params.scrapId, query.language)),
]

import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, file, filledText, id, languageShape, moment, pageOf, pageQuery, pageQueryByNumber, pdf, positiveFen, printQuery, text, thousandths, version } from '../../platform/shapes.ts'
import { valueClasses } from '../counts/domain/rolling.ts'
import { ages, reviewedFigures, variationClasses } from './domain/figures.ts'
import { promotionStates } from './domain/promotion.ts'
import { causes, scrapStatuses, steps } from './domain/scrap.ts'
import { stockHealthPermissions } from './permissions.ts'

const whole = z.number().int()
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
/** Null for who may not see the cost of stock. */
const cost = whole.nullable()
const named = { partId: id, number: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string() }

const attainmentRow = z.object({ month, makeZh: z.string(), makeEn: z.string(), lines: whole, short: whole, /** Hundredths of a percent. */ attainment: whole.nullable() })
export type AttainmentRow = z.output<typeof attainmentRow>
export const seeAttainment = route({
  does: 'See the attainment rate by month and make', method: 'GET', path: '/stock-health/attainment', mayLag: true, needs: stockHealthPermissions.see,
  gives: z.object({ /** Hundredths of a percent. */ target: whole, months: z.array(z.object({ month, lines: whole, short: whole, attainment: whole.nullable() })), rows: z.array(attainmentRow) }),
})
const shortRow = z.object({ id, number: z.string(), orderId: id, orderNumber: z.string(), plate: z.string(), partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), thousandths: whole, askedAt: moment })
export type ShortRow = z.output<typeof shortRow>
export const listShort = route({
  does: 'List the purchase requests behind an attainment rate', method: 'GET', path: '/stock-health/short', mayLag: true, needs: stockHealthPermissions.see,
  query: z.strictObject({ ...pageQuery, month, /** Empty: cars of no known model. */ make: text(40).optional() }), gives: pageOf(shortRow),
})
const standardRow = z.object({ /** Empty: parts that serve several makes. */ makeZh: z.string(), makeEn: z.string(), standards: whole, reached: whole, attainment: whole.nullable() })
export type StandardRow = z.output<typeof standardRow>
export const seeStandards = route({
  does: 'See how many parts reach their standard stock, by make', method: 'GET', path: '/stock-health/standards', mayLag: true, needs: stockHealthPermissions.see,
  gives: z.object({ standards: whole, reached: whole, /** Hundredths of a percent. */ attainment: whole.nullable(), rows: z.array(standardRow) }),
})
const belowRow = z.object({ ...named, standard: whole, free: whole, /** On its way for the shelf. */ onOrder: whole, /** What brings it up to its standard costs. */ missingFen: cost })
export type BelowRow = z.output<typeof belowRow>
export const listBelowStandard = route({
  does: 'List the parts below their standard stock, the dearest gap first', method: 'GET', path: '/stock-health/below-standard', mayLag: true, needs: stockHealthPermissions.see,
  query: z.strictObject({ ...pageQueryByNumber, make: text(40).optional() }), gives: pageOf(belowRow),
})
const turnoverRow = z.object({ month, costFen: cost, valueFen: cost, /** Hundredths. */ turnover: whole.nullable(), monthsOfSupply: whole.nullable(), months: whole, /** The running month, so far. */ running: z.boolean() })
export type TurnoverRow = z.output<typeof turnoverRow>
export const seeTurnover = route({ does: 'See turnover and months of supply by month', method: 'GET', path: '/stock-health/turnover', mayLag: true, needs: stockHealthPermissions.see, gives: z.object({ rows: z.array(turnoverRow) }) })

const ageRow = z.object({ age: z.enum(ages), from: whole, until: whole.nullable(), lots: whole, valueFen: cost })
export type AgeRow = z.output<typeof ageRow>
const classRow = z.object({ valueClass: z.enum(valueClasses), variationClass: z.enum(variationClasses), parts: whole, valueFen: cost, yearFen: cost })
export type ClassRow = z.output<typeof classRow>
export const seeAges = route({ does: 'See the value of the stock by the age of its lots', method: 'GET', path: '/stock-health/ages', mayLag: true, needs: stockHealthPermissions.see, gives: z.object({ rows: z.array(ageRow) }) })
export const seeClasses = route({
  does: 'See the classes of parts by value and steadiness of their use', method: 'GET', path: '/stock-health/classes', mayLag: true, needs: stockHealthPermissions.see, gives: z.object({ /** Null: not classed yet. */ classedOn: day.nullable(), rows: z.array(classRow) }),
})
const partRow = z.object({ ...named, here: whole, valueFen: cost, /** Receipt of the oldest lot. */ receivedOn: day.nullable(), /** Of the last twelve months. */ yearFen: cost })
export type PartRow = z.output<typeof partRow>
export const listAged = route({
  does: 'List the parts whose lots are of an age, dearest first', method: 'GET', path: '/stock-health/aged-parts', mayLag: true, needs: stockHealthPermissions.see, query: z.strictObject({ ...pageQueryByNumber, age: z.enum(ages) }), gives: pageOf(partRow),
})
export const listClassed = route({
  does: 'List the parts of a class', method: 'GET', path: '/stock-health/classed-parts', mayLag: true, needs: stockHealthPermissions.see,
  query: z.strictObject({ ...pageQueryByNumber, valueClass: z.enum(valueClasses), variationClass: z.enum(variationClasses) }), gives: pageOf(partRow),
})
export const sheets = ['standards', 'attainment', 'turnover', 'ages', 'classes', 'dead-stock'] as const
export const healthFile = route({
  does: 'Save figures of the stock as a workbook', method: 'GET', path: '/stock-health/file', mayLag: true, needs: stockHealthPermissions.see, query: z.strictObject({ of: z.enum(sheets), language: languageShape.default('zh-CN') }), gives: file,
})
const reviewRow = z.object({ id, figure: z.enum(reviewedFigures), at: moment, personName: z.string(), words: z.string() })
export type ReviewRow = z.output<typeof reviewRow>
export const listReviews = route({
  does: 'List who looked at a figure of the stock and what he concluded', method: 'GET', path: '/stock-health/reviews', needs: stockHealthPermissions.see, query: z.strictObject({ figure: z.enum(reviewedFigures) }), gives: z.object({ rows: z.array(reviewRow) }),
})
export const addReview = route({
  does: 'Record what one concluded from a figure of the stock', method: 'POST', path: '/stock-health/reviews', needs: stockHealthPermissions.review, body: z.strictObject({ figure: z.enum(reviewedFigures), words: filledText(500) }), gives: z.object({ id }),
})

const deadRow = z.object({ ...named, here: whole, free: whole, valueFen: cost, idleSince: day, promotion: z.string().nullable() })
export type DeadRow = z.output<typeof deadRow>
export const listDead = route({
  does: 'List dead stock by the rule of the store, dearest first', method: 'GET', path: '/dead-stock', needs: stockHealthPermissions.see,
  query: z.strictObject({ ...pageQueryByNumber, find: text(40).optional(), /** Months without an issue, where more than the rule's. */ months: z.coerce.number().int().min(1).max(120).optional() }),
  gives: pageOf(deadRow).extend({ /** Of all that is found. */ parts: whole, valueFen: cost, /** Of the value of all stock, in hundredths of a percent. */ share: whole.nullable(), classedOn: day.nullable() }),
})
const ruleBody = { months: whole.min(1).max(60), minimumFen: positiveFen.max(100_000_000) }
export const seeDeadRule = route({
  does: 'See the rule of dead stock, its history and its exceptions', method: 'GET', path: '/dead-stock/rule', needs: stockHealthPermissions.see,
  gives: z.object({
    ...ruleBody, /** The edition that counts; nought: the preset. */ version: whole, history: z.array(z.object({ ...ruleBody, edition: whole, reason: z.string(), at: moment, personName: z.string() })),
    exceptions: z.array(z.object({ id, ...named, reason: z.string(), at: moment, personName: z.string() })),
  }),
})
export const keepDeadRule = route({
  does: 'Change the rule of dead stock', method: 'POST', path: '/dead-stock/rule', needs: stockHealthPermissions.keepRule, body: z.strictObject({ ...ruleBody, reason: filledText(300), /** The edition that was seen. */ version: whole.min(0) }), gives: done,
})
export const addException = route({
  does: 'Except a part from dead stock', method: 'POST', path: '/dead-stock/exceptions', needs: stockHealthPermissions.keepRule, body: z.strictObject({ partId: id, reason: filledText(300) }), gives: z.object({ id }), refuses: ['stock-health.excepted-already'],
})
export const endException = route({
  does: 'End an exception from dead stock', method: 'POST', path: '/dead-stock/exceptions/:exceptionId/end', needs: stockHealthPermissions.keepRule, params: z.strictObject({ exceptionId: id }), body: z.strictObject({}), gives: z.object({ id }),
  refuses: ['stock-health.exception-ended'],
})

const promotionRow = z.object({ id, number: z.string(), name: z.string(), fromDay: day, untilDay: day, responsibleName: z.string(), plannedByName: z.string(), state: z.enum(promotionStates), parts: whole, version })
export type PromotionRow = z.output<typeof promotionRow>
export const listPromotions = route({ does: 'List promotions, newest first', method: 'GET', path: '/promotions', needs: stockHealthPermissions.see, query: z.strictObject({ ...pageQuery, find: text(40).default('') }), gives: pageOf(promotionRow) })
export const listResponsible = route({
  does: 'List who can be responsible for a promotion', method: 'GET', path: '/promotions/people', needs: stockHealthPermissions.promote, gives: z.object({ rows: z.array(z.object({ id, name: z.string(), position: z.string() })) }),
})
const promotion = { params: z.strictObject({ promotionId: id }) }
const promotionLine = z.object({
  ...named, priceFen: whole, unitCostFen: cost, underCostReason: z.string(), /** When it was planned, and now. */ planned: whole, left: whole,
  /** Handed out to jobs while it runs, less what came back; at the prices of the lines, VAT included, and at the cost of the lots. */ sold: whole, revenueFen: whole, costFen: cost,
})
export type PromotionLine = z.output<typeof promotionLine>
const promotionView = promotionRow.extend({ plannedAt: moment, endedByName: z.string().nullable(), endReason: z.string(), lines: z.array(promotionLine) })
export type PromotionView = z.output<typeof promotionView>
export const seePromotion = route({ does: 'See a promotion and what came of it', method: 'GET', path: '/promotions/:promotionId', needs: stockHealthPermissions.see, ...promotion, gives: promotionView })
export const planPromotion = route({
  does: 'Plan a promotion of parts', method: 'POST', path: '/promotions', needs: stockHealthPermissions.promote,
  body: z.strictObject({ name: filledText(60), fromDay: day, untilDay: day, responsibleId: id, parts: z.array(z.strictObject({ partId: id, priceFen: positiveFen.max(100_000_000), underCostReason: text(300).default('') })).min(1).max(200) }),
  gives: z.object({ id, number: z.string() }),
  refuses: ['stock-health.promotion-days', 'stock-health.part-twice', 'stock-health.none-here', 'stock-health.under-cost', 'stock-health.under-cost-reason', 'stock-health.not-responsible'],
})
export const endPromotion = route({
  does: 'End a promotion before its last day', method: 'POST', path: '/promotions/:promotionId/end', needs: stockHealthPermissions.promote, ...promotion, body: z.strictObject({ version, reason: filledText(300) }), gives: done, refuses: ['stock-health.promotion-over'],
})

const scrapRow = z.object({ id, number: z.string(), status: z.enum(scrapStatuses), askedAt: moment, askedByName: z.string(), reason: z.string(), lines: whole, /** Expected, or once it is off the books what the lots gave away. */ costFen: cost, version })
export type ScrapRow = z.output<typeof scrapRow>
export const scrapGroups = ['open', 'all'] as const
export const listScraps = route({
  does: 'List scrap applications, newest first', method: 'GET', path: '/scraps', needs: stockHealthPermissions.see, query: z.strictObject({ ...pageQuery, group: z.enum(scrapGroups).default('open'), find: text(40).default('') }), gives: pageOf(scrapRow),
})
const scrap = { params: z.strictObject({ scrapId: id }) }
const scrapLine = z.object({ id, ...named, placeId: id, bin: z.string(), lotId: id.nullable(), thousandths: whole, cause: z.enum(causes), expectedFen: cost, costFen: cost })
export type ScrapLine = z.output<typeof scrapLine>
const scrapView = scrapRow.extend({
  words: z.string(), document: z.string().nullable(), movedAt: moment.nullable(), counterDocument: z.string().nullable(), askedBy: id, rows: z.array(scrapLine),
  signatures: z.array(z.object({ step: z.enum(steps), at: moment, personName: z.string() })), /** Whose signature is awaited. */ next: z.enum(steps).nullable(),
  /** What waits in the inbox of approvals; null where nothing does, or it is not the caller's to decide. */ request: z.object({ id, version, reversal: z.boolean() }).nullable(),
})
export type ScrapView = z.output<typeof scrapView>
export const seeScrap = route({ does: 'See a scrap application', method: 'GET', path: '/scraps/:scrapId', needs: stockHealthPermissions.see, ...scrap, gives: scrapView })
const wish = { reason: filledText(300), lines: z.array(z.strictObject({ partId: id, placeId: id, /** Null: the oldest first. */ lotId: id.nullable(), thousandths, cause: z.enum(causes) })).min(1).max(200) }
const goods = ['stock-health.line-twice', 'stock.scrap-more-than-here', 'stock.reserved-elsewhere', 'stock.not-enough', 'approvals.asked-already']
export const askScrap = route({
  does: 'Apply for scrapping', method: 'POST', path: '/scraps', needs: stockHealthPermissions.askScrap, body: z.strictObject(wish), gives: z.object({ id, number: z.string(), version }), refuses: goods,
})
export const askScrapAgain = route({
  does: 'Put right a scrap application that was sent back', method: 'POST', path: '/scraps/:scrapId/again', needs: stockHealthPermissions.askScrap, ...scrap, body: z.strictObject({ version, ...wish }), gives: done, refuses: ['stock-health.not-sent-back', ...goods],
})
const withReason = { ...scrap, body: z.strictObject({ version, reason: filledText(300) }), gives: done }
export const withdrawScrap = route({ does: 'Withdraw a scrap application that was sent back', method: 'POST', path: '/scraps/:scrapId/withdraw', needs: stockHealthPermissions.askScrap, ...withReason, refuses: ['stock-health.not-sent-back'] })
export const askReversal = route({
  does: 'Ask for the reversal of a scrapping', method: 'POST', path: '/scraps/:scrapId/reversal', needs: stockHealthPermissions.askScrap, ...withReason, refuses: ['stock-health.reversed-already', 'stock-health.nothing-to-reverse', 'approvals.asked-already'],
})
export const printScrap = route({ does: 'Print a scrap application', method: 'GET', path: '/scraps/:scrapId/application.pdf', needs: stockHealthPermissions.see, ...scrap, query: printQuery, gives: pdf })

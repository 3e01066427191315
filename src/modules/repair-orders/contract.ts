import { z } from 'zod'
import { menuStep, packageRow } from '../catalogue/contract.ts'
import { payers } from '../catalogue/domain/payers.ts'
import { customerPermissions } from '../customers/permissions.ts'
import { route } from '../../platform/contract.ts'
import { day, done, fen, filledText, id, kilometres, moment, pageOf, pageQuery, pdf, positiveFen, printQuery, text, thousandths, version } from '../../platform/shapes.ts'
import { urgencies } from './domain/added-work.ts'
import { purposes } from './domain/life.ts'
import { versionWays } from './domain/versions.ts'
import { repairOrderPermissions } from './permissions.ts'
import { orderLine, orderRow, orderView, receptionSheet, share } from './shapes.ts'

export { orderLine, addedWorkView } from './shapes.ts'
export type { OrderRow, OrderLine, AddedWorkView, Recommendation, OrderView } from './shapes.ts'

export const orderGroups = ['quoted', 'open', 'arrived', 'in-shop', 'ready', 'closed'] as const
export type OrderGroup = (typeof orderGroups)[number]

export const listOrders = route({
  does: 'List repair orders, newest first', method: 'GET', path: '/repair-orders', needs: repairOrderPermissions.see,
  query: z.strictObject({ ...pageQuery, group: z.enum(orderGroups).default('open'), mine: z.enum(['yes', 'no']).default('no'), find: text(40).optional() }),
  gives: pageOf(orderRow).extend({ counts: z.object({ quoted: z.number().int(), open: z.number().int(), arrived: z.number().int(), inShop: z.number().int(), ready: z.number().int() }) }),
})

export const seeOrder = route({
  does: 'See one repair order with its history', method: 'GET', path: '/repair-orders/:orderId', needs: repairOrderPermissions.see, params: z.strictObject({ orderId: id }), gives: orderView,
})
export const registerArrival = route({
  does: 'Register the arrival of a car: its repair order begins', method: 'POST', path: '/repair-orders', needs: repairOrderPermissions.arrive,
  body: z.strictObject({ plate: filledText(20), purpose: z.enum(purposes), concern: text(1_000).default('') }),
  gives: z.object({ id, number: z.string(), version }), refuses: ['vehicles.not-a-plate', 'repair-orders.already-in-shop'],
})
export const makeQuote = route({
  does: 'Make a quote without a car in the shop', method: 'POST', path: '/repair-orders/quotes', needs: repairOrderPermissions.quote,
  body: z.strictObject({
    plate: filledText(20), purpose: z.enum(purposes), concern: text(1_000).default(''), customerName: filledText(60), phone: text(20).default(''), modelName: text(80).default(''), insurerName: text(60).default(''),
  }),
  gives: z.object({ id, number: z.string(), version, quotedUntil: day }), refuses: ['vehicles.not-a-plate'],
})
export const arriveWithQuote = route({
  does: 'Register the arrival of a car with its quote: the quote becomes the visit', method: 'POST', path: '/repair-orders/:orderId/arrival', needs: repairOrderPermissions.arrive,
  params: z.strictObject({ orderId: id }), body: z.strictObject({ version }), gives: done.extend({ repriced: z.number().int() }), refuses: ['repair-orders.not-a-quote', 'repair-orders.already-in-shop'],
})
export const printQuote = route({
  does: 'Print a quote', method: 'GET', path: '/repair-orders/:orderId/quote.pdf', needs: repairOrderPermissions.see, params: z.strictObject({ orderId: id }), query: printQuery, gives: pdf, refuses: ['repair-orders.no-quote-to-print'],
})
const order = { params: z.strictObject({ orderId: id }) }

export const cancelOrder = route({
  does: 'Cancel a repair order with a reason', method: 'POST', path: '/repair-orders/:orderId/cancel', needs: repairOrderPermissions.cancel, ...order, body: z.strictObject({ version, reason: text(500) }), gives: done,
  refuses: ['repair-orders.too-late-to-cancel', 'repair-orders.cancel-needs-reason', 'repair-orders.parts-still-out', 'repair-orders.work-done', 'repair-orders.diagnosis-authorised'],
})
export const revealSender = route({ does: 'Reveal the phone of who brought the car, on record', method: 'POST', path: '/repair-orders/:orderId/reveal-phone', needs: customerPermissions.revealPhone, ...order, gives: z.object({ phone: z.string() }) })
export const passOn = route({
  does: 'Give an order to a colleague', method: 'POST', path: '/repair-orders/:orderId/pass-on', needs: repairOrderPermissions.passOn, ...order,
  body: z.strictObject({ version, advisorId: id, reason: text(300) }), gives: done, refuses: ['repair-orders.closed-already', 'repair-orders.not-an-advisor', 'repair-orders.his-already', 'repair-orders.pass-on-needs-reason'],
})
export const seeGreeting = route({
  does: 'See how long a customer stood there, who met him, and who has greeting duty', method: 'GET', path: '/repair-orders/:orderId/greeting', needs: repairOrderPermissions.see, ...order,
  gives: z.object({ greeted: z.boolean(), /** Greeted, or else received. */ metAt: moment.nullable(), metByName: z.string().nullable(), minutes: z.number().int(), target: z.number().int(), onDuty: z.object({ name: z.string(), checkedIn: z.boolean() }).nullable(),
    /** Null where the customer does not wait in the house. */ lounge: z.object({ at: moment.nullable(), byName: z.string().nullable() }).nullable() }),
})
export const greet = route({
  does: 'Record that an arrived customer was greeted', method: 'POST', path: '/repair-orders/:orderId/greeting', needs: repairOrderPermissions.greet, ...order, body: z.strictObject({}),
  gives: z.object({ minutes: z.number().int() }), refuses: ['repair-orders.greeted-already', 'repair-orders.not-waiting'],
})
export const takeToLounge = route({
  does: 'Record that a customer who waits was taken to the lounge', method: 'POST', path: '/repair-orders/:orderId/lounge', needs: repairOrderPermissions.greet, ...order, body: z.strictObject({}), gives: z.object({ id }),
  refuses: ['repair-orders.in-lounge-already', 'repair-orders.does-not-wait'],
})
export const takeBackLounge = route({
  does: 'Take back that a customer was taken to the lounge, with the reason', method: 'POST', path: '/repair-orders/:orderId/lounge/take-back', needs: repairOrderPermissions.greet, ...order, body: z.strictObject({ reason: filledText(300) }), gives: z.object({ id }), refuses: ['repair-orders.not-in-lounge'],
})
export const seeGreeted = route({
  does: 'See how soon arrived customers were met, by who met them, over the last thirty days', method: 'GET', path: '/repair-orders/greeted', needs: repairOrderPermissions.see,
  gives: z.object({ from: day, target: z.number().int(), rows: z.array(z.object({ personName: z.string(), cars: z.number().int(), inTarget: z.number().int(), meanSeconds: z.number().int() })) }),
})
const signature = z.string().startsWith('data:image/png;base64,').max(200_000).nullable()

export const receiveCar = route({
  does: 'Take a car over with its reception sheet', method: 'POST', path: '/repair-orders/:orderId/reception', needs: repairOrderPermissions.receive, ...order,
  body: z.strictObject({
    version, vin: z.string().trim().toUpperCase().length(17).nullable(), modelName: text(80), ownerName: text(60), ownerPhone: text(20), ownerKind: z.enum(['person', 'company']),
    senderName: text(60), senderPhone: text(20), insurerName: text(60).default(''), mileageKm: kilometres.nullable(), fuelEighths: z.number().int().min(0).max(8),
    sheet: receptionSheet, signature, unsignedReason: text(300).default(''),
  }),
  gives: done.extend({ warning: z.string().nullable() }), refuses: ['repair-orders.not-arrived', 'repair-orders.already-received', 'repair-orders.owner-missing', 'repair-orders.sender-missing', 'repair-orders.mileage-missing', 'repair-orders.valuables-not-reminded',
    'repair-orders.key-missing', 'repair-orders.key-taken', 'repair-orders.four-piece-set-missing', 'repair-orders.consultation-missing', 'repair-orders.reception-unsigned'],
})

const payer = z.enum(payers)
const manual = z.strictObject({ priceFen: positiveFen, reason: text(300) }).optional()
const lineWish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('labour'), operationId: id, payer, hoursThousandths: thousandths.optional(), priceFollows: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('part'), partId: id, payer, quantityThousandths: thousandths, manual }),
  z.strictObject({ kind: z.literal('sublet'), name: filledText(200), supplier: filledText(100), payer, costFen: positiveFen, priceFen: positiveFen }),
])
const edited = done.extend({ totalFen: fen })
const editRefusals = ['repair-orders.receive-first', 'repair-orders.lines-authorised', 'repair-orders.no-labour-rate', 'repair-orders.deviation-needs-reason', 'catalogue.no-price']

export const addLines = route({
  does: 'Add labour, parts and sublet work to an estimate', method: 'POST', path: '/repair-orders/:orderId/lines', needs: repairOrderPermissions.estimate, ...order,
  body: z.strictObject({ version, lines: z.array(lineWish).min(1).max(100) }), gives: edited.extend({ lineIds: z.array(id), instead: z.array(z.object({ lineId: id, asked: z.string(), used: z.string() })) }), refuses: editRefusals,
})
export const seePackages = route({
  does: 'See the packages for a car, and which step of its maintenance is due', method: 'GET', path: '/repair-orders/:orderId/packages', needs: repairOrderPermissions.estimate, ...order,
  gives: z.object({
    rows: z.array(packageRow), step: menuStep.extend({ /** Reached by mileage or by time; else it is the next one. */ due: z.boolean() }).nullable(),
    last: z.object({ km: kilometres, day }).nullable(),
  }),
})
export const addPackage = route({
  does: 'Add all lines of a package to an estimate', method: 'POST', path: '/repair-orders/:orderId/packages', needs: repairOrderPermissions.estimate, ...order,
  body: z.strictObject({ version, packageId: id, payer }), gives: edited, refuses: [...editRefusals, 'catalogue.package-not-offered', 'catalogue.package-inactive-line', 'repair-orders.package-below-parts'],
})

const line = { params: z.strictObject({ orderId: id, lineId: id }) }
export const changeLine = route({
  does: 'Change payer, quantity, discount or price of a line', method: 'POST', path: '/repair-orders/:orderId/lines/:lineId', needs: repairOrderPermissions.estimate, ...line,
  body: z.strictObject({ version, payer, quantityThousandths: thousandths, discountFen: positiveFen.default(0), manual, shares: z.array(share).max(3).default([]) }), gives: edited,
  refuses: [...editRefusals, 'repair-orders.discount-on-labour-only', 'repair-orders.discount-too-large', 'repair-orders.discount-above-limit', 'repair-orders.share-payer-twice', 'repair-orders.share-missing', 'repair-orders.deductible-of-insurer', 'repair-orders.shares-above-line'],
})
export const removeLine = route({
  does: 'Remove a line from an estimate', method: 'POST', path: '/repair-orders/:orderId/lines/:lineId/remove', needs: repairOrderPermissions.estimate, ...line, body: z.strictObject({ version }), gives: edited, refuses: editRefusals.slice(0, 2),
})
export const priceDiagnosis = route({
  does: 'Set the price that was to follow the diagnosis', method: 'POST', path: '/repair-order-lines/:lineId/price', needs: repairOrderPermissions.estimate,
  params: z.strictObject({ lineId: id }), body: z.strictObject({ version, hoursThousandths: thousandths, /** Who said yes, how and when. */ words: text(300).default('') }), gives: done,
  refuses: ['repair-orders.price-known', 'repair-orders.price-too-late', 'repair-orders.price-needs-yes', 'repair-orders.no-labour-rate', 'repair-orders.shares-above-line'],
})
export const askNumber = route({
  does: 'Ask for the number of a part', method: 'POST', path: '/repair-order-lines/:lineId/ask-number', needs: repairOrderPermissions.estimate,
  params: z.strictObject({ lineId: id }), body: z.strictObject({ version, words: filledText(200) }), gives: done,
  refuses: ['repair-orders.receive-first', 'repair-orders.lines-authorised', 'repair-orders.number-of-parts-only', 'repair-orders.number-asked-already'],
})
export const confirmNumber = route({
  does: 'Confirm the number of a part, or another one', method: 'POST', path: '/repair-order-lines/:lineId/confirm-number', needs: repairOrderPermissions.confirmNumber,
  params: z.strictObject({ lineId: id }), body: z.strictObject({ version, partId: id }), gives: done,
  refuses: ['repair-orders.receive-first', 'repair-orders.lines-authorised', 'repair-orders.number-not-asked', 'repair-orders.shares-above-line', 'catalogue.no-price'],
})
const unclearRow = z.object({
  lineId: id, version, orderId: id, partId: id, code: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), quantityThousandths: z.number().int(), words: z.string(),
  number: z.string(), plate: z.string(), modelName: z.string(), advisorName: z.string(),
})
export type UnclearRow = z.output<typeof unclearRow>
export const listUnclear = route({
  does: 'List the part numbers that wait to be confirmed', method: 'GET', path: '/repair-orders-unclear', needs: repairOrderPermissions.confirmNumber, gives: z.object({ rows: z.array(unclearRow) }),
})

const shownLine = orderLine.pick({ id: true, kind: true, payer: true, code: true, nameZh: true, nameEn: true, unit: true, quantityThousandths: true, unitPriceFen: true, discountFen: true, amountFen: true, shares: true })
export const showEstimate = route({
  does: 'Keep the estimate as the customer was shown it', method: 'POST', path: '/repair-orders/:orderId/versions', needs: repairOrderPermissions.estimate, ...order,
  body: z.strictObject({ version, way: z.enum(versionWays) }), gives: z.object({ number: z.number().int() }), refuses: ['repair-orders.receive-first', 'repair-orders.lines-authorised', 'repair-orders.no-lines'],
})
export const listVersions = route({
  does: 'List what the customer was shown of an estimate', method: 'GET', path: '/repair-orders/:orderId/versions', needs: repairOrderPermissions.see, ...order,
  gives: z.object({ rows: z.array(z.object({ id, number: z.number().int(), at: moment, personName: z.string(), way: z.enum(versionWays), totalFen: fen, lines: z.array(shownLine) })) }),
})
export const markSublet = route({
  does: 'Send sublet work out or take it back', method: 'POST', path: '/repair-order-lines/:lineId/sublet', needs: repairOrderPermissions.sublet,
  params: z.strictObject({ lineId: id }), body: z.strictObject({ version, step: z.enum(['out', 'back']) }), gives: done, refuses: ['repair-orders.sublet-step', 'repair-orders.not-authorised'],
})
export const choicesShape = z.strictObject({ oldParts: z.enum(['take', 'leave']), wash: z.boolean(), roadTest: z.boolean(), waits: z.boolean() })

export const authoriseWork = route({
  does: "Record the customer's authorisation", method: 'POST', path: '/repair-orders/:orderId/authorisation', needs: repairOrderPermissions.authorise, ...order,
  body: z.strictObject({ version, promisedAt: moment, phoneChecked: z.boolean(), choices: choicesShape, signature, unsignedReason: text(300).default(''), earliest: moment.optional(), /** When that was looked up. */ lookedAt: moment.optional(), earlyReason: text(300).default('') }),
  gives: done.extend({ number: z.number().int(), pickUpCode: z.string(), short: z.array(z.object({ lineId: id, partId: id, short: z.number().int() })) }),
  refuses: ['repair-orders.no-lines', 'repair-orders.no-labour', 'repair-orders.deviation-not-approved', 'repair-orders.promise-in-past', 'repair-orders.phone-not-checked', 'repair-orders.authorisation-unsigned',
    'repair-orders.receive-first', 'repair-orders.lines-authorised', 'repair-orders.promise-too-early', 'repair-orders.promise-moved', 'repair-orders.number-not-confirmed', 'quality.undecided', 'quality.no-lines-marked', 'quality.payer-changed'],
})

/** Null: nobody has said a day yet. `usual`: nobody asked for it yet, these are the usual days of its source. */
const expectedPart = z.object({ lineId: id, code: z.string(), nameZh: z.string(), nameEn: z.string(), day: day.nullable(), usual: z.boolean() })
export const seeExpected = route({
  does: "See when an order's short parts are expected", method: 'GET', path: '/repair-orders/:orderId/expected-parts', needs: repairOrderPermissions.see, ...order, gives: z.object({ rows: z.array(expectedPart) }),
})
export const outlookReason = z.discriminatedUnion('kind', [
  expectedPart.extend({ kind: z.literal('part') }),
  z.object({ kind: z.literal('own'), until: moment }), z.object({ kind: z.literal('queue'), trade: z.string(), minutes: z.number().int() }),
  z.object({ kind: z.literal('work'), trade: z.string(), minutes: z.number().int(), from: moment, until: moment }),
  z.object({ kind: z.literal('bay'), bay: z.string(), from: moment }),
  z.object({ kind: z.literal('technician'), name: z.string(), from: moment }),
  z.object({ kind: z.literal('nobody'), trade: z.string() }),
  z.object({ kind: z.literal('closing'), inspectionMinutes: z.number().int(), washMinutes: z.number().int() }),
])

export const seeOutlook = route({
  does: 'See when a car could be ready, and why not sooner', method: 'GET', path: '/repair-orders/:orderId/outlook', needs: repairOrderPermissions.authorise, ...order,
  query: z.strictObject({ wash: z.enum(['yes', 'no']).default('yes') }),
  gives: z.object({ /** Null: the shop cannot do it, or there is no labour. */ earliest: moment.nullable(), /** A part without a day is not counted. */ open: z.boolean(), lookedAt: moment, reasons: z.array(outlookReason) }),
  refuses: ['repair-orders.receive-first', 'repair-orders.lines-authorised'],
})
export type OutlookView = z.output<typeof seeOutlook.gives>
export const seeAddedOutlook = route({
  does: 'See when a car in the shop could be ready with its added work, and why not sooner', method: 'GET', path: '/repair-orders/:orderId/added-work/outlook', needs: repairOrderPermissions.authorise, ...order,
  query: z.strictObject({ /** All that is priced where it is missing. */ addedWorkId: id.optional() }), gives: seeOutlook.gives, refuses: ['repair-orders.added-not-in-shop', 'repair-orders.added-not-priced'],
})
export const printAuthorisation = route({
  does: 'Print the work authorisation, two copies', method: 'GET', path: '/repair-orders/:orderId/authorisation.pdf', needs: repairOrderPermissions.see, ...order, query: printQuery, gives: pdf, refuses: ['repair-orders.nothing-to-print'],
})
export const printReception = route({
  does: 'Print the reception sheet', method: 'GET', path: '/repair-orders/:orderId/reception.pdf', needs: repairOrderPermissions.see, ...order, query: printQuery, gives: pdf, refuses: ['repair-orders.not-received-yet'],
})
export const reportAddedWork = route({
  does: 'Report added work that was found on a car', method: 'POST', path: '/repair-orders/:orderId/added-work', needs: repairOrderPermissions.reportAddedWork, ...order,
  body: z.strictObject({ findings: filledText(500), urgency: z.enum(urgencies) }), gives: z.object({ id, number: z.number().int(), version }), refuses: ['repair-orders.added-not-in-shop'],
})
export const askForPart = route({
  does: 'Ask for a part by its number or label: added work with the part proposed', method: 'POST', path: '/repair-orders/:orderId/part-requests', needs: repairOrderPermissions.reportAddedWork, ...order,
  body: z.strictObject({ /** Part number, barcode, or the code on a lot's label. */ code: filledText(80), quantityThousandths: thousandths, words: text(300).default(''), urgency: z.enum(urgencies) }),
  gives: z.object({ id, number: z.number().int(), version }), refuses: ['repair-orders.added-not-in-shop', 'repair-orders.part-unknown'],
})

const addedWork = { params: z.strictObject({ addedWorkId: id }) }
export const printAddedWork = route({
  does: 'Print the confirmation of added work', method: 'GET', path: '/added-work/:addedWorkId/confirmation.pdf', needs: repairOrderPermissions.see, ...addedWork, query: printQuery, gives: pdf, refuses: ['repair-orders.added-not-priced'],
})
/** At the price of its rule: a price off it belongs into an estimate. */
const addedWish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('labour'), operationId: id, payer, hoursThousandths: thousandths.optional() }),
  z.strictObject({ kind: z.literal('part'), partId: id, payer, quantityThousandths: thousandths }),
])
export const priceAddedWork = route({
  does: 'Price added work', method: 'POST', path: '/added-work/:addedWorkId/price', needs: repairOrderPermissions.estimate, ...addedWork,
  body: z.strictObject({ version, add: z.array(addedWish).max(50), remove: z.array(id).max(50) }), gives: edited,
  refuses: ['repair-orders.added-decided', 'repair-orders.added-not-in-shop', 'repair-orders.no-labour-rate', 'catalogue.no-price'],
})
export const decideAddedWork = route({
  does: "Record the customer's answer to added work", method: 'POST', path: '/added-work/:addedWorkId/decision', needs: repairOrderPermissions.authorise, ...addedWork,
  body: z.strictObject({
    version, agreed: z.boolean(), way: z.enum(['signature', 'call']), customerName: text(60), customerPhone: text(20).default(''), words: text(200).default(''), signature, promisedAt: moment, earliest: moment.optional(), lookedAt: moment.optional(), earlyReason: text(300).default(''),
  }),
  gives: done.extend({ short: z.number().int() }),
  refuses: ['repair-orders.added-decided', 'repair-orders.added-not-priced', 'repair-orders.added-not-in-shop', 'repair-orders.added-who-missing', 'repair-orders.added-unsigned',
    'repair-orders.added-call-incomplete', 'repair-orders.promise-in-past', 'repair-orders.promise-too-early', 'repair-orders.promise-moved', 'repair-orders.added-needs-labour'],
})
export const withdrawAddedWork = route({
  does: 'Withdraw added work or a recommendation, with the reason', method: 'POST', path: '/added-work/:addedWorkId/withdraw', needs: repairOrderPermissions.estimate, ...addedWork,
  body: z.strictObject({ version, reason: filledText(300) }), gives: done, refuses: ['repair-orders.added-decided'],
})

import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, fen, file, filledText, id, kilometres, languageShape, moment, pageOf, pageQuery, pdf, positiveFen, printQuery, text, version } from '../../platform/shapes.ts'
import { payers } from '../catalogue/domain/payers.ts'
import { statuses } from '../repair-orders/domain/life.ts'
import { claimants } from './domain/reallocation.ts'
import { ages, receivableStates } from './domain/receivable.ts'
import { channels } from './domain/fee.ts'
import { ways } from './domain/till.ts'
import { settlementPermissions } from './permissions.ts'

const whole = z.number().int()

/** How money came in; `feeFen` is what the channel keeps of it, by its slip or its rate. */
export const moneyTaken = { way: z.enum(ways), amountFen: positiveFen.min(1), reference: text(60).default(''), feeFen: positiveFen.default(0) }
export const moneyRefusals = ['settlement.till-closed', 'settlement.till-not-open', 'settlement.reference-missing', 'settlement.no-fee-of-cash', 'settlement.fee-above-payment'] as const

export const statementRow = z.object({
  id, number: z.string(), orderId: id, orderNumber: z.string(), payer: z.enum(payers), payerName: z.string(), plate: z.string(), at: moment, day, personName: z.string(),
  linesFen: fen, allowanceFen: fen, allowanceReason: z.string().nullable(), /** Who granted it. */ allowanceBy: z.string().nullable(), totalFen: fen, netFen: fen, taxFen: fen, paidFen: fen, dueFen: fen,
  reversedAt: moment.nullable(), reversalReason: z.string().nullable(), debtorName: z.string().nullable(), /** Until when it may be owed; null: not on credit. */ creditDueOn: day.nullable(), /** Until when a claim, or what is on credit, is to be paid; null: at once. */ dueOn: day.nullable(), overdueDays: whole, version,
  /** The statement whose refused claim this one moves, and why. */ supplementOf: id.nullable(), supplementReason: z.string().nullable(),
})
export type StatementRow = z.output<typeof statementRow>

const age = z.object({ age: z.enum(ages), count: whole, openFen: fen })

export const listStatements = route({
  does: 'List statements, newest first', method: 'GET', path: '/statements', needs: settlementPermissions.see,
  query: z.strictObject({ ...pageQuery, due: z.enum(['yes', 'no']).default('no'), claims: z.enum(['yes', 'no']).default('no'), day: day.optional(), /** Tail of the plate or of the order's number, or the whole number of a statement. */ find: text(40).optional() }),
  gives: pageOf(statementRow).extend({ /** Of all claims that are open, where claims were asked for. */ ages: z.array(age) }),
})

const statement = { params: z.strictObject({ statementId: id }) }

const paymentView = z.object({
  id, number: z.string(), at: moment, day, personName: z.string(), way: z.enum(ways), amountFen: fen, reference: z.string(), /** What the channel keeps of it. */ feeFen: fen, refunds: id.nullable(), reason: z.string(),
})
export type PaymentView = z.output<typeof paymentView>

export const statementView = statementRow.extend({
  lines: z.array(z.object({
    lineId: id, kind: z.string(), code: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), quantityThousandths: whole, unitPriceFen: fen, discountFen: fen,
    amountFen: fen, allowanceFen: fen, vatPercent: whole, netFen: fen, taxFen: fen, /** The whole line, where this statement holds a part of it. */ lineAmountFen: fen.nullable(),
  })),
  payments: z.array(paymentView), /** What of a deposit went into it. */ depositFen: fen,
})
export type StatementView = z.output<typeof statementView>

export const seeStatement = route({
  does: 'See a statement with lines and payments', method: 'GET', path: '/statements/:statementId', needs: settlementPermissions.see, ...statement, gives: statementView,
})

const order = { params: z.strictObject({ orderId: id }) }

/** When the customer wants to be called. */
export const callTime = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('any') }), z.strictObject({ kind: z.literal('at'), on: day, from: whole.min(0).max(23), to: whole.min(1).max(24) })])

export const deliveryView = z.object({
  orderId: id, at: moment, personId: id, personName: z.string(), codeChecked: z.boolean(), identityReason: z.string().nullable(), accepted: z.boolean(), oldPartsShown: z.boolean(),
  setRemoved: z.boolean(), nextServiceOn: day.nullable(), nextServiceKm: kilometres.nullable(), /** Null: delivered before the time was asked for; the note says it. */ callTime: callTime.nullable(), callNote: z.string(),
})

export const seeSettlement = route({
  does: 'See what of an order is settled, paid and delivered', method: 'GET', path: '/settlements/:orderId', needs: settlementPermissions.see, ...order,
  gives: z.object({ orderId: id, status: z.enum(statuses), version, statements: z.array(statementRow), /** The customer's money in hand that is not used yet. */ heldFen: fen, /** An allowance that was asked for: open while nobody granted it. */ allowance: z.object({ amountFen: fen, reason: z.string(), grantedBy: z.string().nullable() }).nullable(), delivery: deliveryView.nullable(),
    /** While the car is to be handed over: when it should come again by its model's plan, and how many kilometres it drives in how many days. */
    nextService: z.object({ on: day, km: kilometres, months: z.number().int(), pace: z.object({ km: kilometres, days: z.number().int() }).nullable() }).nullable() }),
})

export type SettlementView = z.output<typeof seeSettlement.gives>

export const settleOrder = route({
  does: 'Settle an order: one statement per payer', method: 'POST', path: '/settlements/:orderId', needs: settlementPermissions.settle, ...order,
  body: z.strictObject({ version, allowanceFen: positiveFen.default(0), allowanceReason: text(300).default('') }),
  gives: done.extend({ statements: z.array(z.object({ id, number: z.string(), payer: z.string(), totalFen: fen })) }),
  refuses: ['settlement.not-ready', 'settlement.parts-differ', 'settlement.sublet-out', 'settlement.price-follows', 'settlement.allowance-too-large', 'settlement.allowance-needs-right',
    'settlement.allowance-needs-reason', 'settlement.allowance-above-limit', 'settlement.no-vat-rate'],
})

export const reverseStatement = route({
  does: 'Reverse a statement', method: 'POST', path: '/statements/:statementId/reverse', needs: settlementPermissions.reverse, ...statement,
  body: z.strictObject({ version, reason: filledText(500) }), gives: done,
  refuses: ['settlement.reversed', 'settlement.own-statement', 'settlement.refund-first', 'settlement.delivered-already', 'settlement.has-supplement', 'invoicing.red-first'],
})

export const reallocateClaim = route({
  does: 'Move a refused claim, or a part of it, to another payer', method: 'POST', path: '/statements/:statementId/reallocation', needs: settlementPermissions.reallocate, ...statement,
  body: z.strictObject({ version, amountFen: positiveFen, to: z.enum(payers), reason: text(300) }),
  gives: z.object({ /** Asked: above the own limit, somebody else decides. */ state: z.enum(['moved', 'asked']), numbers: z.array(z.string()) }),
  refuses: ['settlement.reversed', 'settlement.not-a-claim', 'settlement.same-payer', 'settlement.refused-above-due', 'settlement.refusal-needs-reason', 'invoicing.red-first', 'approvals.asked-already'],
})

export const takePayment = route({
  does: 'Take a payment', method: 'POST', path: '/statements/:statementId/payments', needs: settlementPermissions.pay, ...statement,
  body: z.strictObject({ version, ...moneyTaken, keepFen: positiveFen.default(0) }),
  gives: z.object({ number: z.string(), version, dueFen: fen, kept: z.string().nullable() }),
  refuses: ['settlement.keep-only-above-due', 'settlement.reversed', 'settlement.more-than-due', ...moneyRefusals],
})

const depositRow = z.object({ id, number: z.string(), plate: z.string(), ownerName: z.string(), status: z.enum(statuses), takenFen: fen, usedFen: fen, heldFen: fen })
export type DepositRow = z.output<typeof depositRow>

export const listDeposits = route({
  does: 'List orders with a deposit in hand, or find the order to take one for', method: 'GET', path: '/deposits', needs: settlementPermissions.pay,
  query: z.strictObject({ ...pageQuery, find: text(40).optional() }), gives: pageOf(depositRow),
})
export const seeDeposit = route({
  does: "See an order's deposit with its payments", method: 'GET', path: '/deposits/:orderId', needs: settlementPermissions.pay, ...order, gives: depositRow.extend({ payments: z.array(paymentView) }),
})
export const takeDeposit = route({
  does: 'Take a deposit for a visit that is not settled yet', method: 'POST', path: '/deposits/:orderId', needs: settlementPermissions.pay, ...order,
  body: z.strictObject(moneyTaken), gives: z.object({ number: z.string(), dueFen: fen }),
  refuses: ['settlement.no-deposit-now', ...moneyRefusals],
})

export const askRefund = route({
  does: 'Ask for the refund of a payment', method: 'POST', path: '/payments/:paymentId/ask-refund', needs: settlementPermissions.ask,
  params: z.strictObject({ paymentId: id }), body: z.strictObject({ reason: filledText(300) }), gives: z.object({ id }), refuses: ['settlement.already-refunded', 'approvals.asked-already'],
})
export const askReversal = route({
  does: 'Ask for the reversal of a statement', method: 'POST', path: '/statements/:statementId/ask-reversal', needs: settlementPermissions.ask, ...statement,
  body: z.strictObject({ reason: filledText(300) }), gives: z.object({ id }), refuses: ['settlement.reversed', 'approvals.asked-already'],
})

export const askAllowance = route({
  does: 'Ask for an allowance before the settlement', method: 'POST', path: '/settlements/:orderId/ask-allowance', needs: settlementPermissions.ask, ...order,
  body: z.strictObject({ amountFen: positiveFen.min(1), reason: filledText(300) }), gives: z.object({ id }), refuses: ['settlement.no-allowance-now', 'approvals.asked-already'],
})
export const askCredit = route({
  does: 'Ask that the owner may owe what is due', method: 'POST', path: '/statements/:statementId/ask-credit', needs: settlementPermissions.ask, ...statement,
  body: z.strictObject({ reason: filledText(300) }), gives: z.object({ id }), refuses: ['settlement.reversed', 'settlement.credit-customer-only', 'settlement.on-credit-already', 'settlement.nothing-to-owe', 'approvals.asked-already'],
})
export const grantCredit = route({
  does: 'Grant credit on a statement', method: 'POST', path: '/statements/:statementId/credit', needs: settlementPermissions.grantCredit, ...statement,
  body: z.strictObject({ version, reason: text(300).default('') }), gives: done,
  refuses: ['settlement.own-statement-credit', 'settlement.reversed', 'settlement.credit-customer-only', 'settlement.on-credit-already', 'settlement.nothing-to-owe', 'settlement.credit-needs-owner', 'settlement.no-credit-account',
    'settlement.credit-over-limit', 'settlement.override-needs-reason'],
})

const creditAccountRow = z.object({ customerId: id, customerName: z.string(), limitFen: fen, days: whole, usedFen: fen, dueOn: day.nullable(), overdueDays: whole, version })
export type CreditAccountRow = z.output<typeof creditAccountRow>

export const listCreditAccounts = route({
  does: 'List customers who may owe, with what they owe', method: 'GET', path: '/credit-accounts', needs: settlementPermissions.seeReceivables,
  query: z.strictObject({ ...pageQuery, find: text(60).optional(), /** His alone. */ customerId: id.optional() }), gives: pageOf(creditAccountRow).extend({ ages: z.array(age) }),
})
const customer = { params: z.strictObject({ customerId: id }) }
const creditAccountView = creditAccountRow.extend({
  owed: z.array(z.object({ id, number: z.string(), orderId: id, orderNumber: z.string(), plate: z.string(), day, dueOn: day, totalFen: fen, paidFen: fen, dueFen: fen, overdueDays: whole })),
})
export type CreditAccountView = z.output<typeof creditAccountView>
export const seeCreditAccount = route({
  does: 'See what a customer may owe and owes', method: 'GET', path: '/credit-accounts/:customerId', needs: settlementPermissions.seeReceivables, ...customer, gives: creditAccountView,
})
export const setCreditAccount = route({
  does: 'Set how much a customer may owe, and for how long', method: 'POST', path: '/credit-accounts/:customerId', needs: settlementPermissions.setCredit, ...customer,
  body: z.strictObject({ version: whole.min(0).max(2_147_483_647), limitFen: positiveFen, days: whole.min(0).max(365), reason: filledText(300) }), gives: done, refuses: ['settlement.credit-set-meanwhile'],
})

const receivableRow = z.object({
  id, document: z.string(), customerId: id, customerName: z.string(), day, dueOn: day.nullable(), dueDay: day, amountFen: fen, paidFen: fen, dueFen: fen, note: z.string(),
  overdueDays: whole, version,
})
export type ReceivableRow = z.output<typeof receivableRow>

export const listReceivables = route({
  does: 'List receivables from before the store began here, the longest overdue first', method: 'GET', path: '/receivables', needs: settlementPermissions.seeReceivables,
  query: z.strictObject({ ...pageQuery, state: z.enum(receivableStates).default('open'), find: text(60).optional() }),
  gives: pageOf(receivableRow).extend({ ages: z.array(age) }),
})

const receivable = { params: z.strictObject({ receivableId: id }) }
const receivableView = receivableRow.extend({ payments: z.array(paymentView) })
export type ReceivableView = z.output<typeof receivableView>

export const seeReceivable = route({
  does: 'See a receivable with its payments', method: 'GET', path: '/receivables/:receivableId', needs: settlementPermissions.seeReceivables, ...receivable, gives: receivableView,
})

export const collectReceivable = route({
  does: 'Take a payment for a receivable', method: 'POST', path: '/receivables/:receivableId/payments', needs: settlementPermissions.pay, ...receivable,
  body: z.strictObject({ version, ...moneyTaken }),
  gives: z.object({ number: z.string(), version, dueFen: fen }),
  refuses: ['settlement.more-than-due', ...moneyRefusals],
})

export const refundPayment = route({
  does: 'Refund a payment the way it came', method: 'POST', path: '/payments/:paymentId/refund', needs: settlementPermissions.refund,
  params: z.strictObject({ paymentId: id }), body: z.strictObject({ reason: filledText(300) }), gives: z.object({ number: z.string() }),
  refuses: ['settlement.already-refunded', 'settlement.refund-at-counter', 'settlement.own-payment', 'settlement.till-closed', 'settlement.till-not-open', 'settlement.till-short', 'settlement.deposit-used'],
})

const tillView = z.object({ day, floatFen: fen, openedAt: moment, countedFen: fen.nullable(), expectedFen: fen.nullable(), differenceReason: z.string().nullable(), closedAt: moment.nullable(), version })
const waySum = z.object({ way: z.enum(ways), amountFen: fen, feeFen: fen, count: whole })
const rate = { /** Hundredths of a percent: 60 = 0.60 %. */ hundredths: whole.min(0).max(1000), /** Whether a refund brings the fee back. */ comesBack: z.boolean(), version: whole.min(0) }

export const seeTill = route({
  does: "See today's till, and what channels keep", method: 'GET', path: '/statements-till', needs: settlementPermissions.till,
  gives: z.object({
    day, expectedFen: fen, sums: z.array(waySum), till: tillView.nullable(), rates: z.array(z.object({ way: z.enum(channels), ...rate })), /** The oldest day before today whose till nobody closed. */ forgotten: day.nullable(),
  }),
})
export const openTill = route({
  does: 'Open the till with its float', method: 'POST', path: '/statements-till/open', needs: settlementPermissions.till,
  body: z.strictObject({ floatFen: positiveFen }), gives: z.object({ day }), refuses: ['settlement.till-opened-already'],
})
export const closeTill = route({
  does: 'Close a day of the till: the drawer counted, each channel compared', method: 'POST', path: '/statements-till/close', needs: settlementPermissions.till,
  body: z.strictObject({ day: day.optional(), countedFen: positiveFen, stated: z.array(z.strictObject({ way: z.enum(channels), statedFen: fen })).max(channels.length).default([]), reason: text(300).default('') }),
  gives: z.object({ day, expectedFen: fen, differenceFen: fen }),
  refuses: ['settlement.till-not-open', 'settlement.till-closed', 'settlement.till-difference', 'settlement.way-not-stated', 'settlement.way-difference'],
})

const tillFilter = { from: day.optional(), until: day.optional(), open: z.enum(['yes', 'no']).default('no') }
const closingRow = tillView.extend({ /** By which the channels' statements differ from the books. */ waysOffFen: fen, feeFen: fen, closedByName: z.string() })
export type ClosingRow = z.output<typeof closingRow>

export const listTills = route({
  does: 'List the days of the till, newest first', method: 'GET', path: '/statements-till/days', needs: settlementPermissions.till,
  query: z.strictObject({ after: day.optional(), limit: pageQuery.limit, ...tillFilter }), gives: z.object({ rows: z.array(closingRow), next: day.nullable() }),
})
export const tillsFile = route({
  does: 'Take the days of the till as a workbook', method: 'GET', path: '/statements-till/file', needs: settlementPermissions.till, query: z.strictObject({ ...tillFilter, language: languageShape.default('zh-CN') }), gives: file,
})
export const seeClosing = route({
  does: 'See a day of the till way by way', method: 'GET', path: '/statements-till/days/:day', needs: settlementPermissions.till, params: z.strictObject({ day }),
  gives: tillView.extend({ closedByName: z.string(), ways: z.array(waySum.extend({ /** By the statement of the channel. */ statedFen: fen.nullable() })),
    /** Cash on delivery that carriers and drivers handed in that day. */ collected: z.array(z.object({ number: z.string(), saleId: id, saleNumber: z.string(), collectedBy: z.string(), way: z.enum(ways), amountFen: fen, shortFen: fen, reason: z.string() })),
    /** While the day is open: what they still owe. */ outside: z.array(z.object({ saleId: id, number: z.string(), by: z.string(), handedAt: moment, owedFen: fen })) }),
})
export type ClosingView = z.output<typeof seeClosing.gives>

export const listTillEntries = route({
  does: 'List what came in and went out on a day of the till, one by one', method: 'GET', path: '/statements-till/days/:day/entries', needs: settlementPermissions.till, params: z.strictObject({ day }),
  query: z.strictObject({ ...pageQuery, way: z.enum(ways).optional(), find: text(40).optional() }),
  gives: pageOf(z.object({
    id, number: z.string(), at: moment, way: z.enum(ways), amountFen: fen, feeFen: fen, reference: z.string(), personName: z.string(), /** The statement with its plate, or what else was paid. */ about: z.string(),
    statementId: id.nullable(), refunds: z.boolean(), reason: z.string(),
  })),
})

export const keepFeeRate = route({
  does: 'Set what a channel keeps of a payment', method: 'POST', path: '/statements-till/rates/:way', needs: settlementPermissions.setFees, params: z.strictObject({ way: z.enum(channels) }), body: z.strictObject(rate), gives: z.object({ version }),
})

const term = { days: whole.min(0).max(365), version: whole.min(0) }
export const seeClaimTerms = route({
  does: 'See within how many days each payer of claims pays', method: 'GET', path: '/statements-claims/terms', needs: settlementPermissions.see, gives: z.object({ rows: z.array(z.object({ payer: z.enum(claimants), ...term })) }),
})
export const keepClaimTerm = route({
  does: 'Set within how many days a payer of claims pays', method: 'POST', path: '/statements-claims/terms/:payer', needs: settlementPermissions.setTerms, params: z.strictObject({ payer: z.enum(claimants) }), body: z.strictObject(term), gives: z.object({ version }),
})

export const deliverCar = route({
  does: 'Deliver the car', method: 'POST', path: '/settlements/:orderId/delivery', needs: settlementPermissions.deliver, ...order,
  body: z.strictObject({
    version, pickUpCode: text(10), identityReason: text(300).default(''), accepted: z.boolean(), oldPartsShown: z.boolean(), setRemoved: z.boolean(),
    nextServiceOn: day.nullable(), nextServiceKm: kilometres.nullable(), callTime: callTime.nullable(), callNote: text(60).default(''),
  }),
  gives: done,
  refuses: ['settlement.not-settled', 'settlement.customer-owes', 'settlement.code-wrong', 'settlement.not-accepted', 'settlement.old-parts-not-shown', 'settlement.set-not-removed', 'settlement.no-call-time', 'settlement.call-day-outside', 'settlement.call-hours-backwards', 'quality.certificate-missing'],
})

export const printStatement = route({
  does: 'Print a statement', method: 'GET', path: '/statements/:statementId/statement.pdf', needs: settlementPermissions.see, ...statement, query: printQuery, gives: pdf,
})
export const printReminder = route({
  does: 'Print the reminder card', method: 'GET', path: '/settlements/:orderId/reminder.pdf', needs: settlementPermissions.see, ...order, query: printQuery, gives: pdf, refuses: ['settlement.not-delivered', 'settlement.no-next-service'],
})

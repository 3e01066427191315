import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, file, filledText, id, languageShape, moment, pageOf, pageQuery, pageQueryByNumber, pdf, positiveFen, printQuery, text, version } from '../../platform/shapes.ts'
import { countKinds, countStatuses } from './domain/life.ts'
import { differenceReasons } from './domain/differences.ts'
import { valueClasses } from './domain/rolling.ts'
import { countPermissions } from './permissions.ts'

const whole = z.number().int()
/** Hundredths of a percent; null where nothing was counted. */
const accuracy = whole.nullable()

const countRow = z.object({
  id, number: z.string(), kind: z.enum(countKinds), status: z.enum(countStatuses), day, plannedByName: z.string(), version,
  /** Of the shelves: all, and those somebody counted. */ lines: whole, counted: whole,
  /** Null before the counting is complete: a count is blind. Value for who may see the cost of stock. */
  right: whole.nullable(), accuracy, netFen: whole.nullable(), absoluteFen: whole.nullable(),
})
export type CountRow = z.output<typeof countRow>

export const countGroups = ['open', 'all'] as const
export const listCounts = route({
  does: 'List counts, newest first', method: 'GET', path: '/counts', needs: countPermissions.see,
  query: z.strictObject({ ...pageQuery, group: z.enum(countGroups).default('open'), find: text(40).default(''), kind: z.enum(countKinds).optional(), /** In which the counting was complete. */ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).optional() }), gives: pageOf(countRow),
})

const monthRow = z.object({ month: z.string(), kind: z.enum(countKinds), counts: whole, lines: whole, right: whole, accuracy, netFen: whole.nullable(), absoluteFen: whole.nullable() })
export type MonthRow = z.output<typeof monthRow>
export const seeAccuracy = route({
  does: 'See how right the books were, by month', method: 'GET', path: '/counts/accuracy', needs: countPermissions.see, gives: z.object({ /** Hundredths of a percent. */ target: whole, rows: z.array(monthRow) }),
})

const why = z.object({ valueClass: z.enum(valueClasses), daysSince: whole.nullable(), errors: whole })
export const proposeCount = route({
  does: 'Propose the shelves of a rolling count', method: 'GET', path: '/counts/proposal', needs: countPermissions.plan,
  gives: z.object({ rows: z.array(why.extend({ partId: id, placeId: id, bin: z.string(), number: z.string(), nameZh: z.string(), nameEn: z.string() })) }),
})

const settings = { recountThousandths: whole.min(0).max(100_000_000), recountFen: positiveFen.max(100_000_000), linesADay: whole.min(1).max(200), daysA: whole.min(1).max(400), daysB: whole.min(1).max(400), daysC: whole.min(1).max(400), accuracyTarget: whole.min(0).max(10_000) }
export const seeSettings = route({ does: 'See the settings of counts', method: 'GET', path: '/counts/settings', needs: countPermissions.see, gives: z.object({ ...settings, version: whole }) })
export const keepSettings = route({
  does: 'Keep the settings of counts', method: 'POST', path: '/counts/settings', needs: countPermissions.keepSettings, body: z.strictObject({ ...settings, /** Zero: the presets were seen. */ version: whole.min(0) }), gives: done,
})

export const listCounters = route({
  does: 'List who can be asked to count', method: 'GET', path: '/counts/counters', needs: countPermissions.plan, gives: z.object({ rows: z.array(z.object({ id, name: z.string(), position: z.string() })) }),
})

const planRefusals = ['counts.day-past', 'counts.planned-already']
export const planCount = route({
  does: 'Plan a full count', method: 'POST', path: '/counts', needs: countPermissions.plan, body: z.strictObject({ day, briefing: filledText(2_000), counterIds: z.array(id).min(1).max(30) }),
  gives: z.object({ id, number: z.string(), version }), refuses: [...planRefusals, 'counts.not-a-counter'],
})
export const planRolling = route({
  does: 'Plan a rolling count of the shelves that are due', method: 'POST', path: '/counts/rolling', needs: countPermissions.plan, body: z.strictObject({ day }), gives: z.object({ id, number: z.string(), version }),
  refuses: [...planRefusals, 'counts.full-under-way', 'counts.nothing-due'],
})

const count = { params: z.strictObject({ countId: id }) }
const seen = { ...count, body: z.strictObject({ version }), gives: done }

const countView = countRow.extend({
  briefing: z.string(), plannedAt: moment, plannedBy: id, agreedAt: moment.nullable(), agreedByName: z.string().nullable(), preparedAt: moment.nullable(), preparedByName: z.string().nullable(), startedAt: moment.nullable(), enteredAt: moment.nullable(),
  askedAt: moment.nullable(), approvedAt: moment.nullable(), approvedByName: z.string().nullable(), adjustedAt: moment.nullable(), adjustedByName: z.string().nullable(), document: z.string().nullable(), adjustedFen: whole.nullable(),
  endedAt: moment.nullable(), endedByName: z.string().nullable(), endReason: z.string(), toRecount: whole, /** Null while the count is blind. */ different: whole.nullable(), unexplained: whole.nullable(),
  counters: z.array(z.object({ personId: id, name: z.string(), named: z.boolean(), readAt: moment.nullable(), lines: whole })), /** The caller read the briefing. */ mineRead: z.boolean(),
})
export type CountView = z.output<typeof countView>
export const seeCount = route({ does: 'See a count', method: 'GET', path: '/counts/:countId', needs: countPermissions.see, ...count, gives: countView })

const lineRow = z.object({
  id, partId: id, number: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), bin: z.string(), found: z.boolean(), entries: whole, recount: z.boolean(), why: why.nullable(),
  /** Null while the count is blind. */
  book: whole.nullable(), moved: whole.nullable(), counted: whole.nullable(), difference: whole.nullable(), valueFen: whole.nullable(), adjustedFen: whole.nullable(),
  reason: z.enum(differenceReasons).nullable(), words: z.string(), explainedByName: z.string().nullable(), /** Who counted, in turn; what each found, once the count is no longer blind. */ said: z.array(z.object({ name: z.string(), at: moment, counted: whole.nullable(), difference: whole.nullable() })),
})
export type LineRow = z.output<typeof lineRow>
export const lineGroups = ['all', 'different', 'uncounted', 'recount'] as const
export const listLines = route({
  does: 'List the shelves of a count, in the order of the bins', method: 'GET', path: '/counts/:countId/lines', needs: countPermissions.see, ...count,
  query: z.strictObject({ ...pageQueryByNumber, group: z.enum(lineGroups).default('all') }), gives: pageOf(lineRow),
})

export const agreeCount = route({ does: 'Agree to the day of a count', method: 'POST', path: '/counts/:countId/agree', needs: countPermissions.agree, ...seen, refuses: ['counts.not-now', 'counts.agreed-already', 'counts.own-plan'] })
export const readBriefing = route({
  does: 'Say that one has read the briefing of a count', method: 'POST', path: '/counts/:countId/reading', needs: countPermissions.count, ...count, body: z.strictObject({}), gives: z.object({ id }), refuses: ['counts.read-already', 'counts.not-now'],
})
export const prepareCount = route({ does: 'Say that the store is ready to be counted', method: 'POST', path: '/counts/:countId/prepare', needs: countPermissions.count, ...seen, refuses: ['counts.not-now', 'counts.prepared-already'] })
export const startCount = route({
  does: 'Begin to count: what the books say is kept', method: 'POST', path: '/counts/:countId/start', needs: countPermissions.count, ...seen,
  refuses: ['counts.not-now', 'counts.too-early', 'counts.not-agreed', 'counts.not-prepared', 'counts.others-under-way', 'counts.full-under-way', 'counts.nothing-due'],
})
export const finishCounting = route({
  does: 'Say that the counting is complete', method: 'POST', path: '/counts/:countId/finish', needs: countPermissions.count, ...seen, refuses: ['counts.not-counting', 'counts.nothing-counted', 'counts.uncounted', 'counts.to-recount'],
})
const line = { params: z.strictObject({ countId: id, lineId: id }) }
export const explainLine = route({
  does: 'Explain a difference', method: 'POST', path: '/counts/:countId/lines/:lineId/explain', needs: countPermissions.explain, ...line, body: z.strictObject({ version, reason: z.enum(differenceReasons), words: text(300) }), gives: done,
  refuses: ['counts.not-now', 'counts.no-difference', 'counts.words-missing'],
})
export const countAgain = route({ does: 'Have a shelf counted again', method: 'POST', path: '/counts/:countId/lines/:lineId/again', needs: countPermissions.submit, ...line, body: z.strictObject({ version }), gives: done, refuses: ['counts.not-now'] })
export const submitCount = route({ does: 'Send the explained differences to finance', method: 'POST', path: '/counts/:countId/submit', needs: countPermissions.submit, ...seen, refuses: ['counts.not-now', 'counts.unexplained', 'approvals.asked-already'] })
export const adjustCount = route({ does: 'Adjust the stock by the approved differences', method: 'POST', path: '/counts/:countId/adjust', needs: countPermissions.adjust, ...seen, refuses: ['counts.not-approved', 'stock.bin-holds-less'] })
export const closeCount = route({ does: 'Close an adjusted count', method: 'POST', path: '/counts/:countId/close', needs: countPermissions.plan, ...seen, refuses: ['counts.not-adjusted'] })
const withReason = { ...count, body: z.strictObject({ version, reason: filledText(300) }), gives: done }
export const cancelCount = route({ does: 'Cancel a count', method: 'POST', path: '/counts/:countId/cancel', needs: countPermissions.plan, ...withReason, refuses: ['counts.not-now'] })
export const reverseCount = route({
  does: 'Reverse the adjustment of a count, once', method: 'POST', path: '/counts/:countId/reverse', needs: countPermissions.reverse, ...withReason,
  refuses: ['counts.nothing-to-reverse', 'counts.reversed-already', 'stock.lot-already-used', 'stock.already-taken-back'],
})

// At the shelves, on the phone: never a quantity of the books.
const bin = z.object({ placeId: id, bin: z.string(), lines: whole, /** Those the caller need not touch any more. */ counted: whole, toRecount: whole })
export const listBins = route({
  does: 'List the bins of a count with how far each is counted', method: 'GET', path: '/counts/:countId/bins', needs: countPermissions.count, ...count,
  gives: z.object({ number: z.string(), kind: z.enum(countKinds), status: z.enum(countStatuses), version, briefing: z.string(), mineRead: z.boolean(), lines: whole, counted: whole, toRecount: whole, rows: z.array(bin) }),
})
const shelf = z.object({ lineId: id, partId: id, number: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), entries: whole, recount: z.boolean(), /** The caller counted it last. */ mine: z.boolean() })
export type ShelfRow = z.output<typeof shelf>
export const seeBin = route({
  does: 'See what is to be counted in a bin', method: 'GET', path: '/counts/:countId/bins/:placeId', needs: countPermissions.count, params: z.strictObject({ countId: id, placeId: id }),
  gives: z.object({ placeId: id, bin: z.string(), rows: z.array(shelf) }),
})
export const readCode = route({
  does: 'Say which bin or part a scanned code means', method: 'GET', path: '/counts/:countId/code', needs: countPermissions.count, ...count, query: z.strictObject({ code: filledText(80) }),
  gives: z.object({ /** The bin; of a label, where it lies, if that is one place. */ placeId: id.nullable(), bin: z.string().nullable(), part: z.object({ partId: id, number: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string() }).nullable() }),
  refuses: ['counts.code-unknown'],
})
const enterRefusals = ['counts.not-counting', 'counts.read-first', 'counts.counted-by-you', 'counts.no-recount-here']
export const enterCount = route({
  does: 'Say how much of a part lies in a bin', method: 'POST', path: '/counts/:countId/entries', needs: countPermissions.count, ...count,
  body: z.strictObject({ placeId: id, partId: id, thousandths: whole.min(0).max(100_000_000) }), gives: z.object({ lineId: id, /** Counted again by somebody else. */ recount: z.boolean() }),
  refuses: [...enterRefusals, 'counts.nothing-found', 'counts.in-another-count', 'stock.not-a-bin'],
})
export const enterEmpty = route({
  does: 'Say that nothing lies in a bin', method: 'POST', path: '/counts/:countId/bins/:placeId/empty', needs: countPermissions.count, params: z.strictObject({ countId: id, placeId: id }), body: z.strictObject({}), gives: z.object({ lines: whole }),
  refuses: [...enterRefusals, 'counts.nothing-open-here'],
})

export const printCountSheet = route({ does: 'Print the count sheet', method: 'GET', path: '/counts/:countId/count-sheet.pdf', needs: countPermissions.see, ...count, query: printQuery, gives: pdf, refuses: ['counts.nothing-to-print'] })
export const differencesFile = route({
  does: 'Save the differences of a count as a workbook', method: 'GET', path: '/counts/:countId/differences', needs: countPermissions.see, ...count, query: z.strictObject({ language: languageShape.default('zh-CN') }), gives: file, refuses: ['counts.still-blind'],
})

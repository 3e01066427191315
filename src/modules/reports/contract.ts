import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, fen, file, id, languageShape, moment, pageOf, pageQuery, positiveFen, text } from '../../platform/shapes.ts'
import { payers } from '../catalogue/domain/payers.ts'
import { ways } from '../settlement/domain/till.ts'
import { behindCodes, behindLists, figureCodes } from './domain/figures.ts'
import { giftKinds, marginGroupings } from './domain/margin.ts'
import { groupings, noTeam, works } from './domain/period.ts'
import { reportPermissions } from './permissions.ts'

const whole = z.number().int()
const value = whole.nullable()
const period = { from: day, to: day }
const refuses = ['reports.period-backwards', 'reports.period-too-long']

export const seeFigures = route({
  does: 'See the figures of a period, by day, month, advisor, team or kind of work', method: 'GET', path: '/reports/figures', mayLag: true, needs: reportPermissions.see,
  query: z.strictObject({ ...period, by: z.enum(groupings).default('day') }), refuses,
  gives: z.object({
    from: day, to: day, by: z.enum(groupings), /** With what the period is compared. */ before: z.object(period), groups: z.array(z.object({ key: z.string(), name: z.string(), /** Where it has an English name. */ nameEn: z.string().nullable() })),
    figures: z.array(z.object({ code: z.enum(figureCodes), total: z.object({ value, numerator: whole, denominator: whole.nullable() }), before: value, values: z.array(value), /** The store's, else the manual's. */ target: value, targetVersion: whole })),
  }),
})

export const setTarget = route({
  does: 'Set what the store wants of a figure; null takes the manual\'s value again', method: 'POST', path: '/reports/targets/:figure', needs: reportPermissions.setTarget, params: z.strictObject({ figure: z.enum(figureCodes) }),
  body: z.strictObject({ version: whole.min(0).max(2_147_483_647), value: positiveFen.nullable() }), gives: done, refuses: ['reports.no-target-of-a-sum'],
})

export const behindRow = z.object({
  id, orderId: id.nullable(), number: z.string(), plate: z.string(), personName: z.string(), at: moment, amountFen: fen.nullable(), minutes: whole.nullable(),
  /** Whether it counts for the figure; null where nothing is judged. */ met: z.boolean().nullable(), note: z.string(), /** Where its words have an English name. */ noteEn: z.string().nullable(),
})
export type BehindRow = z.output<typeof behindRow>

export const listBehind = route({
  does: 'List the orders and records behind a figure, newest first', method: 'GET', path: '/reports/orders', mayLag: true, needs: reportPermissions.see,
  query: z.strictObject({ ...pageQuery, ...period, figure: z.enum(behindCodes), advisor: id.optional(), team: id.or(z.literal(noTeam)).optional(), work: z.enum(works).optional(), payer: z.enum(payers).optional(), way: z.enum(ways).optional() }), refuses,
  gives: pageOf(behindRow).extend({ list: z.enum(behindLists) }),
})

const earned = z.object({ orders: whole, revenueFen: fen, costFen: fen, marginFen: fen, /** Hundredths of a percent of the revenue. */ share: value })

export const seeMargin = route({
  does: 'See the gross margin by order, payer or advisor, the lowest first', method: 'GET', path: '/reports/margin', mayLag: true, needs: reportPermissions.seeCost,
  query: z.strictObject({ ...period, by: z.enum(marginGroupings).default('order'), payer: z.enum(payers).optional(), advisor: id.optional() }), refuses,
  gives: z.object({ total: earned, rows: z.array(earned.extend({ key: z.string(), name: z.string(), plate: z.string(), advisorName: z.string() })), /** There are more orders than are listed. */ cut: z.boolean() }),
})
export type MarginRow = z.output<typeof seeMargin.gives>['rows'][number]

export const seeDiscounts = route({
  does: 'See who gave how much discount, by person and month', method: 'GET', path: '/reports/discounts', mayLag: true, needs: reportPermissions.see, query: z.strictObject(period), refuses,
  gives: z.object({ rows: z.array(z.object({ month: z.string(), personId: id, personName: z.string(), kind: z.enum(giftKinds), count: whole, fen })) }),
})
export const listDiscounts = route({
  does: 'List the lines and statements on which discount was given', method: 'GET', path: '/reports/discount-lines', mayLag: true, needs: reportPermissions.see,
  query: z.strictObject({ ...pageQuery, ...period, person: id.optional(), kind: z.enum(giftKinds).optional() }), refuses,
  gives: pageOf(z.object({ id, orderId: id, number: z.string(), plate: z.string(), kind: z.enum(giftKinds), personName: z.string(), day, fen, note: z.string(), noteEn: z.string().nullable() })),
})

export const dailyShape = z.object({
  day, inShop: whole, askedParts: whole, complaints: whole, booked: whole, came: whole,
  figures: z.array(z.object({ code: z.enum(figureCodes), day: value, month: value, lastMonth: value })),
  output: z.array(z.object({ payer: z.enum(payers), kind: z.enum(['labour', 'part', 'sublet']), fen })), receipts: z.array(z.object({ way: z.enum(ways), fen })),
})
const edition = z.coerce.number().int().min(1).max(1_000)

export const seeDaily = route({
  does: 'See the daily business report, as it stands or as it was issued', method: 'GET', path: '/reports/daily', needs: reportPermissions.see, query: z.strictObject({ day, edition: edition.optional() }),
  gives: z.object({ report: dailyShape, editions: z.array(z.object({ edition: whole, at: moment, personName: z.string(), reason: z.string() })) }),
})
export const issueDaily = route({
  does: 'Issue the daily business report; another edition supersedes it and says why', method: 'POST', path: '/reports/daily/issue', needs: reportPermissions.issueDaily,
  body: z.strictObject({ day, seenEdition: whole.min(0).max(1_000), reason: text(300).default('') }), gives: z.object({ edition: whole }),
  refuses: ['reports.day-not-come', 'reports.issued-meanwhile', 'reports.reason-missing'],
})

const language = { language: languageShape.default('zh-CN') }
export const figuresFile = route({
  does: 'Save the figures of a period as a workbook', method: 'GET', path: '/reports/figures/file', mayLag: true, needs: reportPermissions.see, query: z.strictObject({ ...period, by: z.enum(groupings).default('day'), ...language }), refuses, gives: file,
})
export const dailyFile = route({
  does: 'Save the daily business report as a workbook', method: 'GET', path: '/reports/daily/file', needs: reportPermissions.see, query: z.strictObject({ day, edition: edition.optional(), ...language }), gives: file,
})
export const marginFile = route({
  does: 'Save the gross margin as a workbook', method: 'GET', path: '/reports/margin/file', mayLag: true, needs: reportPermissions.seeCost, query: z.strictObject({ ...period, by: z.enum(marginGroupings).default('order'), ...language }), refuses, gives: file,
})
export const discountsFile = route({
  does: 'Save who gave how much discount as a workbook', method: 'GET', path: '/reports/discounts/file', mayLag: true, needs: reportPermissions.see, query: z.strictObject({ ...period, ...language }), refuses, gives: file,
})

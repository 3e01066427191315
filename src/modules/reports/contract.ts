import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, fen, id, moment, pageOf, pageQuery } from '../../platform/shapes.ts'
import { behindLists, figureCodes } from './domain/figures.ts'
import { groupings } from './domain/period.ts'
import { reportPermissions } from './permissions.ts'

const whole = z.number().int()
const value = whole.nullable()
const period = { from: day, to: day }
const refuses = ['reports.period-backwards', 'reports.period-too-long']

export const seeFigures = route({
  does: 'See the figures of a period, by day, month, advisor or team', method: 'GET', path: '/reports/figures', needs: reportPermissions.see,
  query: z.strictObject({ ...period, by: z.enum(groupings).default('day') }), refuses,
  gives: z.object({
    from: day, to: day, by: z.enum(groupings), /** With what the period is compared. */ before: z.object(period), groups: z.array(z.object({ key: z.string(), name: z.string() })),
    figures: z.array(z.object({ code: z.enum(figureCodes), total: z.object({ value, numerator: whole, denominator: whole.nullable() }), before: value, values: z.array(value) })),
  }),
  example: { query: { from: '2026-11-01', to: '2026-11-30', by: 'day' } },
})

export const behindRow = z.object({
  id, orderId: id.nullable(), number: z.string(), plate: z.string(), personName: z.string(), at: moment, amountFen: fen.nullable(), minutes: whole.nullable(),
  /** Whether it counts for the figure; null where nothing is judged. */ met: z.boolean().nullable(), note: z.string(),
})
export type BehindRow = z.output<typeof behindRow>

export const listBehind = route({
  does: 'List the orders and records behind a figure, newest first', method: 'GET', path: '/reports/orders', needs: reportPermissions.see,
  query: z.strictObject({ ...pageQuery, ...period, figure: z.enum(figureCodes), advisor: id.optional() }), refuses,
  gives: pageOf(behindRow).extend({ list: z.enum(behindLists) }), example: { query: { from: '2026-11-01', to: '2026-11-30', figure: 'cars', limit: 20 } },
})

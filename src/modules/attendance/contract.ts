import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, file, filledText, id, languageShape, moment, version } from '../../platform/shapes.ts'
import { standings } from './domain/attendance.ts'
import { attendancePermissions } from './permissions.ts'

const whole = z.number().int()
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const correction = z.object({ at: moment, personName: z.string(), reason: z.string(), cameBefore: moment.nullable(), leftBefore: moment.nullable(), cameAfter: moment, leftAfter: moment })
const spell = z.object({ id, cameAt: moment, leftAt: moment.nullable(), /** Ended by itself; nobody said yet when he really left. */ forgotten: z.boolean(), version, corrections: z.array(correction) })
export type SpellView = z.output<typeof spell>

export const seeOwn = route({
  does: 'See own attendance of the last days', method: 'GET', path: '/attendance/own', needs: attendancePermissions.clock,
  gives: z.object({ today: day, /** Since when one is in the house; null: not in. */ since: moment.nullable(), expected: z.object({ from: moment, until: moment }).nullable(), spells: z.array(spell) }),
})
export type OwnAttendance = z.output<typeof seeOwn.gives>

/** When it was done, where it waited on a phone without network; the server's moment when it is missing or cannot be. */
const at = moment.optional()

export const comeIn = route({
  does: 'Clock in to the day', method: 'POST', path: '/attendance/in', needs: attendancePermissions.clock, body: z.strictObject({ at }), gives: z.object({ id, cameAt: moment }), refuses: ['attendance.in-already'],
})
export const goOut = route({
  does: 'Clock out of the day', method: 'POST', path: '/attendance/out', needs: attendancePermissions.clock, body: z.strictObject({ at }), gives: z.object({ id, leftAt: moment }), refuses: ['attendance.not-in', 'attendance.job-clock-runs'],
})

const personDay = z.object({
  personId: id, name: z.string(), positions: z.array(z.string()), standing: z.enum(standings), minutesLate: whole, expected: z.object({ from: moment, until: moment }).nullable(), spells: z.array(spell),
})
export type PersonDay = z.output<typeof personDay>

const forgotten = spell.extend({ personId: id, name: z.string() })
export type ForgottenView = z.output<typeof forgotten>

export const seeDay = route({
  does: 'See who is here, who is missing and who forgot to clock out', method: 'GET', path: '/attendance/day', needs: attendancePermissions.see, query: z.strictObject({ day }),
  gives: z.object({ day, people: z.array(personDay), forgotten: z.array(forgotten) }),
})
export type AttendanceDay = z.output<typeof seeDay.gives>

const times = { came: moment, left: moment, reason: filledText(200) }
const refuses = ['attendance.own-times', 'attendance.backwards', 'attendance.in-future', 'attendance.too-long', 'attendance.too-old', 'attendance.overlaps']

export const correctSpell = route({
  does: 'Correct when somebody came and left, with a reason', method: 'POST', path: '/attendance/spells/:spellId/correct', needs: attendancePermissions.correct, params: z.strictObject({ spellId: id }),
  body: z.strictObject({ version, ...times }), gives: done, refuses: [...refuses, 'attendance.just-came'],
})
export const addSpell = route({
  does: 'Add an attendance that was never clocked, with a reason', method: 'POST', path: '/attendance/spells', needs: attendancePermissions.correct, body: z.strictObject({ personId: id, ...times }), gives: done.extend({ id }), refuses,
})

const sheetRow = z.object({
  /** The person, or the day of one person. */ key: z.string(), name: z.string(), attendedMilliseconds: whole, workedMilliseconds: whole, soldMilliseconds: whole,
  /** Hundredths of a percent: worked over attended, of technicians alone. */ utilisation: whole.nullable(), /** Sold over worked. */ efficiency: whole.nullable(),
})
export type SheetRow = z.output<typeof sheetRow>

export const seeMonth = route({
  does: 'See attendance, worked and sold hours of a month, by person or by the days of one', method: 'GET', path: '/attendance/month', needs: attendancePermissions.see,
  query: z.strictObject({ month, personId: id.optional() }), gives: z.object({ month, rows: z.array(sheetRow), total: sheetRow }),
})
export const monthFile = route({
  does: 'Save the attendance sheet of a month as a workbook', method: 'GET', path: '/attendance/month/file', needs: attendancePermissions.see,
  query: z.strictObject({ month, personId: id.optional(), language: languageShape.default('zh-CN') }), gives: file,
})

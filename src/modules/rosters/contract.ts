import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, filledText, id, moment, pageOf, pageQuery, text, version } from '../../platform/shapes.ts'
import { absenceChanges, absenceKinds } from './domain/absence.ts'
import { greetingStatuses } from './domain/greeting.ts'
import { rosterPermissions } from './permissions.ts'

const whole = z.number().int()
const wall = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const shiftCode = z.string().regex(/^[a-z0-9-]{1,20}$/)
/** 0: nothing was written yet. */
const versionOrNone = version.or(z.literal(0))

const shift = z.object({ code: z.string(), mark: z.string(), nameZh: z.string(), nameEn: z.string(), starts: z.string(), ends: z.string(), active: z.boolean(), version })
export type ShiftRow = z.output<typeof shift>

const cell = z.object({
  day, /** He holds a position of the store that day: not before he joins, nor after his last day. */ here: z.boolean(), shift: z.string().nullable(), off: z.boolean(), absent: z.enum(absenceKinds).nullable(), deputyName: z.string(), /** This single day is not as usual. */ single: z.boolean(), version: versionOrNone,
})
export type Cell = z.output<typeof cell>

const person = z.object({
  id, name: z.string(), positions: z.array(z.string()), cells: z.array(cell),
  /** The usual week as it holds, or will hold next; null: at work whenever the store is open. */ pattern: z.object({ since: day, days: z.array(z.string()).nullable(), version: versionOrNone }).nullable(),
})
export type PersonRow = z.output<typeof person>

const dayOfStore = z.object({ day, open: z.boolean(), /** Positions of which nobody is at work. */ uncovered: z.array(z.string()) })

export const seeWeek = route({
  does: 'See who works when in a week', method: 'GET', path: '/rosters/week', needs: rosterPermissions.see, query: z.strictObject({ from: day }),
  gives: z.object({ today: day, days: z.array(dayOfStore), shifts: z.array(shift), people: z.array(person), slotMinutes: whole, settingVersion: versionOrNone }),
})
export type Week = z.output<typeof seeWeek.gives>

const changed = z.object({ changed: whole })

export const planDay = route({
  does: 'Give a person a shift or a day off on one day, or let the usual week hold again', method: 'POST', path: '/rosters/days', needs: rosterPermissions.plan,
  body: z.strictObject({ personId: id, day, /** A shift's code, 'off' or 'usual'. */ shift: shiftCode, version: versionOrNone }), gives: changed,
  refuses: ['rosters.no-such-shift', 'rosters.too-long-ago', 'rosters.too-far-ahead'],
})
export const planWeek = route({
  does: "Set a person's usual week from a day on", method: 'POST', path: '/rosters/people/:personId/pattern', needs: rosterPermissions.plan, params: z.strictObject({ personId: id }),
  body: z.strictObject({ since: day, days: z.array(shiftCode).length(7).nullable(), version: versionOrNone }), gives: changed, refuses: ['rosters.no-such-shift', 'rosters.begins-in-the-past', 'rosters.too-far-ahead', 'rosters.never-works'],
})
export const copyWeek = route({
  does: 'Let the days of a week be like those of the week before', method: 'POST', path: '/rosters/weeks/copy', needs: rosterPermissions.plan, body: z.strictObject({ from: day }), gives: changed,
  refuses: ['rosters.week-over', 'rosters.too-far-ahead'],
})
export const putShift = route({
  does: 'Change a shift, retire it, or add one', method: 'POST', path: '/rosters/shifts', needs: rosterPermissions.plan,
  body: z.strictObject({ /** Null: a new one. */ code: shiftCode.nullable(), mark: filledText(3), nameZh: filledText(20), nameEn: filledText(30), starts: wall, ends: wall, active: z.boolean(), version: versionOrNone }),
  gives: z.object({ code: z.string(), version }), refuses: ['rosters.ends-before-it-starts', 'rosters.mark-taken', 'rosters.last-shift', 'rosters.too-many-shifts'],
})
export const putSetting = route({
  does: 'Set how long a slot of greeting duty is', method: 'POST', path: '/rosters/setting', needs: rosterPermissions.plan, body: z.strictObject({ slotMinutes: z.union([z.literal(30), z.literal(60)]), version: versionOrNone }), gives: done,
})

const change = z.object({ at: moment, personName: z.string(), change: z.enum(absenceChanges), until: day, deputyName: z.string(), reason: z.string() })
export const absenceRow = z.object({
  id, personId: id, personName: z.string(), from: day, until: day, kind: z.enum(absenceKinds), reason: z.string(), deputyId: id.nullable(), deputyName: z.string(), status: z.enum(['planned', 'running', 'over', 'cancelled']),
  changes: z.array(change), version,
})
export type AbsenceRow = z.output<typeof absenceRow>

const dutyName = z.object({ id: z.string(), zh: z.string(), en: z.string() })
export type DutyName = z.output<typeof dutyName>

export const listAbsences = route({
  does: 'List absences: those not over yet, or all, newest first', method: 'GET', path: '/rosters/absences', needs: rosterPermissions.see, query: z.strictObject({ ...pageQuery, group: z.enum(['now', 'all']).default('now') }), gives: pageOf(absenceRow.extend({ /** Duties for which its deputy has not the rights now. */ beyond: z.array(dutyName) })),
})
export type ListedAbsence = z.output<typeof listAbsences.gives>['rows'][number]

export const seeDeputies = route({
  does: "See somebody's duties with the rights that each needs, and which of these rights his colleagues have", method: 'GET', path: '/rosters/people/:personId/deputies', needs: rosterPermissions.plan, params: z.strictObject({ personId: id }),
  gives: z.object({ duties: z.array(dutyName.extend({ needs: z.array(z.string()) })), people: z.array(z.object({ id, rights: z.array(z.string()) })) }),
})
const deputyRefusals = ['rosters.own-deputy', 'rosters.deputy-absent']

export const recordAbsence = route({
  does: 'Record that somebody will be absent, and who stands in for him', method: 'POST', path: '/rosters/absences', needs: rosterPermissions.plan,
  body: z.strictObject({ personId: id, from: day, until: day, kind: z.enum(absenceKinds), reason: text(200).default(''), deputyId: id.nullable().default(null) }),
  gives: z.object({ id, version, /** Positions that nobody covers on some day of it. */ uncovered: z.array(z.string()), /** Duties for which the deputy has not the rights. */ beyond: z.array(dutyName) }),
  refuses: ['rosters.until-before-from', 'rosters.too-long-ago', 'rosters.too-long', 'rosters.absent-already', ...deputyRefusals],
})
const absence = { params: z.strictObject({ absenceId: id }) }

export const endAbsence = route({
  does: 'Let an absence end earlier, or cancel it before it begins', method: 'POST', path: '/rosters/absences/:absenceId/end', needs: rosterPermissions.plan, ...absence,
  body: z.strictObject({ version, /** Its last day; null: cancelled. */ until: day.nullable(), reason: text(200) }), gives: done,
  refuses: ['rosters.absence-over', 'rosters.reason-missing', 'rosters.absence-begun', 'rosters.not-earlier', 'rosters.ends-in-the-past'],
})
export const nameDeputy = route({
  does: 'Name another deputy for an absence', method: 'POST', path: '/rosters/absences/:absenceId/deputy', needs: rosterPermissions.plan, ...absence,
  body: z.strictObject({ version, deputyId: id.nullable() }), gives: done.extend({ beyond: z.array(dutyName) }), refuses: ['rosters.absence-over', ...deputyRefusals],
})

const slot = z.object({
  starts: z.string(), ends: z.string(), /** Null: nobody stands there yet. */ personId: id.nullable(), personName: z.string(), status: z.enum(greetingStatuses).nullable(), minutesLate: whole, /** Who stands there is off or absent that day. */ away: z.boolean(),
  version: versionOrNone,
})
export type SlotRow = z.output<typeof slot>

export const seeGreeting = route({
  does: 'See greeting duty of a day, and how many turns each had this month', method: 'GET', path: '/rosters/greeting', needs: rosterPermissions.see, query: z.strictObject({ day }),
  gives: z.object({ day, open: z.boolean(), slots: z.array(slot), people: z.array(z.object({ id, name: z.string(), slots: whole, from: z.string().nullable(), until: z.string().nullable() })) }),
})
export type GreetingDay = z.output<typeof seeGreeting.gives>

export const assignGreeting = route({
  does: 'Give the free slots of greeting duty to advisors in turn', method: 'POST', path: '/rosters/greeting/assign', needs: rosterPermissions.plan, body: z.strictObject({ from: day, until: day }), gives: z.object({ assigned: whole, free: whole }),
  refuses: ['rosters.until-before-from', 'rosters.a-week-at-most', 'rosters.nothing-free', 'rosters.nobody-to-greet', 'rosters.too-far-ahead'],
})
const slotKey = { day, starts: wall }
const givingRefusals = ['rosters.checked-in', 'rosters.slot-over', 'rosters.not-at-work']

export const giveSlot = route({
  does: 'Give a slot of greeting duty to somebody, or to nobody; a slot at another time with its end', method: 'POST', path: '/rosters/greeting/slot', needs: rosterPermissions.plan,
  body: z.strictObject({ ...slotKey, ends: wall.optional(), personId: id.nullable(), version: versionOrNone }), gives: changed, refuses: [...givingRefusals, 'rosters.no-such-slot', 'rosters.slots-overlap', 'rosters.ends-before-it-starts'],
})
export const swapSlots = route({
  does: 'Let two people change their slots of greeting duty', method: 'POST', path: '/rosters/greeting/swap', needs: rosterPermissions.plan,
  body: z.strictObject({ day, first: z.strictObject({ starts: wall, version }), second: z.strictObject({ starts: wall, version }) }), gives: changed, refuses: [...givingRefusals, 'rosters.same-person'],
})
export const checkIn = route({
  does: 'Check in for one\'s own greeting duty', method: 'POST', path: '/rosters/greeting/check-in', needs: rosterPermissions.checkIn, body: z.strictObject({ ...slotKey, version }), gives: done.extend({ minutesLate: whole }),
  refuses: ['rosters.another-slot', 'rosters.checked-in', 'rosters.slot-over', 'rosters.too-early'],
})

export const seeOwn = route({
  does: 'See own shifts, absences, greeting duty and whom one stands in for', method: 'GET', path: '/rosters/own', needs: rosterPermissions.see,
  gives: z.object({
    today: day, shifts: z.array(shift), days: z.array(cell), slots: z.array(slot.extend({ day, startsAt: moment, endsAt: moment })), absences: z.array(absenceRow.omit({ changes: true })), deputyFor: z.array(absenceRow.omit({ changes: true })),
  }),
})
export type Own = z.output<typeof seeOwn.gives>

import { may } from '../../../kernel/actor.ts'
import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { addDays, fromWallTime, localDay, startOfDay, type LocalDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { moveBooking, releaseBooking } from '../../courtesy-cars/public.ts'
import { contactPhone } from '../../customers/public.ts'
import { closeAt, openAt, openingTimes, staffOf } from '../../organisation/public.ts'
import type { Purpose } from '../../repair-orders/domain/life.ts'
import { handsOn } from '../../workshop/public.ts'
import { normalPlate, whyNotPlate } from '../../vehicles/domain/plate.ts'
import type { AppointmentRow, Board, move as moveRoute, offerSlots as offerRoute, seeFigures as figuresRoute } from '../contract.ts'
import * as data from '../data/appointments.ts'
import { outcomeOf, tolerance } from '../domain/kept.ts'
import { kindsOf, presetBays, roomAt, slotMinutes, slotsOf, whyNotBook, workKinds, type Booked, type DayFacts, type Hand, type Span, type WorkKind } from '../domain/slots.ts'
import { appointmentPermissions } from '../permissions.ts'
import { zh } from '../texts/zh-CN.ts'
import { releaseWished, wishedOf, wishParts, type WishedPart } from './wished-parts.ts'

type Asking = Pick<Reading, 'tx' | 'by' | 'now'>
const daysOfFigures = 30

/** From the day's first moment to the next one's. */
const boundsOf = ({ by }: Pick<Asking, 'by'>, day: LocalDay): { from: Date; until: Date } => ({ from: startOfDay(day, by.timeZone), until: startOfDay(addDays(day, 1), by.timeZone) })

async function hoursOf({ tx, by }: Pick<Asking, 'tx' | 'by'>, day: LocalDay): Promise<Span | null> {
  const times = await openingTimes({ tx, by }, day, day)
  const [opens, closes] = [openAt(times, day), closeAt(times, day)]
  if (opens === null || closes === null) return null
  return { from: found(fromWallTime(`${day}T${opens}`, by.timeZone), 'time').getTime(), until: found(fromWallTime(`${day}T${closes}`, by.timeZone), 'time').getTime() }
}

const spanOf = ({ at, minutes }: { readonly at: Date; readonly minutes: number }): Span => ({ from: at.getTime(), until: at.getTime() + minutes * 60_000 })
const bookedCar = ({ kind, ...appointment }: { readonly kind: WorkKind; readonly at: Date; readonly minutes: number }): Booked => ({ kind, ...spanOf(appointment) })

async function bays({ tx, by }: Pick<Asking, 'tx' | 'by'>): Promise<data.CapacityData[]> {
  const known = await data.capacities(tx, by.storeId)
  return workKinds.map((kind) => known.find((row) => row.kind === kind) ?? { kind, bays: presetBays[kind], version: 1 })
}

type Found = Awaited<ReturnType<typeof data.appointmentsBetween>>[number]

function rowOf({ by, now }: Asking, { status, madeAt: _, ...appointment }: Found, parts: AppointmentRow['parts'], dayEnds: Date): AppointmentRow {
  const { at, arrivedAt, confirmedAt } = appointment
  const phone = contactPhone(by, appointment.phone, dayEnds > now && may(by, appointmentPermissions.book.permission)) // who books calls until the day is over
  return { ...appointment, phone, parts, at: at.toISOString(), arrivedAt: arrivedAt?.toISOString() ?? null, confirmedAt: confirmedAt?.toISOString() ?? null, outcome: outcomeOf({ status, at, arrivedAt, dayEnds, now }) }
}

export async function seeBoard(reading: Reading, day: LocalDay): Promise<Board> {
  const { tx, by } = reading
  const { from, until } = boundsOf(reading, day)
  const open = await hoursOf(reading, day)
  const appointments = await data.appointmentsBetween(tx, by.storeId, from, until)
  const capacity = await bays(reading)
  const booked = appointments.filter(({ status }) => status === 'booked').map(bookedCar)
  const hands = await handsFor(reading, day, appointments.map(({ plate }) => plate))
  const load: Board['load'] = []
  for (let at = open?.from ?? 0; open !== null && at < open.until; at += slotMinutes * 60_000) {
    for (const { kind, bays: own } of capacity) {
      const { taken, able } = roomAt({ kind, bays: own, booked, hands }, at)
      load.push({ at: new Date(at).toISOString(), kind, taken, room: Math.min(own, able) })
    }
  }
  const wished = await wishedOf(reading, appointments.map(({ id }) => id))
  const confirmed = await data.findBoardConfirmation(tx, by.storeId, day)
  return {
    day, open: open === null ? null : { from: new Date(open.from).toISOString(), until: new Date(open.until).toISOString() }, rows: appointments.map((row) => rowOf(reading, row, wished(row.id), until)), capacity, load,
    confirmed: confirmed === null ? null : { at: confirmed.at.toISOString(), personName: confirmed.personName },
  }
}

/** The workshop's people of a day. What the board has planned for a car that is booked is counted with its booking. */
async function handsFor(asking: Asking, day: LocalDay, bookedPlates: readonly string[]): Promise<Hand[]> {
  return (await handsOn(asking, day)).map(({ trades, from, until, planned }) => ({
    from: from.getTime(), until: until.getTime(), kinds: kindsOf(trades), busy: planned.filter(({ plate }) => !bookedPlates.includes(plate)).map((job) => ({ from: job.from.getTime(), until: job.until.getTime() })),
  }))
}

/** What a day has to give for a kind of work, but for one appointment that is about to move. */
async function dayFacts(asking: Asking, day: LocalDay, kind: WorkKind, own: number, but: string | null): Promise<DayFacts> {
  const { from, until } = boundsOf(asking, day)
  const booked = await data.bookedOn(asking.tx, asking.by.storeId, from, until, but)
  return { kind, bays: own, open: await hoursOf(asking, day), booked: booked.map(bookedCar), hands: await handsFor(asking, day, booked.map(({ plate }) => plate)), now: asking.now.getTime() }
}

export async function offerSlots(reading: Reading, { day, kind, minutes }: { day: LocalDay; kind: WorkKind; minutes: number }): Promise<AnswerOf<typeof offerRoute>> {
  const own = (await bays(reading)).find((row) => row.kind === kind)?.bays ?? 0
  return { slots: slotsOf(await dayFacts(reading, day, kind, own, null), minutes).map(({ from, free, whyNot }) => ({ at: new Date(from).toISOString(), free, whyNot })) }
}

/** Refuses what the house cannot take. Its capacity stays locked: of two who take the last bay, or the last hands, one gets them. */
async function keepBay(deed: Deed, { kind, at, minutes, plate }: { kind: WorkKind; at: Date; minutes: number; plate: string }, but: string | null): Promise<void> {
  const { tx, by } = deed
  const day = localDay(at, by.timeZone)
  const { from, until } = boundsOf(deed, day)
  const own = (await data.lockCapacities(tx, by.storeId, presetBays)).find((row) => row.kind === kind)?.bays ?? 0
  refuseIf(whyNotBook(await dayFacts(deed, day, kind, own, but), spanOf({ at, minutes })))
  refuseIf(await data.isBooked(tx, by.storeId, plate, from, until, but) ? new Refusal('appointments.booked-already') : null)
}

export type BookWish = {
  readonly at: string; readonly minutes: number; readonly kind: WorkKind; readonly plate: string; readonly customerName: string; readonly phone: string; readonly purpose: Purpose; readonly concern: string
  readonly wishedParts: string; readonly courtesyCar: boolean; readonly advisorId?: string | undefined; readonly parts: readonly WishedPart[]
}

export async function book(deed: Deed, { advisorId, parts, ...wish }: BookWish): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const plate = normalPlate(wish.plate)
  refuseIf(whyNotPlate(plate))
  const at = new Date(wish.at)
  const advisor = advisorId === undefined ? { id: by.personId, name: by.name } : (await staffOf(deed, [advisorId]))[0]
  refuseIf(advisor === undefined ? new Refusal('appointments.not-an-advisor') : null)
  await keepBay(deed, { ...wish, at, plate }, null)
  const id = deed.newId()
  const number = await nextNumber(deed, 'AP')
  const appointment = { ...wish, id, number, at, plate, advisorId: found(advisor, 'advisor').id, advisorName: found(advisor, 'advisor').name, madeAt: now, madeByName: by.name }
  await data.insertAppointment(tx, by.storeId, appointment)
  await wishParts(deed, id, parts)
  deed.record({ subject: 'appointment', subjectId: id, after: { ...appointment, parts } })
  deed.announce({ event: 'appointment.booked', subjectId: id })
  return { id, number, version: 1 }
}

type Seen = { readonly appointmentId: string; readonly version: number }

async function lockSeen({ tx, by }: Deed, { appointmentId, version }: Seen): Promise<data.AppointmentData> {
  const appointment = found(await data.lockAppointment(tx, by.storeId, appointmentId), 'appointment')
  refuseStale(appointment.version, version)
  refuseIf(appointment.status === 'cancelled' ? new Refusal('appointments.cancelled-already') : null)
  return appointment
}

function done(deed: Deed, appointment: data.AppointmentData, event: string, after: unknown, reason?: string): { version: number } {
  deed.record({ subject: 'appointment', subjectId: appointment.id, before: { at: appointment.at, minutes: appointment.minutes, status: appointment.status }, after, ...(reason === undefined ? {} : { reason }) })
  deed.announce({ event: `appointment.${event}`, subjectId: appointment.id })
  return { version: appointment.version + 1 }
}

export async function move(deed: Deed, { at: wall, minutes, ...seen }: Seen & { readonly at: string; readonly minutes: number }): Promise<AnswerOf<typeof moveRoute>> {
  const appointment = await lockSeen(deed, seen)
  const at = new Date(wall)
  await keepBay(deed, { kind: appointment.kind, plate: appointment.plate, at, minutes }, appointment.id)
  await data.moveTo(deed.tx, deed.by.storeId, appointment.id, at, minutes)
  const courtesyCar = await moveBooking(deed, appointment.id, at.getTime() - appointment.at.getTime(), zh['appointments.moved'])
  return { ...done(deed, appointment, 'moved', { at, minutes, courtesyCar }), courtesyCar }
}

export async function cancel(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const appointment = await lockSeen(deed, seen)
  await data.markCancelled(deed.tx, deed.by.storeId, appointment.id, reason)
  await releaseBooking(deed, appointment.id, reason)
  await releaseWished(deed, appointment.id)
  return done(deed, appointment, 'cancelled', { status: 'cancelled' }, reason)
}

export async function confirm(deed: Deed, seen: Seen): Promise<{ version: number }> {
  const appointment = await lockSeen(deed, seen)
  await data.markConfirmed(deed.tx, deed.by.storeId, appointment.id, deed.now, deed.by.name)
  return done(deed, appointment, 'confirmed', { confirmedBy: deed.by.name })
}

/** FDS-2.1: somebody read today's board; once a day. */
export async function confirmBoard(deed: Deed, { day }: { day: LocalDay }): Promise<{ booked: number }> {
  const { tx, by, now } = deed
  refuseIf(day === localDay(now, by.timeZone) ? null : new Refusal('appointments.not-that-day'))
  const { from, until } = boundsOf(deed, day)
  const booked = (await data.appointmentsBetween(tx, by.storeId, from, until)).filter(({ status }) => status === 'booked').length
  const first = await data.insertBoardConfirmation(tx, by.storeId, { day, at: now, personId: by.personId, personName: by.name, booked })
  refuseIf(first === 0 ? new Refusal('appointments.board-confirmed-already') : null)
  deed.record({ subject: 'appointment-board', subjectId: by.storeId, after: { day, booked } })
  deed.announce({ event: 'appointment.board-confirmed', subjectId: by.storeId })
  return { booked }
}

export async function setCapacity(deed: Deed, { kind, bays: wanted, version }: data.CapacityData): Promise<{ bays: number; version: number }> {
  const { tx, by } = deed
  const before = found((await data.lockCapacities(tx, by.storeId, presetBays)).find((row) => row.kind === kind), 'capacity')
  refuseStale(before.version, version)
  await data.setBays(tx, by.storeId, kind, wanted)
  deed.record({ subject: 'appointment-capacity', subjectId: by.storeId, before, after: { kind, bays: wanted } })
  deed.announce({ event: 'appointment.capacity-set', subjectId: by.storeId })
  return { bays: wanted, version: version + 1 }
}

export async function seeFigures({ tx, by, now }: Reading): Promise<AnswerOf<typeof figuresRoute>> {
  const today = localDay(now, by.timeZone)
  const from = addDays(today, -daysOfFigures)
  return { from, rows: await data.figures(tx, by.storeId, startOfDay(from, by.timeZone), startOfDay(today, by.timeZone), by.timeZone, tolerance) }
}

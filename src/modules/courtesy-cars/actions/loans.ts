import { found, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import type { PhotoSubject } from '../../photos/public.ts'
import type { Mark } from '../../repair-orders/domain/reception-sheet.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import type { listLoans as listRoute, LoanRow } from '../contract.ts'
import * as data from '../data/loans.ts'
import { isOverdue, maskedLicence, normalLicence, whyNotBook, whyNotCancel, whyNotHandOut, whyNotTakeBack } from '../domain/loan.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { markWords } from './mark-words.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

function rowOf({ bookedAt: _, signature: _s, licence, fromAt, untilAt, outAt, inAt, ...loan }: data.LoanData, now: Date): LoanRow {
  return {
    ...loan, licence: licence === null ? null : maskedLicence(licence), fromAt: fromAt.toISOString(), untilAt: untilAt.toISOString(), overdue: isOverdue({ ...loan, untilAt }, now), outAt: iso(outAt), inAt: iso(inAt), marks: [...loan.marks],
  }
}

export async function listLoans({ tx, by, now }: Reading, { group, after, limit }: { group: 'open' | 'overdue' | 'all'; after?: string | undefined; limit: number }): Promise<AnswerOf<typeof listRoute>> {
  const rows = await data.listLoans(tx, by.storeId, { group, now, after: after ?? null, limit: limit + 1 })
  const { overdue } = await data.countOverdue(tx, by.storeId, now)
  return { rows: rows.slice(0, limit).map((row) => rowOf(row, now)), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null, overdue }
}

export type BookWish = { readonly carId: string; readonly fromAt: string; readonly untilAt: string; readonly customerName: string; readonly phone: string; readonly appointmentId: string | null }

export async function bookCourtesyCar(deed: Deed, wish: BookWish): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const car = found(await data.lockCar(tx, by.storeId, wish.carId), 'courtesy car')
  const term = { from: new Date(wish.fromAt), until: new Date(wish.untilAt) }
  refuseIf(whyNotBook({ car, term, lastDay: localDay(term.until, by.timeZone), others: await data.termsOf(tx, by.storeId, [car.id], now), now }))
  refuseIf(wish.appointmentId !== null && await data.bookedFor(tx, by.storeId, wish.appointmentId) !== null ? new Refusal('courtesy-cars.booked-for-it') : null)
  const id = deed.newId()
  const number = await nextNumber(deed, 'CL')
  await data.insertLoan(tx, by.storeId, { ...wish, id, number, fromAt: term.from, untilAt: term.until, bookedAt: now, bookedByName: by.name })
  deed.record({ subject: 'courtesy-loan', subjectId: id, after: { ...wish, number, plate: car.plate } })
  deed.announce({ event: 'courtesy-car.booked', subjectId: id })
  return { id, number, version: 1 }
}

type Seen = { readonly loanId: string; readonly version: number }

/** The car first, as everybody who books it does; then the loan as it was seen. */
async function lockSeen({ tx, by }: Deed, { loanId, version }: Seen): Promise<{ loan: data.LoanData; car: data.CarData }> {
  const { carId } = found(await data.findLoan(tx, by.storeId, loanId), 'loan')
  const car = found(await data.lockCar(tx, by.storeId, carId), 'courtesy car')
  const loan = found(await data.lockLoan(tx, by.storeId, loanId), 'loan')
  refuseStale(loan.version, version)
  return { loan, car }
}

function done(deed: Deed, loan: data.LoanData, event: string, after: unknown, reason?: string): { version: number } {
  deed.record({ subject: 'courtesy-loan', subjectId: loan.id, before: { status: loan.status }, after, ...(reason === undefined ? {} : { reason }) })
  deed.announce({ event: `courtesy-car.${event}`, subjectId: loan.id })
  return { version: loan.version + 1 }
}

export type Agreement = { readonly driverName: string; readonly licence: string; readonly kmOut: number | null; readonly fuelOut: number; readonly marks: readonly Mark[]; readonly signature: string | null }

/** The audit keeps the agreement without the number of the licence. */
export async function handOut(deed: Deed, { loanId, version, ...agreement }: Seen & Agreement): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { loan, car } = await lockSeen(deed, { loanId, version })
  const isOut = (await data.termsOf(tx, by.storeId, [car.id], now)).some((other) => other.status === 'out' && other.id !== loan.id)
  const last = loan.untilAt > now ? loan.untilAt : now
  refuseIf(whyNotHandOut({ ...agreement, status: loan.status, car, isOut, lastDay: localDay(last, by.timeZone) }))
  const licence = normalLicence(agreement.licence)
  const kmOut = found(agreement.kmOut, 'kilometres')
  await data.markOut(tx, by.storeId, { ...agreement, id: loan.id, licence, kmOut, signature: found(agreement.signature, 'signature'), at: now, byName: by.name })
  await data.readCar(tx, by.storeId, car.id, { km: kmOut, fuelEighths: agreement.fuelOut })
  return done(deed, loan, 'handed-out', { driverName: agreement.driverName, licence: maskedLicence(licence), kmOut, fuelOut: agreement.fuelOut, marks: agreement.marks })
}

export type Return = { readonly kmIn: number | null; readonly fuelIn: number; readonly damage: string; readonly fees: string }

export async function takeBack(deed: Deed, { loanId, version, ...back }: Seen & Return): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { loan, car } = await lockSeen(deed, { loanId, version })
  refuseIf(whyNotTakeBack({ ...loan, kmIn: back.kmIn, now }))
  const kmIn = found(back.kmIn, 'kilometres')
  await data.markReturned(tx, by.storeId, { ...back, id: loan.id, kmIn, at: now, byName: by.name })
  await data.readCar(tx, by.storeId, car.id, { km: kmIn, fuelEighths: back.fuelIn })
  return done(deed, loan, 'taken-back', back)
}

export async function cancelLoan(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const { loan } = await lockSeen(deed, seen)
  refuseIf(whyNotCancel(loan))
  await data.markCancelled(deed.tx, deed.by.storeId, loan.id, reason)
  return done(deed, loan, 'cancelled', { status: 'cancelled' }, reason)
}

/** What is still only booked for an appointment, locked; a car that is out stays out. */
async function bookingOf(deed: Deed, appointmentId: string): Promise<{ loan: data.LoanData; car: data.CarData } | null> {
  const { tx, by } = deed
  const booked = await data.bookedFor(tx, by.storeId, appointmentId)
  if (booked === null || booked.status !== 'booked') return null
  return lockSeen(deed, { loanId: booked.id, version: found(await data.findLoan(tx, by.storeId, booked.id), 'loan').version })
}

async function release(deed: Deed, loan: data.LoanData, reason: string): Promise<void> {
  await data.markCancelled(deed.tx, deed.by.storeId, loan.id, reason)
  done(deed, loan, 'cancelled', { status: 'cancelled' }, reason)
}

/** The appointment is cancelled: what was booked for it is free again. */
export async function releaseBooking(deed: Deed, appointmentId: string, reason: string): Promise<void> {
  const booking = await bookingOf(deed, appointmentId)
  if (booking !== null) await release(deed, booking.loan, reason)
}

/** The appointment moves by so many milliseconds, and its courtesy car with it where that is free then; else the car is released. Null: none was booked. */
export async function moveBooking(deed: Deed, appointmentId: string, byMs: number, reason: string): Promise<'moved' | 'released' | null> {
  const { tx, by, now } = deed
  const booking = await bookingOf(deed, appointmentId)
  if (booking === null) return null
  const { loan, car } = booking
  const term = { from: new Date(loan.fromAt.getTime() + byMs), until: new Date(loan.untilAt.getTime() + byMs) }
  const others = (await data.termsOf(tx, by.storeId, [car.id], now)).filter(({ id }) => id !== loan.id)
  if (whyNotBook({ car, term, lastDay: localDay(term.until, by.timeZone), others, now }) !== null) {
    await release(deed, loan, reason)
    return 'released'
  }
  await data.moveTerm(tx, by.storeId, loan.id, term)
  done(deed, loan, 'moved', term, reason)
  return 'moved'
}

/** Photos of damage go with a loan until the car is back. */
export const photosOfLoan: PhotoSubject = async (tx, storeId, loanId) => {
  const loan = await data.findLoan(tx, storeId, loanId)
  return loan === null ? null : loan.status === 'booked' || loan.status === 'out' ? 'open' : 'closed'
}

const fuelOf = (eighths: number | null): string => (eighths === null ? '' : eighths === 0 ? 'E' : eighths === 8 ? 'F' : `${String(eighths)}/8`)

/** 代步车借用协议: two copies; before the car was handed out there is nothing to print. */
export async function printAgreement({ tx, by, now }: Reading, loanId: string, language: Language): Promise<Printing> {
  const loan = found(await data.findLoan(tx, by.storeId, loanId), 'loan')
  const { outAt, signature } = loan
  if (outAt === null || signature === null) return refuse(new Refusal('courtesy-cars.nothing-to-print'))
  const store = await findStore(tx, by.storeId)
  const t = language === 'en' ? en : zh
  const moment = (at: Date | null) => printedMoment(at, store.timeZone)
  return printing('courtesy-agreement', language, loan.number, {
    ...letterhead(store, language, localDay(outAt, store.timeZone)), number: loan.number, printedAt: moment(now),
    customer: loan.customerName, phone: loan.phone, driver: loan.driverName ?? '', licence: maskedLicence(loan.licence ?? ''), car: { plate: showPlate(loan.plate), vin: '', model: loan.modelName },
    outAt: moment(outAt), untilAt: moment(loan.untilAt), kmOut: loan.kmOut ?? 0, fuelOut: fuelOf(loan.fuelOut), marks: loan.marks.length === 0 ? t['courtesy-cars.no-marks'] : markWords(loan.marks, language), advisor: loan.outByName ?? '',
    back: loan.inAt === null ? null : { at: moment(loan.inAt), km: loan.kmIn ?? 0, fuel: fuelOf(loan.fuelIn), damage: loan.damage === '' ? t['courtesy-cars.no-marks'] : loan.damage, fees: loan.fees === '' ? '–' : loan.fees },
    terms: t['courtesy-cars.terms'], signature: { image: signature, signedAt: moment(outAt) },
  })
}

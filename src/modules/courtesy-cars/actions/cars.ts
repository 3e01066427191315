import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { normalPlate, whyNotPlate } from '../../vehicles/domain/plate.ts'
import type { listCourtesyCars as listRoute, offerCourtesyCars as offerRoute } from '../contract.ts'
import * as data from '../data/loans.ts'
import { whyNotBook, whyNotLend } from '../domain/loan.ts'

const said = (refusal: Refusal | null) => (refusal === null ? null : { code: refusal.code, facts: refusal.facts })

export async function listCourtesyCars({ tx, by, now }: Reading): Promise<AnswerOf<typeof listRoute>> {
  const today = localDay(now, by.timeZone)
  return {
    rows: (await data.listCars(tx, by.storeId)).map(({ loanId, customerName, untilAt, ...car }) => ({
      ...car, whyNot: said(whyNotLend(car, today)),
      out: loanId === null || untilAt === null ? null : { loanId, customerName: customerName ?? '', untilAt: untilAt.toISOString(), overdue: untilAt < now },
    })),
  }
}

export async function offerCourtesyCars({ tx, by, now }: Reading, { fromAt, untilAt }: { fromAt: string; untilAt: string }): Promise<AnswerOf<typeof offerRoute>> {
  const term = { from: new Date(fromAt), until: new Date(untilAt) }
  const cars = (await data.listCars(tx, by.storeId)).filter(({ active }) => active)
  const taken = Map.groupBy(await data.termsOf(tx, by.storeId, cars.map(({ id }) => id), now), ({ carId }) => carId)
  const lastDay = localDay(term.until, by.timeZone)
  return { rows: cars.map((car) => ({ id: car.id, plate: car.plate, modelName: car.modelName, whyNot: said(whyNotBook({ car, term, lastDay, others: taken.get(car.id) ?? [], now })) })) }
}

export type CarFacts = { readonly modelName: string; readonly insuredUntil: string; readonly km: number; readonly fuelEighths: number; readonly outOfService: string }

export async function addCourtesyCar(deed: Deed, wish: CarFacts & { readonly plate: string }): Promise<{ id: string; version: number }> {
  const { tx, by } = deed
  const plate = normalPlate(wish.plate)
  refuseIf(whyNotPlate(plate))
  const car = { ...wish, plate, id: deed.newId() }
  refuseIf(await data.insertCar(tx, by.storeId, car) === 0 ? new Refusal('courtesy-cars.plate-known') : null)
  deed.record({ subject: 'courtesy-car', subjectId: car.id, after: car })
  deed.announce({ event: 'courtesy-car.added', subjectId: car.id })
  return { id: car.id, version: 1 }
}

/** The reading may be corrected upwards; a car that a customer has is not changed under him. */
export async function changeCourtesyCar(deed: Deed, { carId, version, ...wish }: CarFacts & { readonly carId: string; readonly version: number; readonly active: boolean }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const before = found(await data.lockCar(tx, by.storeId, carId), 'courtesy car')
  refuseStale(before.version, version)
  refuseIf((await data.termsOf(tx, by.storeId, [carId], now)).some(({ status }) => status === 'out') ? new Refusal('courtesy-cars.still-out') : null)
  refuseIf(wish.km < before.km ? new Refusal('courtesy-cars.km-too-low', { km: before.km }) : null)
  await data.updateCar(tx, by.storeId, { ...wish, id: carId })
  deed.record({ subject: 'courtesy-car', subjectId: carId, before, after: wish })
  deed.announce({ event: 'courtesy-car.changed', subjectId: carId })
  return { version: version + 1 }
}

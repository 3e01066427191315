import { found, Refusal, refuse } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'
import { modelOfCar, packagesForCar, packageToAdd, stepAfter } from '../../catalogue/public.ts'
import { paceOf, type Pace } from '../../vehicles/domain/pace.ts'
import { findVehicles, mileageOf } from '../../vehicles/public.ts'
import type { seePackages as packagesRoute } from '../contract.ts'
import { insertLines } from '../data/lines.ts'
import { findOrder, lastMaintenance, type OrderData } from '../data/orders.ts'
import { findReception } from '../data/receptions.ts'
import { amountOf } from '../domain/lines.ts'
import { nextService, type NextService } from '../domain/next-service.ts'
import { packageDiscounts } from '../domain/package-price.ts'
import { chooseNumbers } from './choose-numbers.ts'
import { closeEdit, openEstimate, type Edited } from './edit-lines.ts'
import { priceBook, pricedLine, type LineWish } from './price-lines.ts'

async function vehicleOf({ tx, by }: Pick<Reading, 'tx' | 'by'>, { vehicleId, modelName }: OrderData) {
  const vehicle = vehicleId === null ? undefined : (await findVehicles(tx, by.storeId, [vehicleId]))[0]
  return { km: vehicle?.lastKm ?? 0, modelId: await modelOfCar(tx, vehicle?.modelId ?? null, vehicle?.modelName ?? modelName) }
}

/** What can be offered to this car, and which step of its maintenance is due: by its mileage at the reception and by its last maintenance here (SAD-1.4). */
export async function seePackages(reading: Reading, orderId: string): Promise<AnswerOf<typeof packagesRoute>> {
  const { tx, by, now } = reading
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const vehicle = await vehicleOf(reading, order)
  const before = order.vehicleId === null ? null : await lastMaintenance(tx, by.storeId, order.vehicleId, order.id)
  const last = before === null ? null : { km: before.km, day: localDay(before.receivedAt, by.timeZone) }
  const km = (await findReception(tx, by.storeId, order.id))?.mileageKm ?? vehicle.km
  return { ...await packagesForCar(tx, { km, last, today: localDay(now, by.timeZone), modelId: vehicle.modelId }), last }
}

/**
 * When this car should come again, by its model's plan and its own daily kilometres: counted from this visit where it was a maintenance or none is known, else from the last one here.
 * Null where the plan has no more, or the model has none.
 */
export async function nextServiceOf(reading: Reading, orderId: string): Promise<(NextService & { readonly months: number; readonly pace: Pace | null }) | null> {
  const { tx, by, now } = reading
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const vehicle = await vehicleOf(reading, order)
  if (order.vehicleId === null || vehicle.modelId === null) return null
  const [today, km] = [localDay(now, by.timeZone), (await findReception(tx, by.storeId, orderId))?.mileageKm ?? vehicle.km]
  const before = order.purpose === 'maintenance' ? null : await lastMaintenance(tx, by.storeId, order.vehicleId, orderId)
  const last = before === null ? { km, day: today } : { km: before.km, day: localDay(before.receivedAt, by.timeZone) }
  const step = await stepAfter(tx, vehicle.modelId, last.km)
  if (step === null) return null
  const pace = paceOf(await mileageOf(reading, order.vehicleId))
  return { ...nextService({ today, km, step, lastMaintenance: last.day, pace }), months: step.months, pace }
}

/** All lines of a package in one go; where a customer pays and the package has its price, its labour gives way (SAD-1.4.2). */
export async function addPackage(deed: Deed, wish: { readonly orderId: string; readonly version: number; readonly packageId: string; readonly payer: Payer }): Promise<Edited> {
  const { tx, by } = deed
  const order = await openEstimate(deed, wish.orderId, wish.version)
  const { lines, code, nameZh, nameEn, priceFen } = await packageToAdd(tx, wish.packageId, (await vehicleOf(deed, order)).modelId)
  const wishes = lines.flatMap(({ operationId, partId, quantityThousandths }): LineWish[] => {
    if (operationId !== null) return [{ kind: 'labour', operationId, payer: wish.payer, hoursThousandths: quantityThousandths }]
    return partId === null ? [] : [{ kind: 'part', partId, payer: wish.payer, quantityThousandths }]
  })
  const chosen = await chooseNumbers(deed, wishes)
  const book = await priceBook(deed, order.insurerName, chosen)
  const priced = chosen.map((line) => pricedLine(deed, order.id, book, line))
  const discounts = packageDiscounts(priced, wish.payer === 'customer' ? priceFen : null)
  if (discounts instanceof Refusal) refuse(discounts)
  const key = deed.newId()
  const added = priced.map((line, index) => {
    const discountFen = discounts[index] ?? 0
    return { ...line, package: { key, code, nameZh, nameEn }, discountFen, amountFen: amountOf(line.unitPriceFen, line.quantityThousandths, discountFen) }
  })
  await insertLines(tx, by.storeId, added)
  deed.record({ subject: 'repair-order', subjectId: order.id, after: { package: code, lines: added } })
  return closeEdit(deed, order)
}

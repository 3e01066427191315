import { found } from '../../../kernel/refusal.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { typedWords } from '../../customers/domain/find-words.ts'
import { familyOf, findCustomers, findIdsByWords, phoneFor } from '../../customers/public.ts'
import type { listVehicles as listRoute, VehicleView } from '../contract.ts'
import * as ledgers from '../data/ledgers.ts'
import * as data from '../data/vehicles.ts'
import { normalPlate } from '../domain/plate.ts'
import { withOwners } from './find-vehicles.ts'

/** As many owners of a common name are looked at; who typed less than that must type more. */
const mostOwners = 200

export async function listVehicles({ tx, by }: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const words = typedWords(query.find ?? '')
  const sign = normalPlate(query.find ?? '')
  const search = words.length === 0 ? null : { sign: /^[\u4e00-\u9fff]?[A-Z0-9挂学警港澳领临试]*$/.test(sign) ? sign : null, ownerIds: await findIdsByWords(tx, by.storeId, words, mostOwners) }
  const vehicles = await data.listVehicles(tx, by.storeId, {
    search, ownerIds: query.ownerId === undefined ? null : await familyOf(tx, by.storeId, query.ownerId), activeOnly: query.state === 'active',
    after: query.after ?? null, limit: query.limit + 1,
  })
  const rows = (await withOwners(tx, by.storeId, vehicles.slice(0, query.limit))).map(
    ({ id, plate, vin, modelName, ownerId, ownerName, ownerPhone, lastKm, warrantyUntil, active }) =>
      ({ id, plate, vin, modelName, ownerId, ownerName, ownerPhone: phoneFor(by, ownerPhone), lastKm, warrantyUntil, active }))
  return { rows, next: vehicles.length > query.limit ? (rows.at(-1)?.id ?? null) : null }
}

export async function seeVehicle({ tx, by }: Reading, vehicleId: string): Promise<VehicleView> {
  const { storeId } = by
  const vehicle = found((await withOwners(tx, storeId, await data.findVehicles(tx, storeId, [vehicleId])))[0], 'vehicle')
  const readings = await ledgers.listReadings(tx, storeId, vehicleId)
  const plates = await ledgers.listPlateChanges(tx, storeId, vehicleId)
  const owners = await ledgers.listOwnerChanges(tx, storeId, vehicleId)
  const names = new Map((await findCustomers(tx, storeId, owners.flatMap(({ fromId, toId }) => [fromId, toId]))).map(({ id, name }) => [id, name]))
  return {
    ...vehicle, ownerPhone: phoneFor(by, vehicle.ownerPhone),
    readings: readings.map(({ at, voidedAt, ...reading }) => ({ ...reading, at: at.toISOString(), voidedAt: voidedAt?.toISOString() ?? null })),
    plates: plates.map(({ id, fromPlate, toPlate, at, personName }) => ({ id, from: fromPlate, to: toPlate, at: at.toISOString(), personName })),
    owners: owners.map(({ id, fromId, toId, at, personName }) => ({ id, from: names.get(fromId) ?? '', to: names.get(toId) ?? '', at: at.toISOString(), personName })),
  }
}

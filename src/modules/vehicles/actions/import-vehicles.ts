import { Refusal } from '../../../kernel/refusal.ts'
import { localDay, startOfDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { countOf, refusedLine, type ImportOutcome } from '../../../platform/import-outcome.ts'
import type { Energy } from '../../catalogue/domain/kinds.ts'
import { customerKey, findOrAddCustomers, idsOfCustomers } from '../../customers/public.ts'
import * as data from '../data/import-vehicles.ts'
import { insertReadings } from '../data/ledgers.ts'
import { insertVehicles, type NewVehicle, type VehicleData } from '../data/vehicles.ts'
import { showPlate } from '../domain/plate.ts'
import { whyNotMileage, type MileageFacts } from '../domain/why-not-mileage.ts'

/** Plate and VIN are normal already; null is an empty cell: what is known stays. */
export type ImportedVehicle = {
  readonly line: number; readonly plate: string; readonly vin: string | null; readonly modelName: string | null; readonly ownerName: string; readonly ownerPhone: string
  readonly colour: string | null; readonly engineNumber: string | null; readonly energy: Energy | null; readonly firstRegistered: string | null; readonly saleDate: string | null
  readonly warrantyUntil: string | null; readonly warrantyKm: number | null; readonly km: number | null; readonly kmOn: string | null; readonly note: string | null
}

type Change = { readonly row: ImportedVehicle; readonly before: VehicleData | null; readonly vehicle: NewVehicle; readonly differs: boolean; readonly reading: { at: Date; km: number } | null }

export const judgeVehicles = async (reading: Reading, rows: readonly ImportedVehicle[]): Promise<ImportOutcome[]> => (await plan(reading, rows, () => '')).outcomes

/** The owner is found by name and phone, or added. A car whose owner or plate differs is refused: those changes have deeds of their own. Announces vehicle.imported. */
export async function importVehicles(deed: Deed, rows: readonly ImportedVehicle[], importId: string): Promise<ImportOutcome[]> {
  const { tx, by } = deed
  await data.lockVehiclesOf(tx, by.storeId, rows.map(({ plate }) => plate))
  const { outcomes, changes } = await plan(deed, rows, () => deed.newId())
  const added = changes.filter(({ before }) => before === null)
  const owners = await findOrAddCustomers(deed, added.map(({ row }) => ({ name: row.ownerName, phone: row.ownerPhone })))
  if (added.length > 0) await insertVehicles(tx, by.storeId, added.map(({ row, vehicle }) => ({ ...vehicle, ownerId: owners.get(customerKey({ name: row.ownerName, phone: row.ownerPhone })) ?? '' })))
  const changed = changes.filter(({ before, differs }) => before !== null && differs)
  if (changed.length > 0) await data.updateVehicles(tx, by.storeId, changed.map(({ vehicle }) => vehicle))
  const readings = changes.flatMap(({ vehicle, reading }) => (reading === null ? [] : [{
    id: deed.newId(), vehicleId: vehicle.id, ...reading, source: 'import' as const, personId: by.personId, personName: by.name, note: '',
  }]))
  if (readings.length > 0) await insertReadings(tx, by.storeId, readings)
  const facts = { added: countOf(outcomes, 'new'), changed: countOf(outcomes, 'changed') }
  deed.record({ subject: 'vehicle-import', subjectId: importId, after: facts })
  deed.announce({ event: 'vehicle.imported', subjectId: importId, facts })
  return outcomes
}

async function plan({ tx, by, now }: Reading, rows: readonly ImportedVehicle[], newId: () => string): Promise<{ outcomes: ImportOutcome[]; changes: Change[] }> {
  const cars = await data.vehiclesAround(tx, by.storeId, rows.map(({ plate }) => plate), rows.flatMap(({ vin }) => vin ?? []))
  const byPlate = new Map(cars.map((car) => [car.plate, car]))
  const byVin = new Map(cars.flatMap((car) => (car.vin === null ? [] : [[car.vin, car] as const])))
  const owners = await idsOfCustomers(tx, by.storeId, rows.map(({ ownerName, ownerPhone }) => ({ name: ownerName, phone: ownerPhone })))
  const history = await historyOf(tx, by.storeId, cars.map(({ id }) => id))
  const changes: Change[] = []
  const vins = new Map<string, string>()
  const outcomes = rows.map((row): ImportOutcome => {
    const before = byPlate.get(row.plate) ?? null
    const twin = row.vin === null ? undefined : byVin.get(row.vin)?.plate ?? vins.get(row.vin)
    if (twin !== undefined && twin !== row.plate) return refusedLine(row.line, 'vin', new Refusal('vehicles.vin-known', { plate: showPlate(twin) }))
    if (before !== null && owners.get(customerKey({ name: row.ownerName, phone: row.ownerPhone })) !== before.ownerId) return refusedLine(row.line, 'ownerName', new Refusal('vehicles.import-other-owner'))
    if (before !== null && before.vin !== null && row.vin !== null && before.vin !== row.vin) return refusedLine(row.line, 'vin', new Refusal('vehicles.import-other-vin', { vin: before.vin }))
    const reading = readingOf(row, before === null ? { readings: [], meterChanges: [] } : history(before.id), now, by.timeZone)
    if (reading instanceof Refusal) return refusedLine(row.line, 'km', reading)
    if (row.vin !== null) vins.set(row.vin, row.plate)
    const vehicle = nextOf(before, row, newId)
    const fields = ['vin', 'modelName', 'colour', 'engineNumber', 'energy', 'firstRegistered', 'saleDate', 'warrantyUntil', 'warrantyKm', 'note'] as const
    const differs = before === null || fields.some((field) => before[field] !== vehicle[field])
    if (!differs && reading === null) return { line: row.line, result: 'unchanged' }
    changes.push({ row, before, vehicle, differs, reading })
    return { line: row.line, result: before === null ? 'new' : 'changed' }
  })
  return { outcomes, changes }
}

const nextOf = (before: VehicleData | null, row: ImportedVehicle, newId: () => string): NewVehicle => ({
  id: before?.id ?? newId(), plate: row.plate, vin: row.vin ?? before?.vin ?? null, modelId: before?.modelId ?? null, modelName: row.modelName ?? before?.modelName ?? '',
  colour: row.colour ?? before?.colour ?? '', engineNumber: row.engineNumber ?? before?.engineNumber ?? '', energy: row.energy ?? before?.energy ?? null,
  firstRegistered: row.firstRegistered ?? before?.firstRegistered ?? null, saleDate: row.saleDate ?? before?.saleDate ?? null, warrantyUntil: row.warrantyUntil ?? before?.warrantyUntil ?? null,
  warrantyKm: row.warrantyKm ?? before?.warrantyKm ?? null, ownerId: before?.ownerId ?? '', note: row.note ?? before?.note ?? '',
})

type History = Pick<MileageFacts, 'readings' | 'meterChanges'>

async function historyOf(tx: Reading['tx'], storeId: string, vehicleIds: readonly string[]): Promise<(vehicleId: string) => History> {
  const readings = Map.groupBy(await data.readingsOf(tx, storeId, vehicleIds), ({ vehicleId }) => vehicleId)
  const changes = Map.groupBy(await data.meterChangesOf(tx, storeId, vehicleIds), ({ vehicleId }) => vehicleId)
  return (vehicleId) => ({
    readings: (readings.get(vehicleId) ?? []).map(({ at, km, source, voidedAt }) => ({ at: at.getTime(), km, source, voided: voidedAt !== null })),
    meterChanges: (changes.get(vehicleId) ?? []).map(({ at, oldKm, newKm }) => ({ at: at.getTime(), oldKm, newKm })),
  })
}

/** Null: no mileage given, or it is known. Without a day it was read now. */
function readingOf({ km, kmOn }: ImportedVehicle, history: History, now: Date, timeZone: string): { at: Date; km: number } | Refusal | null {
  if (km === null) return null
  const valid = history.readings.filter(({ voided }) => !voided)
  if (valid.some((known) => known.km === km && (kmOn === null || localDay(new Date(known.at), timeZone) === kmOn))) return null
  const at = kmOn === null ? now : startOfDay(kmOn, timeZone)
  if (at > now) return new Refusal('vehicles.reading-in-future')
  return whyNotMileage({ ...history, at: at.getTime(), km }) ?? { at, km }
}

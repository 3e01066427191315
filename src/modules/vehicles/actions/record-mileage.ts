import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import * as ledgers from '../data/ledgers.ts'
import { lockVehicle } from '../data/vehicles.ts'
import { mileageWarning, whyNotMileage, type MileageFacts, type ReadingSource } from '../domain/why-not-mileage.ts'

export type MileageWish = {
  readonly vehicleId: string; readonly km: number; readonly source: Exclude<ReadingSource, 'meter-change'>
  /** An import's own moment; now if left out. */
  readonly at?: Date | undefined
  readonly note?: string | undefined
}

/** Whole kilometres. Refuses what contradicts the valid readings around it (domain/why-not-mileage.ts); a great jump comes back as a warning. */
export async function recordMileage(deed: Deed, { vehicleId, km, source, at = deed.now, note = '' }: MileageWish): Promise<{ warning: Refusal | null }> {
  const { tx, by } = deed
  refuseIf(at > deed.now ? new Refusal('vehicles.reading-in-future') : null)
  const facts = await mileageFacts(deed, { vehicleId, km, at })
  refuseIf(whyNotMileage(facts))
  const reading = { id: deed.newId(), vehicleId, at, km, source, personId: by.personId, personName: by.name, note }
  await ledgers.insertReadings(tx, by.storeId, [reading])
  deed.record({ subject: 'vehicle', subjectId: vehicleId, after: { reading } })
  deed.announce({ event: 'vehicle.mileage-read', subjectId: vehicleId, facts: { km } })
  return { warning: mileageWarning(facts) }
}

/** A wrong reading stays visible, but counts for nothing. Refuses one voided already, and a change of the meter, which did happen. */
export async function voidReading(deed: Deed, { vehicleId, readingId, reason }: { vehicleId: string; readingId: string; reason: string }): Promise<{ id: string }> {
  const { tx, by, now } = deed
  found(await lockVehicle(tx, by.storeId, vehicleId), 'vehicle')
  const reading = found((await ledgers.listReadings(tx, by.storeId, vehicleId)).find(({ id }) => id === readingId), 'mileage reading')
  refuseIf(reading.source === 'meter-change' ? new Refusal('vehicles.meter-change-stays') : null)
  refuseIf(reading.voidedAt === null ? null : new Refusal('vehicles.reading-voided-already'))
  await ledgers.updateVoided(tx, by.storeId, { id: readingId, at: now, by: by.name, reason })
  deed.record({ subject: 'vehicle', subjectId: vehicleId, before: { reading: { id: readingId, km: reading.km } }, after: { voided: true }, reason })
  deed.announce({ event: 'vehicle.mileage-voided', subjectId: vehicleId, facts: { readingId } })
  return { id: readingId }
}

export type MeterWish = { readonly vehicleId: string; readonly oldKm: number; readonly newKm: number; readonly note: string }

/** The old meter's last kilometres must fit the history; from now on the new meter counts. */
export async function changeMeter(deed: Deed, { vehicleId, oldKm, newKm, note }: MeterWish): Promise<{ id: string }> {
  const { tx, by, now } = deed
  refuseIf(whyNotMileage(await mileageFacts(deed, { vehicleId, km: oldKm, at: now })))
  const signed = { vehicleId, at: now, personId: by.personId, personName: by.name }
  const id = deed.newId()
  await ledgers.insertMeterChange(tx, by.storeId, { id, oldKm, newKm, ...signed })
  await ledgers.insertReadings(tx, by.storeId, [{ id: deed.newId(), km: newKm, source: 'meter-change', note, ...signed }])
  deed.record({ subject: 'vehicle', subjectId: vehicleId, after: { meterChange: { oldKm, newKm } } })
  deed.announce({ event: 'vehicle.meter-changed', subjectId: vehicleId, facts: { oldKm, newKm } })
  return { id }
}

async function mileageFacts(deed: Deed, { vehicleId, km, at }: { vehicleId: string; km: number; at: Date }): Promise<MileageFacts> {
  found(await lockVehicle(deed.tx, deed.by.storeId, vehicleId), 'vehicle')
  return { km, at: at.getTime(), ...await mileageOf(deed, vehicleId) }
}

/** All readings of a car and the changes of its meter. */
export async function mileageOf({ tx, by }: Pick<Reading, 'tx' | 'by'>, vehicleId: string): Promise<Pick<MileageFacts, 'readings' | 'meterChanges'>> {
  const readings = await ledgers.listReadings(tx, by.storeId, vehicleId)
  const meterChanges = await ledgers.listMeterChanges(tx, by.storeId, vehicleId)
  return {
    meterChanges: meterChanges.map((change) => ({ ...change, at: change.at.getTime() })),
    readings: readings.map((reading) => ({ at: reading.at.getTime(), km: reading.km, source: reading.source, voided: reading.voidedAt !== null })),
  }
}

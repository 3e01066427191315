import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, filledText, id, kilometres, moment, pageOf, pageQuery, refusalFacts, text, version } from '../../platform/shapes.ts'
import { energies } from '../catalogue/domain/kinds.ts'
import { customerKinds } from '../customers/domain/kinds.ts'
import { readingSources } from './domain/why-not-mileage.ts'
import { vehiclePermissions } from './permissions.ts'

/** The owner's phone is masked unless the reader may see all. */
export const vehicleRow = z.object({
  id, plate: z.string(), vin: z.string().nullable(), modelName: z.string(), ownerId: id, ownerName: z.string(), ownerPhone: z.string(),
  lastKm: kilometres.nullable(), warrantyUntil: day.nullable(), active: z.boolean(),
})
export type VehicleRow = z.output<typeof vehicleRow>

const reading = z.object({
  id, at: moment, km: kilometres, source: z.enum(readingSources), /** What the old meter showed last, where it was changed. */ oldKm: kilometres.nullable(), personName: z.string(), note: z.string(), voidedAt: moment.nullable(), voidedBy: z.string().nullable(), voidReason: z.string().nullable(),
})
export type ReadingView = z.output<typeof reading>

export const vehicleView = vehicleRow.extend({
  modelId: id.nullable(), colour: z.string(), engineNumber: z.string(), energy: z.enum(energies).nullable(), firstRegistered: day.nullable(), saleDate: day.nullable(),
  warrantyKm: kilometres.nullable(), note: z.string(), version,
  readings: z.array(reading),
  plates: z.array(z.object({ id, from: z.string(), to: z.string(), at: moment, personName: z.string() })),
  owners: z.array(z.object({ id, from: z.string(), to: z.string(), at: moment, personName: z.string() })),
})
export type VehicleView = z.output<typeof vehicleView>

const facts = {
  vin: text(30), modelId: id.nullable(), modelName: text(80), colour: text(30), engineNumber: text(30), energy: z.enum(energies).nullable(),
  firstRegistered: day.nullable(), saleDate: day.nullable(), warrantyUntil: day.nullable(), warrantyKm: kilometres.min(1).nullable(), note: text(500),
}
const owner = z.union([z.strictObject({ customerId: id }), z.strictObject({ name: filledText(60), phone: filledText(30), kind: z.enum(customerKinds) })])
const params = z.strictObject({ vehicleId: id })
const plate = filledText(20)
/** A sentence to show beside the success, or null. */
const warned = z.object({ warning: z.object({ code: z.string(), facts: refusalFacts }).nullable() })

export const listVehicles = route({
  does: 'List or search vehicles by plate (beginning or end), end of VIN, owner\'s name, initials or phone, newest first', method: 'GET', path: '/vehicles', needs: vehiclePermissions.see,
  query: z.strictObject({ ...pageQuery, find: text(40).optional(), ownerId: id.optional(), state: z.enum(['active', 'all']).default('active') }), gives: pageOf(vehicleRow),
})
export const seeVehicle = route({
  does: 'See one vehicle with owner, mileage and the history of plates and owners', method: 'GET', path: '/vehicles/:vehicleId', needs: vehiclePermissions.see, params, gives: vehicleView,
})
export const addVehicle = route({
  does: 'Add a vehicle with its owner', method: 'POST', path: '/vehicles', needs: vehiclePermissions.maintain,
  body: z.strictObject({ ...z.strictObject(facts).partial().shape, plate, owner }), gives: z.object({ id, version }),
  refuses: ['vehicles.not-a-plate', 'vehicles.not-a-vin', 'vehicles.plate-known', 'vehicles.vin-known', 'customers.not-a-phone'],
})
export const changeVehicle = route({
  does: 'Change what is known of a vehicle', method: 'POST', path: '/vehicles/:vehicleId/change', needs: vehiclePermissions.maintain, params,
  body: z.strictObject({ version, ...facts, active: z.boolean() }), gives: done, refuses: ['vehicles.not-a-vin', 'vehicles.vin-known', 'vehicles.plate-known'],
})
export const changeOwner = route({
  does: 'Give a vehicle another owner', method: 'POST', path: '/vehicles/:vehicleId/owner', needs: vehiclePermissions.changeOwner, params,
  body: z.strictObject({ version, owner }), gives: done, refuses: ['vehicles.same-owner', 'customers.not-a-phone'],
})
export const changePlate = route({
  does: 'Give a vehicle another plate', method: 'POST', path: '/vehicles/:vehicleId/plate', needs: vehiclePermissions.changeOwner, params,
  body: z.strictObject({ version, plate }), gives: done, refuses: ['vehicles.not-a-plate', 'vehicles.same-plate', 'vehicles.plate-known'],
})
export const recordMileage = route({
  does: 'Record a mileage reading', method: 'POST', path: '/vehicles/:vehicleId/readings', needs: vehiclePermissions.recordMileage, params,
  body: z.strictObject({ km: kilometres, source: z.enum(['reception', 'import', 'workshop']).default('reception'), at: moment.optional(), note: text(200).default('') }), gives: warned,
  refuses: ['vehicles.mileage-too-low', 'vehicles.mileage-above-later', 'vehicles.reading-in-future'],
})
export const voidReading = route({
  does: 'Void a wrong mileage reading with a reason', method: 'POST', path: '/vehicles/:vehicleId/readings/:readingId/void', needs: vehiclePermissions.voidMileage,
  params: z.strictObject({ vehicleId: id, readingId: id }), body: z.strictObject({ reason: filledText(500) }), gives: z.object({ id }),
  refuses: ['vehicles.reading-voided-already', 'vehicles.meter-change-stays'],
})
export const changeMeter = route({
  does: 'Record that the meter was replaced', method: 'POST', path: '/vehicles/:vehicleId/meter-changes', needs: vehiclePermissions.voidMileage, params,
  body: z.strictObject({ oldKm: kilometres, newKm: kilometres, note: text(200).default('') }), gives: z.object({ id }), refuses: ['vehicles.mileage-too-low'],
})

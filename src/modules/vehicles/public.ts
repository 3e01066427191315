/**
 * What other modules' server code may call; rules for both sides: domain/plate.ts, domain/vin.ts, domain/why-not-mileage.ts. Announces:
 * vehicle.added, vehicle.changed, vehicle.owner-changed, vehicle.plate-changed, vehicle.mileage-read, vehicle.mileage-voided, vehicle.meter-changed.
 */
export { findVehicleByPlate, findVehicles, type VehicleFacts } from './actions/find-vehicles.ts'
export { addVehicle, type OwnerWish, type VehicleWish } from './actions/maintain-vehicles.ts'
export { listVehicles } from './actions/read-vehicles.ts'
export { recordMileage, type MileageWish } from './actions/record-mileage.ts'
/** Many at once, without a deed per row (imports, the demo store). */
export { fillVehicles, type FilledReading, type FilledVehicle } from './actions/fill-vehicles.ts'

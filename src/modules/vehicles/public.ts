/**
 * What other modules' server code may call; rules for both sides: domain/plate.ts, domain/vin.ts, domain/why-not-mileage.ts. Announces:
 * vehicle.added, vehicle.changed, vehicle.owner-changed, vehicle.plate-changed, vehicle.mileage-read, vehicle.mileage-voided, vehicle.meter-changed.
 */
export { findVehicleByPlate, findVehicles, type VehicleFacts } from './actions/find-vehicles.ts'
export { addVehicle, type OwnerWish, type VehicleWish } from './actions/maintain-vehicles.ts'
export { listVehicles } from './actions/read-vehicles.ts'
export { recordMileage, type MileageWish } from './actions/record-mileage.ts'
/** All readings and changes of meter of one car. */
export { mileageOf } from './actions/record-mileage.ts'
/** Many at once, without a deed per row (imports, the demo store). */
export { fillVehicles, type FilledReading, type FilledVehicle } from './actions/fill-vehicles.ts'
/** Imports judge and write many lines at once, exports read page by page. Announces vehicle.imported. */
export { importVehicles, judgeVehicles } from './actions/import-vehicles.ts'
export { countVehicles, exportVehicles, type ExportedVehicle } from './data/import-vehicles.ts'
export { vehiclesPersonal } from './data/personal.ts'
export { oddMileages } from './data/odd-mileages.ts'

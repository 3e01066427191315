import { bindDeed, bindReading, type Binding } from '../../../platform/http/binding.ts'
import { changeOwner, changePlate } from '../actions/change-owner-and-plate.ts'
import { addVehicle, changeVehicle } from '../actions/maintain-vehicles.ts'
import { listVehicles, seeVehicle } from '../actions/read-vehicles.ts'
import { changeMeter, recordMileage, voidReading } from '../actions/record-mileage.ts'
import * as contract from '../contract.ts'

export const vehicleBindings: readonly Binding[] = [
  bindReading(contract.listVehicles, listVehicles),
  bindReading(contract.seeVehicle, (reading, { params }) => seeVehicle(reading, params.vehicleId)),
  bindDeed(contract.addVehicle, async (deed, { body }) => ({ ...await addVehicle(deed, { ...body, vin: body.vin ?? null, modelName: body.modelName ?? '' }), version: 1 })),
  bindDeed(contract.changeVehicle, (deed, { params, body }) => changeVehicle(deed, { id: params.vehicleId, ...body })),
  bindDeed(contract.changeOwner, (deed, { params, body }) => changeOwner(deed, { ...params, ...body })),
  bindDeed(contract.changePlate, (deed, { params, body }) => changePlate(deed, { ...params, ...body })),
  bindDeed(contract.recordMileage, (deed, { params, body }) => recordMileage(deed, { ...params, ...body, at: body.at === undefined ? undefined : new Date(body.at) })),
  bindDeed(contract.voidReading, (deed, { params, body }) => voidReading(deed, { ...params, ...body })),
  bindDeed(contract.changeMeter, (deed, { params, body }) => changeMeter(deed, { ...params, ...body })),
]

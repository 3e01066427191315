import type { Hold, PersonalPart } from '../../../platform/personal-data.ts'

export const vehiclesPersonal: PersonalPart = {
  tables: [
    {
      table: 'vehicles.vehicle', zh: '车辆', en: 'Vehicles', links: { customer: 'owner_id' },
      columns: { plate: 'plate', vin: 'none', engine_number: 'blank', note: 'blank', model_name: 'kept', colour: 'kept', first_registered: 'kept', sale_date: 'kept', warranty_until: 'kept' },
      also: 'active = false, version = version + 1',
    },
    { table: 'vehicles.plate_change', zh: '换牌记录', en: 'Changes of plate', links: { vehicle: 'vehicle_id' }, columns: { from_plate: 'plate', to_plate: 'plate', at: 'kept' } },
    { table: 'vehicles.mileage_reading', zh: '里程记录', en: 'Mileage', links: { vehicle: 'vehicle_id' }, columns: { at: 'kept', km: 'kept', note: 'text' } },
  ],
  /** The maker's warranty runs with the car, and its owner may need his record (家用汽车产品修理更换退货责任规定 18). */
  holds: async (tx, { storeId, person, today }) => tx.all<Hold>`
    select 'privacy.hold.maker-warranty' as code, plate as about, warranty_until as until from vehicles.vehicle
    where store_id = ${storeId} and id = any(${person.vehicleIds}::uuid[]) and warranty_until >= ${today}::date`,
}

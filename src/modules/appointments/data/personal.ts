import type { Hold, PersonalPart } from '../../../platform/personal-data.ts'

export const appointmentsPersonal: PersonalPart = {
  tables: [
    {
      table: 'appointments.appointment', zh: '预约', en: 'Appointments', links: { phone: 'phone', plate: { column: 'plate', at: 'at' } },
      columns: { number: 'kept', at: 'kept', status: 'kept', plate: 'plate', customer_name: 'name', phone: 'phone', concern: 'text', wished_parts: 'text', reason: 'text' }, touched: 'at',
    },
    { table: 'appointments.call', zh: '联系记录', en: 'Calls', links: { plate: { column: 'plate', at: 'at' } }, columns: { at: 'kept', plate: 'plate', cause: 'kept', result: 'kept', note: 'words' } },
  ],
  holds: async (tx, { storeId, person }) => tx.all<Hold>`
    select 'privacy.hold.open-appointment' as code, number as about, null as until from appointments.appointment
    where store_id = ${storeId} and phone = any(${person.phones}) and status = 'booked' and at > now() - interval '1 day'`,
}

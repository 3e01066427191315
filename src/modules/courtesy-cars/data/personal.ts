import type { Hold, PersonalPart } from '../../../platform/personal-data.ts'

export const courtesyCarsPersonal: PersonalPart = {
  tables: [
    {
      table: 'courtesy_cars.loan', zh: '代步车', en: 'Courtesy cars', links: { phone: 'phone' },
      columns: { number: 'kept', from_at: 'kept', customer_name: 'name', phone: 'phone', driver_name: 'name', licence: 'phone', signature: 'blank', damage: 'text', fees: 'text', reason: 'text' }, touched: 'from_at',
    },
  ],
  holds: async (tx, { storeId, person }) => tx.all<Hold>`
    select 'privacy.hold.courtesy-car' as code, number as about, null as until from courtesy_cars.loan
    where store_id = ${storeId} and phone = any(${person.phones}) and status in ('booked', 'out')`,
}

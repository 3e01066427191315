import type { Hold, PersonalPart } from '../../../platform/personal-data.ts'

export const carePersonal: PersonalPart = {
  tables: [
    { table: 'care.contact', zh: '回访', en: 'Follow-up calls', links: { order: 'order_id' }, columns: { at: 'kept', result: 'kept', scores: 'kept', words: 'words' } },
    {
      table: 'care.complaint', zh: '投诉', en: 'Complaints', links: { order: 'order_id', phone: 'phone' },
      columns: { number: 'kept', opened_at: 'kept', status: 'kept', plate: 'plate', customer_name: 'name', phone: 'phone', words: 'words', answer: 'words' }, touched: 'opened_at',
    },
    { table: 'care.complaint_step', zh: '投诉处理过程', en: 'Steps of complaints', links: { record: 'complaint_id' }, columns: { at: 'kept', kind: 'kept', words: 'words' } },
    { table: 'care.bulletin', zh: '通报中的客户原话', en: 'Quoted in bulletins', links: { says: 'figures' }, columns: { number: 'kept', until_at: 'kept', figures: 'json', words: 'text' } },
  ],
  holds: async (tx, { storeId, person }) => tx.all<Hold>`
    select 'privacy.hold.open-complaint' as code, number as about, null as until from care.complaint
    where store_id = ${storeId} and (phone = any(${person.phones}) or order_id = any(${person.orderIds}::uuid[])) and status <> 'closed'`,
}

import type { Hold, PersonalPart } from '../../../platform/personal-data.ts'

export const qualityPersonal: PersonalPart = {
  tables: [
    { table: 'quality.certificate', zh: '竣工出厂合格证', en: 'Completion certificates', links: { order: 'order_id' }, columns: { number: 'kept', issued_at: 'kept', facts: 'json' } },
    { table: 'quality.comeback', zh: '返修', en: 'Comebacks', links: { order: 'order_id' }, columns: { proposed_at: 'kept', words: 'text', reason: 'text' } },
  ],
  /** The guarantee of a repair runs from its certificate (机动车维修管理规定, 质量保证期). */
  holds: async (tx, { storeId, person, today }) => tx.all<Hold>`
    select 'privacy.hold.guarantee' as code, number as about, (issued_at + make_interval(days => (facts ->> 'days')::integer))::date as until from quality.certificate
    where store_id = ${storeId} and order_id = any(${person.orderIds}::uuid[]) and voided_at is null and issued_at + make_interval(days => (facts ->> 'days')::integer) > ${today}::date
    order by until desc limit 1`,
}

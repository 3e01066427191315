import type { PersonalPart } from '../../../platform/personal-data.ts'

export const answersPersonal: PersonalPart = {
  tables: [
    { table: 'answers.link', zh: '客户链接', en: 'Links sent', links: { order: 'order_id' }, columns: { made_at: 'kept', customer_name: 'name', items: 'json', seen: 'json', terms: 'json' } },
  ],
}

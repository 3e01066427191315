import type { PersonalPart } from '../../../platform/personal-data.ts'

export const purchasingPersonal: PersonalPart = {
  tables: [
    {
      table: 'purchasing.request', zh: '缺件申请', en: 'Requests for parts', links: { order: 'order_id' },
      columns: { number: 'kept', asked_at: 'kept', plate: 'plate', customer_name: 'name', words: 'words', note: 'text', reason: 'text' },
    },
  ],
}

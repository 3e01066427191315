import type { PersonalPart } from '../../../platform/personal-data.ts'

export const papersPersonal: PersonalPart = {
  tables: [
    { table: 'papers.paper', zh: '已出具单据', en: 'Papers handed out', links: { order: 'order_id' }, columns: { at: 'kept', kind: 'kept', number: 'kept' }, also: 'erased_at = now()', file: true },
  ],
}

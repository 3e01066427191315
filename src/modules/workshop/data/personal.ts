import type { PersonalPart } from '../../../platform/personal-data.ts'

export const workshopPersonal: PersonalPart = {
  tables: [
    { table: 'workshop.key_move', zh: '钥匙', en: 'Keys', links: { order: 'order_id' }, columns: { at: 'kept', place: 'kept', note: 'text' } },
    { table: 'workshop.wait_note', zh: '等待说明', en: 'Notes on waiting', links: { through: { column: 'job_id', table: 'workshop.job', by: 'order_id' } }, columns: { at: 'kept', words: 'text' } },
  ],
}

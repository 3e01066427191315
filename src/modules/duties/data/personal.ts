import type { PersonalPart } from '../../../platform/personal-data.ts'

export const dutiesPersonal: PersonalPart = {
  tables: [
    { table: 'duties.instance', zh: '工作提醒', en: 'Duties about him', links: { order: 'subject_id', record: 'subject_id' }, columns: { due_at: 'kept', subject_name: 'text', explanation: 'text' } },
    { table: 'duties.audit', zh: '流程点检', en: 'Process audits', links: { order: 'order_id' }, columns: { day: 'kept', plate: 'plate' } },
  ],
}

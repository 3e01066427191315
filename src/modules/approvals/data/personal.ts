import type { PersonalPart } from '../../../platform/personal-data.ts'

export const approvalsPersonal: PersonalPart = {
  tables: [
    { table: 'approvals.request', zh: '审批', en: 'Approvals', links: { order: 'order_id', record: 'subject_id' }, columns: { at: 'kept', kind: 'kept', about: 'text', reason: 'text', decision_reason: 'text' } },
  ],
}

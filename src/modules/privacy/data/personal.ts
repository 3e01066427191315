import type { PersonalPart } from '../../../platform/personal-data.ts'

/** Copies that went out at his demand; requests for erasure are cleaned with their own yes (data/erasures.ts). */
export const privacyPersonal: PersonalPart = {
  tables: [{ table: 'privacy.export', zh: '个人信息导出', en: 'Exports of personal data', links: { customer: 'customer_id' }, columns: { at: 'kept', person_name: 'kept', demanded_by: 'words', identified_by: 'text', reason: 'text' } }],
}

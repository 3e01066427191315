import type { PersonalPart } from '../../../platform/personal-data.ts'

export const noticesPersonal: PersonalPart = {
  tables: [{ table: 'notices.notice', zh: '通知中的车牌', en: 'Named in notices', links: { says: 'facts' }, columns: { kind: 'kept', facts: 'json' } }],
}

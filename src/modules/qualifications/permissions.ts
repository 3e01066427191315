import { definePermissions } from '../../kernel/permissions.ts'

export const qualificationPermissions = definePermissions('qualifications', {
  see: { zh: '查看资格证书', en: 'See certificates', preset: ['GM', 'STM', 'INF', 'WSS', 'TSU', 'MTL', 'BTL', 'QCI', 'TEC'] },
  record: { zh: '登记资格证书', en: 'Record and end certificates', preset: ['STM', 'INF', 'WSS'] },
})

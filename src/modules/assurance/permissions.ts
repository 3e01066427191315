import { definePermissions } from '../../kernel/permissions.ts'

export const assurancePermissions = definePermissions('assurance', {
  audit: { zh: '查看审计记录', en: 'See the audit', preset: ['GM', 'AUD'] },
  state: { zh: '查看系统检查与备份', en: 'See the system checks and backups', preset: ['GM', 'STM', 'SYS', 'AUD'] },
})

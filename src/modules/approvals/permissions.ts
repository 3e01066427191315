import { definePermissions } from '../../kernel/permissions.ts'

/** What may be decided is settled by the rights of each deed; this one opens the inbox. */
export const approvalPermissions = definePermissions('approvals', {
  see: { zh: '查看审批', en: 'See the approvals', preset: ['GM', 'STM', 'FDS', 'FIN', 'WSS', 'SAD', 'CSH', 'PTS', 'PPL', 'SEC'] },
})

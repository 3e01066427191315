import { definePermissions } from '../../kernel/permissions.ts'

export const privacyPermissions = definePermissions('privacy', {
  see: { zh: '查看谁看过客户信息、能否删除', en: 'See who saw a customer\'s data and whether it may be deleted', preset: ['GM', 'STM', 'SYS', 'SEC', 'AUD'] },
  export: { zh: '导出一位客户的全部个人信息', en: 'Export all personal data of one customer', preset: ['STM', 'SEC'] },
  ask: { zh: '申请删除个人信息', en: 'Ask for the deletion of personal data', preset: ['STM', 'SEC'] },
  approve: { zh: '批准删除个人信息', en: 'Approve the deletion of personal data', preset: ['GM', 'SEC'] },
  maintain: { zh: '设置个人信息保存年限', en: 'Set how long personal data is kept', preset: ['GM', 'SEC'] },
})

import { definePermissions } from '../../kernel/permissions.ts'

export const customerPermissions = definePermissions('customers', {
  see: {
    zh: '查看客户（电话隐藏）', en: 'See customers, phones masked',
    preset: ['GM', 'STM', 'INF', 'FDS', 'SAD', 'WCL', 'INS', 'RNW', 'CCC', 'FIN', 'CSH', 'SAL'],
  },
  seePhones: { zh: '查看全部客户电话', en: 'See all customers\' phones', preset: ['FDS'] },
  revealPhone: { zh: '显示一位客户的电话（留痕）', en: 'Reveal one customer\'s phone, on record', preset: ['STM', 'INF', 'FDS', 'SAD', 'WCL', 'INS', 'RNW', 'CCC'] },
  maintain: { zh: '新增与修改客户', en: 'Add and change customers', preset: ['STM', 'INF', 'FDS', 'SAD', 'RNW', 'CCC'] },
  merge: { zh: '合并重复客户', en: 'Merge customers entered twice', preset: ['STM', 'INF', 'FDS'] },
  recordConsent: { zh: '记录客户同意或撤回', en: 'Record a customer\'s consent or its withdrawal', preset: ['STM', 'INF', 'FDS', 'SAD', 'CCC'] },
})

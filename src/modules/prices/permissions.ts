import { definePermissions } from '../../kernel/permissions.ts'

export const pricePermissions = definePermissions('prices', {
  see: { zh: '查看价格目录与差异', en: 'See price lists and their differences', preset: ['GM', 'STM', 'FDS', 'PTS', 'PPL', 'FIN', 'INS', 'WCL'] },
  draft: { zh: '导入价格目录并提交审批', en: 'Bring price lists in and ask for their approval', preset: ['PTS', 'PPL', 'STM'] },
  approve: { zh: '批准、撤回与冲销价格目录', en: 'Approve, withdraw and reverse price lists', preset: ['STM', 'PTS'] },
  seeFloors: { zh: '查看毛利下限与低于下限的销售', en: 'See floors of the margin and what was sold below them', preset: ['GM', 'STM', 'FDS', 'PTS', 'FIN'] },
  setFloor: { zh: '制定毛利下限', en: 'Set floors of the margin', preset: ['GM', 'STM'] },
})

import { definePermissions } from '../../kernel/permissions.ts'

export const purchasingPermissions = definePermissions('purchasing', {
  see: { zh: '查看采购申请', en: 'See purchase requests', preset: ['GM', 'STM', 'FDS', 'SAD', 'WSS', 'PTS', 'PPL', 'WHK', 'INS', 'WCL'] },
  ask: { zh: '提出采购申请', en: 'Ask for parts', preset: ['STM', 'FDS', 'SAD', 'INS', 'WCL', 'PTS', 'PPL'] },
  askByHand: { zh: '手工提出采购申请', en: 'Ask for parts by hand', preset: ['STM', 'PTS', 'PPL', 'WHK'] },
  source: { zh: '确定货源与到货', en: 'Set source and arrival', preset: ['PTS', 'PPL'] },
  setDays: { zh: '设定货源到货天数', en: 'Set the usual days of a source', preset: ['STM', 'PTS', 'PPL'] },
  tell: { zh: '告知客户并记录决定', en: "Tell the customer and record his decision", preset: ['STM', 'FDS', 'SAD', 'INS'] },
  cancel: { zh: '取消采购申请', en: 'Cancel a purchase request', preset: ['STM', 'FDS', 'SAD', 'INS', 'PTS', 'PPL'] },
})

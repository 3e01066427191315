import { definePermissions } from '../../kernel/permissions.ts'

export const repairOrderPermissions = definePermissions('repair-orders', {
  see: {
    zh: '查看工单', en: 'See repair orders',
    preset: ['GM', 'STM', 'INF', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'PTS', 'PPL', 'WHK', 'WCL', 'INS', 'CCC', 'FIN', 'CSH'],
  },
  quote: { zh: '开具报价单', en: 'Make a quote', preset: ['STM', 'FDS', 'SAD', 'INS'] },
  arrive: { zh: '登记车辆到店', en: 'Register the arrival of a car', preset: ['STM', 'FDS', 'SAD', 'WCL'] },
  greet: { zh: '迎接到店客户', en: 'Greet customers at the door', preset: ['STM', 'INF', 'FDS', 'SAD', 'WCL'] },
  receive: { zh: '接车预检', en: 'Take a car over', preset: ['STM', 'FDS', 'SAD', 'WCL'] },
  estimate: { zh: '编制报价', en: 'Make an estimate', preset: ['STM', 'FDS', 'SAD', 'INS', 'WCL'] },
  authorise: { zh: '签订任务委托书', en: "Record the customer's authorisation", preset: ['STM', 'FDS', 'SAD'] },
  reportAddedWork: { zh: '登记增项', en: 'Report added work', preset: ['STM', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI'] },
  confirmNumber: { zh: '确认配件号', en: 'Confirm the number of a part', preset: ['TEC', 'MTL', 'BTL', 'TSU', 'PTS', 'PPL', 'WHK'] },
  approveDeviation: { zh: '批准价格偏离', en: 'Approve a price deviation', preset: ['GM', 'STM', 'FDS'] },
  sublet: { zh: '登记外协送出与返回', en: 'Send sublet work out and take it back', preset: ['STM', 'FDS', 'SAD', 'WSS'] },
  passOn: { zh: '转交工单', en: 'Give an order to a colleague', preset: ['STM', 'FDS', 'SAD'] },
  cancel: { zh: '取消工单', en: 'Cancel a repair order', preset: ['STM', 'FDS', 'SAD'] },
})

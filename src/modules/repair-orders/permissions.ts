import { definePermissions } from '../../kernel/permissions.ts'

export const repairOrderPermissions = definePermissions('repair-orders', {
  see: {
    zh: '查看工单', en: 'See repair orders',
    preset: ['GM', 'STM', 'INF', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'PTS', 'PPL', 'WHK', 'WCL', 'INS', 'CCC', 'FIN', 'CSH'],
  },
  arrive: { zh: '登记车辆到店', en: 'Register the arrival of a car', preset: ['STM', 'FDS', 'SAD'] },
  cancel: { zh: '取消工单', en: 'Cancel a repair order', preset: ['STM', 'FDS', 'SAD'] },
})

import { definePermissions } from '../../kernel/permissions.ts'

export const vehiclePermissions = definePermissions('vehicles', {
  see: {
    zh: '查看车辆档案', en: 'See vehicles',
    preset: ['GM', 'STM', 'INF', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'WCL', 'INS', 'RNW', 'CCC', 'FIN', 'CSH', 'SAL'],
  },
  maintain: { zh: '新增与修改车辆', en: 'Add and change vehicles', preset: ['STM', 'INF', 'FDS', 'SAD', 'WCL', 'RNW'] },
  changeOwner: { zh: '变更车主与车牌', en: 'Change owner and plate', preset: ['STM', 'INF', 'FDS', 'SAD'] },
  recordMileage: { zh: '登记里程', en: 'Record a mileage', preset: ['STM', 'INF', 'FDS', 'SAD', 'WSS', 'TEC', 'QCI'] },
  voidMileage: { zh: '作废里程记录、登记换表', en: 'Void a mileage reading, record a change of meter', preset: ['STM', 'FDS'] },
})

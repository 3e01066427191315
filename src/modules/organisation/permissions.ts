import { definePermissions } from '../../kernel/permissions.ts'

export const organisationPermissions = definePermissions('organisation', {
  seeStaff: { zh: '查看本店员工名单', en: 'See the staff of the store', preset: ['GM', 'STM', 'INF', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'PTS', 'QCI', 'WCL', 'INS', 'CCC', 'FIN', 'ADM', 'SYS', 'SEC'] },
})

import { definePermissions } from '../../kernel/permissions.ts'

export const noticePermissions = definePermissions('notices', {
  see: {
    zh: '查看本人通知', en: 'See own notices',
    preset: ['GM', 'STM', 'INF', 'FDS', 'WSS', 'PTS', 'INS', 'WCL', 'PPL', 'WHK', 'SAD', 'MTL', 'FIN', 'CSH', 'TEC', 'TSU', 'BTL', 'QCI', 'WSH', 'CCC', 'RNW', 'SAL', 'ACB', 'DRV', 'ADM', 'SYS', 'SEC', 'AUD'],
  },
  manage: { zh: '设置通知渠道', en: 'Set up the channels of notices', preset: ['STM', 'ADM', 'SYS'] },
})

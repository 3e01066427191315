import { definePermissions } from '../../kernel/permissions.ts'

export const paperPermissions = definePermissions('papers', {
  see: { zh: '查看存档单据', en: 'See papers handed out', preset: ['STM', 'INF', 'FDS', 'WSS', 'PTS', 'INS', 'WCL', 'PPL', 'WHK', 'SAD', 'GM', 'FIN', 'CSH', 'QCI', 'CCC', 'AUD'] },
})

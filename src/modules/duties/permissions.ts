import { definePermissions } from '../../kernel/permissions.ts'

export const dutyPermissions = definePermissions('duties', {
  see: {
    zh: '查看今日职责', en: 'See own duties',
    preset: ['GM', 'STM', 'INF', 'FDS', 'WSS', 'PTS', 'INS', 'WCL', 'PPL', 'WHK', 'SAD', 'MTL', 'FIN', 'CSH', 'TEC', 'TSU', 'BTL', 'QCI', 'WSH', 'CCC', 'RNW', 'SAL', 'ACB', 'DRV', 'ADM', 'SYS', 'SEC', 'AUD'],
  },
  file: {
    zh: '完成职责（记录、检查表）', en: 'Close duties (record, checklist)',
    preset: ['GM', 'STM', 'INF', 'FDS', 'WSS', 'PTS', 'INS', 'WCL', 'PPL', 'WHK', 'SAD', 'MTL', 'FIN', 'CSH', 'TEC', 'TSU', 'BTL', 'QCI', 'CCC'],
  },
  report: { zh: '上报事件', en: 'Report an event', preset: ['GM', 'STM', 'INF', 'FDS', 'WSS', 'PTS', 'INS', 'WCL', 'PPL', 'WHK', 'SAD', 'MTL', 'CCC'] },
  audit: { zh: '流程点检', en: 'Audit the process of cars', preset: ['STM', 'FDS'] },
  supervise: { zh: '督导职责', en: 'Supervise duties', preset: ['GM', 'STM', 'FDS', 'WSS', 'PTS', 'PPL', 'MTL'] },
  seeBoard: { zh: '查看履职看板', en: 'See how the duties of the house ended', preset: ['GM', 'STM', 'INF'] },
  seeManual: { zh: '查看岗位手册', en: 'See the job manual', preset: ['GM', 'STM', 'INF', 'FDS', 'WSS', 'PTS', 'AUD'] },
  editManual: { zh: '修改岗位手册', en: 'Edit the job manual', preset: ['GM', 'STM'] },
})

import { definePermissions, type Position } from '../../kernel/permissions.ts'

const everybody: readonly Position[] = ['GM', 'STM', 'INF', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'WSH', 'PTS', 'PPL', 'WHK', 'WCL', 'INS', 'RNW', 'CCC', 'FIN', 'CSH', 'SAL', 'ACB', 'DRV', 'ADM']

export const attendancePermissions = definePermissions('attendance', {
  clock: { zh: '上下班打卡', en: 'Clock in and out of the day', preset: everybody },
  see: { zh: '查看全店考勤', en: 'See the attendance of all', preset: ['GM', 'STM', 'FDS', 'WSS', 'PTS', 'TSU', 'ADM'] },
  correct: { zh: '更正考勤', en: 'Correct attendance', preset: ['STM', 'FDS', 'WSS'] },
})

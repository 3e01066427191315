import { definePermissions, type Position } from '../../kernel/permissions.ts'

const everybody: readonly Position[] = ['GM', 'STM', 'INF', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'WSH', 'PTS', 'PPL', 'WHK', 'WCL', 'INS', 'RNW', 'CCC', 'FIN', 'CSH', 'SAL', 'ACB', 'DRV', 'ADM', 'SYS', 'SEC', 'AUD']

export const rosterPermissions = definePermissions('rosters', {
  see: { zh: '查看排班', en: 'See the roster', preset: everybody },
  plan: { zh: '排班、排值岗、登记缺勤', en: 'Plan shifts and greeting duty, record absence', preset: ['STM', 'FDS', 'WSS', 'PTS'] },
  checkIn: { zh: '值岗签到', en: 'Check in for greeting duty', preset: ['SAD', 'INF', 'FDS'] },
})

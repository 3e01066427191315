import { definePermissions, type Position } from '../../kernel/permissions.ts'

const everybody: readonly Position[] = ['GM', 'STM', 'INF', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'WSH', 'PTS', 'PPL', 'WHK', 'WCL', 'INS', 'RNW', 'CCC', 'FIN', 'CSH', 'SAL', 'ACB', 'DRV', 'ADM', 'SYS', 'SEC', 'AUD']

export const teamPermissions = definePermissions('teams', {
  see: { zh: '查看班组', en: 'See the teams', preset: everybody },
  maintain: { zh: '设置班组、组长与组员', en: 'Set teams, their leaders and members', preset: ['GM', 'STM', 'ADM', 'SYS'] },
})

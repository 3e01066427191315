import type { Position } from '../../kernel/permissions.ts'
import { definePermissions } from '../../kernel/permissions.ts'

const everybody: readonly Position[] = ['GM', 'STM', 'INF', 'FDS', 'WSS', 'PTS', 'INS', 'WCL', 'PPL', 'WHK', 'SAD', 'MTL', 'FIN', 'CSH', 'TEC', 'TSU', 'BTL', 'QCI', 'WSH', 'CCC', 'RNW', 'SAL', 'ACB', 'DRV', 'ADM']

export const taskPermissions = definePermissions('tasks', {
  see: { zh: '查看任务', en: 'See tasks', preset: everybody },
  report: { zh: '报告问题', en: 'Report a problem', preset: everybody },
  give: { zh: '下达任务', en: 'Give tasks', preset: ['GM', 'STM', 'INF', 'FDS', 'WSS', 'PTS', 'MTL', 'BTL', 'CCC'] },
  do: { zh: '完成与转交任务', en: 'Do tasks and pass them on', preset: everybody },
  check: { zh: '确认、退回、撤回自己下达的任务', en: 'Check, send back and withdraw what one gave', preset: everybody },
  judgeAll: { zh: '代他人确认与撤回任务', en: 'Check and withdraw what others gave', preset: ['GM', 'STM'] },
})

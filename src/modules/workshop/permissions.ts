import { definePermissions } from '../../kernel/permissions.ts'

export const workshopPermissions = definePermissions('workshop', {
  see: { zh: '查看车间作业', en: 'See the jobs of the workshop', preset: ['STM', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'PTS', 'WHK', 'INS'] },
  dispatch: { zh: '派工', en: 'Dispatch jobs', preset: ['STM', 'WSS', 'TSU', 'MTL', 'BTL'] },
  plan: { zh: '排工位与时间', en: 'Plan bay and time of a job', preset: ['STM', 'WSS', 'TSU', 'MTL', 'BTL'] },
  maintainBays: { zh: '维护工位', en: 'Maintain bays', preset: ['STM', 'WSS'] },
  explainWait: { zh: '说明待修原因', en: 'Say why a car waits', preset: ['STM', 'WSS'] },
  moveKey: { zh: '登记钥匙去向', en: 'Record where a key is', preset: ['STM', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'WSH'] },
  wall: { zh: '打开大屏看板', en: 'Open the wall boards', preset: ['STM', 'WSS', 'FDS'] },
  clock: { zh: '施工计时', en: 'Clock on and off a job', preset: ['TEC', 'MTL', 'BTL', 'WSH'] },
  correctClock: { zh: '更正施工计时', en: 'Correct a clock', preset: ['STM', 'WSS'] },
  stop: { zh: '中止作业', en: 'Stop a job', preset: ['STM', 'WSS'] },
  check: { zh: '班组检验', en: 'Check a job for the team', preset: ['WSS', 'TSU', 'MTL', 'BTL', 'TEC'] },
  keepSheets: { zh: '维护检验项目', en: 'Maintain check sheets', preset: ['STM', 'WSS', 'TSU'] },
  inspect: { zh: '终检', en: 'Inspect last', preset: ['WSS', 'TSU', 'QCI'] },
})

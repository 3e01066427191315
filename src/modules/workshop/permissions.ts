import { definePermissions } from '../../kernel/permissions.ts'

export const workshopPermissions = definePermissions('workshop', {
  see: { zh: '查看车间作业', en: 'See the jobs of the workshop', preset: ['STM', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'PTS', 'WHK'] },
  dispatch: { zh: '派工', en: 'Dispatch jobs', preset: ['STM', 'WSS', 'TSU', 'MTL', 'BTL'] },
  plan: { zh: '排工位与时间', en: 'Plan bay and time of a job', preset: ['STM', 'WSS', 'TSU', 'MTL', 'BTL'] },
  maintainBays: { zh: '维护工位', en: 'Maintain bays', preset: ['STM', 'WSS'] },
  clock: { zh: '施工计时', en: 'Clock on and off a job', preset: ['TEC', 'MTL', 'BTL', 'WSH'] },
  stop: { zh: '中止作业', en: 'Stop a job', preset: ['STM', 'WSS'] },
  inspect: { zh: '终检', en: 'Inspect last', preset: ['WSS', 'TSU', 'QCI'] },
})

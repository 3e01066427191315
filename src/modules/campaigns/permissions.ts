import { definePermissions } from '../../kernel/permissions.ts'

export const campaignPermissions = definePermissions('campaigns', {
  see: { zh: '查看召回与服务活动', en: 'See recalls and service actions', preset: ['GM', 'STM', 'INF', 'FDS', 'SAD', 'WSS', 'TSU', 'PTS', 'PPL', 'WCL', 'CCC'] },
  maintain: { zh: '维护召回与服务活动', en: 'Keep recalls and service actions', preset: ['STM', 'FDS', 'WCL'] },
})

import { definePermissions } from '../../kernel/permissions.ts'

export const carePermissions = definePermissions('care', {
  see: { zh: '查看回访与投诉', en: 'See follow-ups and complaints', preset: ['GM', 'STM', 'INF', 'FDS', 'WSS', 'SAD', 'CCC'] },
  call: { zh: '回访客户', en: 'Call customers after delivery', preset: ['STM', 'INF', 'FDS', 'CCC'] },
  complain: { zh: '登记投诉', en: 'Open a complaint', preset: ['STM', 'FDS', 'WSS', 'SAD', 'CCC'] },
  answer: { zh: '答复投诉', en: 'Answer a complaint', preset: ['STM', 'FDS', 'WSS'] },
  issue: { zh: '发布满意度与投诉通报', en: 'Issue bulletins', preset: ['STM', 'FDS', 'WSS'] },
  readBulletins: { zh: '阅读通报', en: 'Read bulletins', preset: ['GM', 'STM', 'INF', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'PTS', 'PPL', 'WHK', 'WCL', 'INS', 'CCC'] },
  close: { zh: '关闭投诉', en: 'Close a complaint', preset: ['STM', 'INF', 'CCC'] },
})

import { definePermissions } from '../../kernel/permissions.ts'

export const reportPermissions = definePermissions('reports', {
  see: { zh: '查看经营指标与报表', en: 'See figures and reports', preset: ['GM', 'STM', 'INF', 'FDS', 'WSS', 'PTS', 'FIN', 'CCC'] },
  seeCost: { zh: '查看成本与毛利', en: 'See cost and gross margin', preset: ['GM', 'STM', 'FIN'] },
  setTarget: { zh: '设定指标目标', en: 'Set the target of a figure', preset: ['GM', 'STM'] },
  issueDaily: { zh: '上报营业日报', en: 'Issue the daily business report', preset: ['STM', 'INF'] },
})

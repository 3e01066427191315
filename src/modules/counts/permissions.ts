import { definePermissions } from '../../kernel/permissions.ts'

export const countPermissions = definePermissions('counts', {
  see: { zh: '查看盘点', en: 'See the counts', preset: ['GM', 'STM', 'FIN', 'PTS', 'PPL', 'WHK'] },
  plan: { zh: '安排盘点', en: 'Plan and end counts', preset: ['PTS', 'PPL'] },
  agree: { zh: '同意盘点时间', en: 'Agree to the day of a count', preset: ['FIN'] },
  count: { zh: '盘点', en: 'Prepare the store and count', preset: ['PTS', 'PPL', 'WHK'] },
  explain: { zh: '说明盘点差异', en: 'Explain the differences of a count', preset: ['PTS', 'PPL', 'WHK'] },
  submit: { zh: '送审盘点差异', en: 'Send the differences of a count to finance', preset: ['PTS'] },
  approve: { zh: '批准盘点差异', en: 'Approve the differences of a count', preset: ['FIN'] },
  adjust: { zh: '盘点调账', en: 'Adjust the stock after a count', preset: ['PPL'] },
  reverse: { zh: '冲销盘点调账', en: 'Reverse the adjustment of a count', preset: ['PTS'] },
  keepSettings: { zh: '维护盘点设置', en: 'Keep the settings of counts', preset: ['PTS'] },
})

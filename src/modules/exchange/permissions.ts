import { definePermissions } from '../../kernel/permissions.ts'

export const exchangePermissions = definePermissions('exchange', {
  see: { zh: '查看导入记录', en: 'See what was imported', preset: ['GM', 'STM', 'INF', 'FDS', 'WSS', 'TSU', 'PTS', 'PPL', 'WHK', 'FIN', 'SEC', 'WCL'] },
  import: { zh: '从 Excel 或 CSV 导入资料', en: 'Import lists from Excel or CSV', preset: ['STM', 'INF', 'FDS', 'WSS', 'TSU', 'PTS', 'PPL', 'FIN', 'SEC', 'WCL'] },
  importReceivables: { zh: '导入期初应收', en: 'Import opening receivables', preset: ['STM', 'FIN'] },
  export: { zh: '导出资料', en: 'Export lists', preset: ['GM', 'STM', 'PTS', 'FIN'] },
})

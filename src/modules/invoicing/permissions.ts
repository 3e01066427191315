import { definePermissions } from '../../kernel/permissions.ts'

export const invoicingPermissions = definePermissions('invoicing', {
  see: { zh: '查看发票与月结', en: 'See invoices and monthly statements', preset: ['GM', 'STM', 'FIN', 'CSH'] },
  invoice: { zh: '登记发票', en: 'Record invoices', preset: ['FIN', 'CSH'] },
  red: { zh: '登记红字发票', en: 'Record red invoices', preset: ['FIN'] },
  issueMonthly: { zh: '出具月结对账单', en: 'Issue a monthly statement', preset: ['FIN', 'CSH'] },
  journal: { zh: '导出凭证', en: 'Export the journal', preset: ['FIN', 'GM'] },
})

import { definePermissions } from '../../kernel/permissions.ts'

export const supplierPermissions = definePermissions('suppliers', {
  see: { zh: '查看供应商对账与付款', en: "See suppliers' statements and payments", preset: ['GM', 'STM', 'FIN', 'CSH', 'PTS', 'PPL'] },
  reconcile: { zh: '核对供应商往来账', en: "Reconcile suppliers' statements", preset: ['PTS', 'PPL'] },
  close: { zh: '结清供应商对账单', en: "Close suppliers' statements and fix the invoice amount", preset: ['PTS'] },
  requestPayment: { zh: '提交供应商付款申请', en: 'Request payments to suppliers', preset: ['PTS'] },
  signPayment: { zh: '核签供应商付款', en: 'Sign payments to suppliers', preset: ['FIN'] },
  pay: { zh: '支付供应商货款', en: 'Pay suppliers', preset: ['FIN', 'CSH'] },
  takeBackPayment: { zh: '冲销供应商付款', en: 'Take payments to suppliers back', preset: ['FIN'] },
  seeInquiries: { zh: '查看配件询价', en: "See inquiries and sources' prices", preset: ['STM', 'SAD', 'INS', 'WCL', 'PTS', 'PPL'] },
  inquire: { zh: '向供应商询价', en: 'Ask suppliers for prices', preset: ['PTS', 'PPL'] },
  choose: { zh: '选定供应商报价', en: 'Choose among quotes', preset: ['PTS'] },
})

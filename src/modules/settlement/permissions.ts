import { definePermissions } from '../../kernel/permissions.ts'

export const settlementPermissions = definePermissions('settlement', {
  see: { zh: '查看结算', en: 'See statements', preset: ['GM', 'STM', 'FDS', 'SAD', 'FIN', 'CSH', 'WCL', 'INS'] },
  settle: { zh: '结算', en: 'Settle a repair order', preset: ['STM', 'FDS', 'SAD'] },
  allow: { zh: '整单优惠', en: 'Grant an allowance on a statement', preset: ['GM', 'STM', 'FDS'] },
  pay: { zh: '收款', en: 'Take a payment', preset: ['CSH', 'FIN'] },
  refund: { zh: '退款', en: 'Refund a payment', preset: ['FIN', 'STM'] },
  reverse: { zh: '冲销结算', en: 'Reverse a statement', preset: ['FIN', 'STM'] },
  ask: { zh: '申请退款、冲销、优惠或挂账', en: 'Ask for a refund, a reversal, an allowance or credit', preset: ['CSH', 'SAD', 'FDS'] },
  reallocate: { zh: '转移被拒的理赔', en: 'Move a refused claim to another payer', preset: ['GM', 'STM', 'INS', 'WCL', 'FIN'] },
  grantReallocation: { zh: '批准转移被拒的理赔', en: 'Approve that a refused claim moves', preset: ['GM', 'STM'] },
  grantCredit: { zh: '批准挂账', en: 'Grant credit on a statement', preset: ['GM', 'STM', 'FIN'] },
  overrideCredit: { zh: '超额度挂账', en: 'Grant credit above the limit', preset: ['GM'] },
  setCredit: { zh: '设定挂账额度', en: 'Set how much a customer may owe', preset: ['GM', 'FIN'] },
  seeReceivables: { zh: '查看应收账款', en: 'See receivables', preset: ['GM', 'STM', 'FIN', 'CSH'] },
  setFees: { zh: '设定支付渠道费率', en: 'Set what payment channels keep', preset: ['GM', 'FIN'] },
  setTerms: { zh: '设定理赔账期', en: 'Set within how many days claims are paid', preset: ['GM', 'FIN'] },
  till: { zh: '收银日结', en: 'Open and close the till', preset: ['CSH', 'FIN'] },
  deliver: { zh: '交车', en: 'Deliver a car', preset: ['STM', 'FDS', 'SAD'] },
})

import { definePermissions } from '../../kernel/permissions.ts'

export const settlementPermissions = definePermissions('settlement', {
  see: { zh: '查看结算', en: 'See statements', preset: ['GM', 'STM', 'FDS', 'SAD', 'FIN', 'CSH', 'WCL', 'INS'] },
  settle: { zh: '结算', en: 'Settle a repair order', preset: ['STM', 'FDS', 'SAD'] },
  allow: { zh: '整单优惠', en: 'Grant an allowance on a statement', preset: ['GM', 'STM', 'FDS'] },
  pay: { zh: '收款', en: 'Take a payment', preset: ['CSH', 'FIN'] },
  refund: { zh: '退款', en: 'Refund a payment', preset: ['FIN', 'STM'] },
  reverse: { zh: '冲销结算', en: 'Reverse a statement', preset: ['FIN', 'STM'] },
  ask: { zh: '申请退款或冲销', en: 'Ask for a refund or a reversal', preset: ['CSH', 'SAD', 'FDS'] },
  decide: { zh: '审批退款与冲销申请', en: 'Decide on refunds and reversals that were asked for', preset: ['FIN', 'STM'] },
  seeReceivables: { zh: '查看应收账款', en: 'See receivables', preset: ['GM', 'STM', 'FIN', 'CSH'] },
  till: { zh: '收银日结', en: 'Open and close the till', preset: ['CSH', 'FIN'] },
  deliver: { zh: '交车', en: 'Deliver a car', preset: ['STM', 'FDS', 'SAD'] },
})

import { definePermissions } from '../../kernel/permissions.ts'

export const receivingPermissions = definePermissions('receiving', {
  see: { zh: '查看收货与到货异常', en: 'See receipts and arrival faults', preset: ['GM', 'STM', 'FDS', 'SAD', 'INS', 'WCL', 'PTS', 'PPL', 'WHK', 'FIN'] },
  count: { zh: '收货清点', en: 'Count what came', preset: ['PTS', 'PPL', 'WHK'] },
  post: { zh: '订单收货入库', en: 'Post a receipt against an order', preset: ['PTS', 'PPL', 'WHK'] },
  reverse: { zh: '冲销订单收货', en: 'Reverse a posted receipt', preset: ['PTS'] },
  handOver: { zh: '三单齐全交接', en: 'Hand over the three signed documents', preset: ['PTS', 'PPL', 'WHK'] },
  report: { zh: '提报与催办到货异常', en: 'Report arrival faults and press for an answer', preset: ['PTS', 'PPL'] },
  close: { zh: '关闭到货异常', en: 'Close an arrival fault', preset: ['PTS', 'PPL'] },
})

import { definePermissions } from '../../kernel/permissions.ts'

export const stockHealthPermissions = definePermissions('stock-health', {
  see: { zh: '查看库存健康', en: 'See the health of the stock', preset: ['GM', 'STM', 'FIN', 'PTS', 'PPL', 'WHK'] },
  review: { zh: '登记指标查看结论', en: 'Record what one concluded from a figure', preset: ['STM', 'PTS'] },
  keepRule: { zh: '维护呆滞规则', en: 'Keep the rule of dead stock', preset: ['STM', 'PTS'] },
  promote: { zh: '制定促销方案', en: 'Plan promotions', preset: ['STM', 'PTS'] },
  promoteUnderCost: { zh: '低于成本促销', en: 'Promote under cost', preset: ['STM'] },
  askScrap: { zh: '提报报废申请', en: 'Apply for scrapping', preset: ['PTS'] },
  checkScrap: { zh: '核对报废申请', en: 'Check a scrap application', preset: ['STM'] },
  approveScrap: { zh: '审批报废申请', en: 'Approve a scrap application', preset: ['FIN'] },
  signScrap: { zh: '签批报废申请', en: 'Sign a scrap application', preset: ['GM'] },
  reverseScrap: { zh: '批准冲销报废', en: 'Approve the reversal of a scrapping', preset: ['FIN'] },
})

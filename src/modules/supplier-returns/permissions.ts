import { definePermissions } from '../../kernel/permissions.ts'

export const supplierReturnPermissions = definePermissions('supplier-returns', {
  see: { zh: '查看供应商退货与质量索赔', en: 'See returns to suppliers and quality claims', preset: ['GM', 'STM', 'FIN', 'CSH', 'PTS', 'PPL', 'WHK'] },
  ask: { zh: '提报供应商退货', en: 'Apply for a return to a supplier', preset: ['PTS', 'PPL', 'WHK'] },
  agree: { zh: '登记与供应商的电话确认', en: 'Record what a supplier confirmed by phone', preset: ['PTS', 'PPL'] },
  send: { zh: '退货出库发运', en: 'Send goods back to a supplier', preset: ['PTS', 'PPL', 'WHK'] },
  takeSlip: { zh: '财务接收退货单', en: 'Take the slip of a return for finance', preset: ['FIN', 'CSH'] },
  reverse: { zh: '冲销供应商退货', en: 'Reverse a return to a supplier', preset: ['PTS'] },
  claim: { zh: '提出与跟进质量索赔', en: 'Open and follow quality claims', preset: ['PTS', 'PPL'] },
  close: { zh: '关闭或重开质量索赔', en: 'Close quality claims and open them again', preset: ['PTS'] },
})

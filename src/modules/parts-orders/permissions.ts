import { definePermissions } from '../../kernel/permissions.ts'

export const partsOrderPermissions = definePermissions('parts-orders', {
  see: { zh: '查看配件订单与订货日历', en: 'See parts orders and the ordering calendar', preset: ['GM', 'STM', 'FDS', 'SAD', 'INS', 'WCL', 'PTS', 'PPL', 'WHK', 'FIN'] },
  draft: { zh: '编制与确认配件订单', en: 'Draft and confirm parts orders', preset: ['PTS', 'PPL'] },
  submit: { zh: '提交配件订单', en: 'Submit parts orders', preset: ['PTS', 'PPL'] },
  approve: { zh: '审批超限配件订单', en: 'Approve parts orders above the limit', preset: ['GM', 'STM', 'PTS'] },
  check: { zh: '确认索赔件厂家与编码', en: 'Confirm maker and number of warranty parts', preset: ['WCL', 'PTS', 'PPL'] },
  cancel: { zh: '取消配件订单', en: 'Cancel parts orders and lines', preset: ['PTS', 'PPL'] },
  keepCalendar: { zh: '维护订货日历', en: 'Keep the ordering calendar', preset: ['PTS', 'PPL'] },
  announce: { zh: '向前台通报订货日', en: 'Announce the order days to the desk', preset: ['PTS'] },
  keepKinds: { zh: '设定订单种类', en: 'Set the kinds of orders', preset: ['STM', 'PTS'] },
  keepSuppliers: { zh: '维护供应商', en: 'Keep suppliers', preset: ['PTS', 'PPL'] },
})

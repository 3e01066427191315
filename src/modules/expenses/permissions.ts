import { definePermissions, type Position } from '../../kernel/permissions.ts'

const everybody: readonly Position[] = ['GM', 'STM', 'INF', 'FDS', 'WSS', 'PTS', 'INS', 'WCL', 'PPL', 'WHK', 'SAD', 'MTL', 'FIN', 'CSH', 'TEC', 'TSU', 'BTL', 'QCI', 'CCC', 'RNW', 'SAL', 'ACB', 'DRV']

export const expensePermissions = definePermissions('expenses', {
  claim: { zh: '填写费用报销单，查看自己的借条', en: 'Claim expenses and see the own IOUs', preset: everybody },
  see: { zh: '查看全部报销与借条', en: 'See all expense claims and IOUs', preset: ['GM', 'STM', 'FIN', 'CSH'] },
  sign: { zh: '签字费用报销（站长）', en: 'Sign expense claims (station manager)', preset: ['STM'] },
  approve: { zh: '审批费用报销（财务）', en: 'Approve expense claims (finance)', preset: ['FIN'] },
  pay: { zh: '预支借款、结清报销', en: 'Hand out advances and settle expense claims', preset: ['CSH'] },
  reverse: { zh: '冲销已结清的报销', en: 'Reverse settled expense claims', preset: ['FIN'] },
  keepRule: { zh: '维护费用类别与借条限额', en: 'Keep the kinds of expense and the limit of IOUs', preset: ['FIN'] },
})

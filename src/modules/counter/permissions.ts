import { definePermissions } from '../../kernel/permissions.ts'

export const counterPermissions = definePermissions('counter', {
  see: { zh: '查看柜台出库单', en: 'See slips of the parts counter', preset: ['GM', 'STM', 'FDS', 'SAD', 'WSS', 'PTS', 'PPL', 'WHK', 'FIN', 'CSH', 'ACB'] },
  sell: { zh: '开配件销售单', en: 'Sell parts over the counter', preset: ['STM', 'FDS', 'SAD', 'PTS', 'PPL'] },
  write: { zh: '开精品、辅料与借用单', en: 'Write slips for accessories, consumables and loans', preset: ['STM', 'PTS', 'PPL', 'WHK'] },
  cancel: { zh: '取消柜台出库单', en: 'Cancel a slip of the parts counter', preset: ['STM', 'FDS', 'SAD', 'PTS', 'PPL', 'WHK'] },
  pick: { zh: '柜台拣货出库', en: 'Pick and hand over goods of the counter', preset: ['PTS', 'PPL', 'WHK'] },
  takeBack: { zh: '柜台退货入库', en: 'Take goods of the counter back', preset: ['PTS', 'PPL', 'WHK'] },
  pay: { zh: '柜台收款', en: 'Take money for a counter sale', preset: ['CSH', 'FIN'] },
  refund: { zh: '柜台退款', en: 'Refund a counter sale', preset: ['FIN', 'STM'] },
  writeOff: { zh: '核销收不回的代收货款', en: 'Write cash on delivery off', preset: ['FIN', 'GM'] },
})

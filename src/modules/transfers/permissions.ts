import { definePermissions } from '../../kernel/permissions.ts'

export const transferPermissions = definePermissions('transfers', {
  see: { zh: '查看调拨', en: 'See transfers', preset: ['GM', 'STM', 'PTS', 'PPL', 'WHK', 'FIN'] },
  ask: { zh: '申请调拨', en: 'Ask another store for parts', preset: ['PTS', 'PPL'] },
  answer: { zh: '答复调拨申请并处理差异', en: 'Answer a transfer and decide what was missing', preset: ['PTS'] },
  ship: { zh: '调拨发货', en: 'Ship a transfer', preset: ['PTS', 'WHK'] },
  receive: { zh: '调拨收货', en: 'Receive a transfer', preset: ['PTS', 'WHK'] },
  callCarriers: { zh: '登记在途到货', en: 'Note what the carriers say', preset: ['PTS', 'PPL', 'WHK'] },
})

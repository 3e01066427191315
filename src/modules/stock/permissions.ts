import { definePermissions } from '../../kernel/permissions.ts'

export const stockPermissions = definePermissions('stock', {
  see: { zh: '查看库存', en: 'See the stock', preset: ['GM', 'STM', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'TEC', 'PTS', 'PPL', 'WHK', 'WCL', 'INS', 'FIN'] },
  seeCost: { zh: '查看库存成本', en: 'See the cost of stock', preset: ['GM', 'STM', 'PTS', 'PPL', 'FIN'] },
  keepPlaces: { zh: '维护货位', en: 'Keep the bins', preset: ['PTS', 'WHK'] },
  receive: { zh: '入库', en: 'Receive parts', preset: ['PTS', 'PPL', 'WHK'] },
  quarantine: { zh: '隔离损坏件', en: 'Put damaged goods into quarantine', preset: ['PTS', 'WHK'] },
  takeBack: { zh: '冲销入库', en: 'Reverse a receipt', preset: ['PTS'] },
})

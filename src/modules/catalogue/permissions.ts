import { definePermissions, type Position } from '../../kernel/permissions.ts'

const readers: readonly Position[] = [
  'GM', 'STM', 'INF', 'FDS', 'SAD', 'WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'PTS', 'PPL', 'WHK', 'WCL', 'INS', 'RNW', 'CCC', 'FIN', 'CSH', 'ACB',
]

export const cataloguePermissions = definePermissions('catalogue', {
  see: { zh: '查看配件、工时与车型目录', en: 'See parts, labour operations and models', preset: readers },
  maintainParts: { zh: '维护配件目录', en: 'Maintain the parts catalogue', preset: ['STM', 'PTS', 'PPL'] },
  setPrices: { zh: '制定配件价格', en: 'Set part prices', preset: ['STM', 'PTS'] },
  maintainOperations: { zh: '维护工时项目', en: 'Maintain labour operations', preset: ['STM', 'WSS', 'TSU'] },
  maintainPackages: { zh: '维护套餐与保养菜单', en: 'Maintain packages and menus', preset: ['STM', 'FDS', 'WSS', 'TSU'] },
  maintainModels: { zh: '维护车型', en: 'Maintain car models', preset: ['STM', 'INF', 'TSU'] },
  seeRates: { zh: '查看费率与税率', en: 'See labour rates and VAT rates', preset: ['GM', 'STM', 'FDS', 'WSS', 'WCL', 'INS', 'FIN', 'CSH'] },
  setRates: { zh: '制定费率与税率', en: 'Set labour rates and VAT rates', preset: ['GM', 'STM', 'FIN'] },
  maintainInsurers: { zh: '维护保险公司', en: 'Maintain insurers', preset: ['STM', 'INS', 'FIN'] },
})

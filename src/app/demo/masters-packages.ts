import type { FilledPackages } from '../../modules/catalogue/public.ts'

/** code | 中文 | English | package price in yuan, empty for the sum | operations with hours | parts with pieces. Invented, of the usual size. */
const engineRows = `
PK-05|首次保养套餐|First maintenance||MT-101:0.7|OIL-5W30:4,YL5-1012:1,WASHER-OD:1
PK-10|小保养套餐|Minor service|520|MT-103:0.8|OIL-5W30:4,YL5-1012:1,WASHER-OD:1
PK-20|中保养套餐|Interim service||MT-103:0.8,MT-105:0.2,MT-106:0.2|OIL-5W30:4,YL5-1012:1,YL5-1109:1,YL5-8104:1,WASHER-OD:1
PK-40|大保养套餐|Major service||MT-104:2,MT-108:0.8,MT-110:0.8|OIL-5W30:4,YL5-1012:1,YL5-1109:1,YL5-8104:1,YL5-3707:4,BRK-DOT4:1
`
const electricRows = `
PK-E10|纯电检查套餐|Electric car check||MT-115:0.8|WASH-2L:1
PK-E20|纯电保养套餐|Electric car service||MT-115:0.8,MT-106:0.2,MT-110:0.8|YS6-8104:1,BRK-DOT4:1
`
const enginePlan = [[5_000, 6, 'PK-05'], [10_000, 12, 'PK-10'], [20_000, 24, 'PK-20'], [30_000, 36, 'PK-10'], [40_000, 48, 'PK-40'], [50_000, 60, 'PK-10'], [60_000, 72, 'PK-20'], [80_000, 96, 'PK-40'], [100_000, 120, 'PK-20']] as const
const electricPlan = [[10_000, 12, 'PK-E10'], [20_000, 24, 'PK-E20'], [40_000, 48, 'PK-E20'], [60_000, 72, 'PK-E20'], [80_000, 96, 'PK-E20']] as const

type Known = {
  readonly models: readonly { readonly id: string; readonly energy: string }[]; readonly operations: readonly { readonly id: string; readonly code: string }[]
  readonly parts: readonly { readonly id: string; readonly number: string }[]; readonly newId: () => string
}

const amounts = (words: string): (readonly [string, number])[] => words.split(',').map((one) => {
  const [code = '', amount = ''] = one.split(':')
  return [code, Math.round(Number(amount) * 1_000)]
})

/** The demo's packages, and for each fictional model its menu of maintenance. */
export function demoPackages({ models, operations, parts, newId }: Known): FilledPackages {
  const idOf = new Map([...operations.map(({ id, code }) => [code, id] as const), ...parts.map(({ id, number }) => [number, id] as const)])
  const named = (code: string): string => idOf.get(code) ?? (() => { throw new RangeError(`the demo has no ${code}`) })()
  const rows = [...engineRows.trim().split('\n'), ...electricRows.trim().split('\n')].map((row) => {
    const [code = '', nameZh = '', nameEn = '', yuan = '', labour = '', goods = ''] = row.split('|')
    return { id: newId(), code, nameZh, nameEn, modelId: null, priceFen: yuan === '' ? null : Number(yuan) * 100, labour: amounts(labour), goods: amounts(goods) }
  })
  return {
    packages: rows.map(({ labour: _, goods: __, ...row }) => row),
    lines: rows.flatMap(({ id: packageId, labour, goods }) => [
      ...labour.map(([code, quantityThousandths]) => ({ operationId: named(code), partId: null, quantityThousandths })),
      ...goods.map(([code, quantityThousandths]) => ({ operationId: null, partId: named(code), quantityThousandths })),
    ].map((line, index) => ({ ...line, packageId, place: index + 1 }))),
    steps: models.flatMap(({ id: modelId, energy }) => (energy === 'electric' ? electricPlan : enginePlan).map(([km, months, code]) =>
      ({ modelId, km, months, packageId: rows.find((row) => row.code === code)?.id ?? '' }))),
  }
}

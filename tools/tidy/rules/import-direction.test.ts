import { expect, test } from 'vitest'
import { aTree } from '../tree.ts'
import { importDirection } from './import-direction.ts'

const map = '{ "organisation": 0, "vehicles": 2, "stock": 2, "repair-orders": 3 }'
const sentences = (from: string, specifier: string): string[] =>
  importDirection(aTree({ 'src/module-map.json': map, [from]: `import { x } from '${specifier}'\n` })).map(({ sentence }) => sentence)

test.each([
  ['src/kernel/money.ts', './ids.ts'],
  ['src/platform/deed.ts', '../kernel/actor.ts'],
  ['src/platform/web/deeds.tsx', '../../ui-kit/load-state.tsx'],
  ['src/modules/repair-orders/domain/life.ts', '../../../kernel/life.ts'],
  ['src/modules/repair-orders/domain/life.ts', '../../vehicles/domain/plate.ts'],
  ['src/modules/repair-orders/actions/cancel-order.ts', '../data/orders.ts'],
  ['src/modules/repair-orders/actions/cancel-order.ts', '../../vehicles/public.ts'],
  ['src/modules/repair-orders/actions/arrival.test.ts', '../../../app/testing/test-server.ts'],
  ['src/modules/repair-orders/ui/order-list.tsx', '../../../ui-kit/tag.tsx'],
  ['src/modules/repair-orders/ui/order-list.tsx', '../../vehicles/ui/public.tsx'],
  ['src/app/modules.ts', '../modules/repair-orders/http/bindings.ts'],
  ['src/kernel/money.test.ts', 'fast-check'],
])('%s may import %s', (from, specifier) => {
  expect(sentences(from, specifier)).toEqual([])
})

test.each([
  ['src/kernel/money.ts', '../platform/database.ts', 'knows nobody'],
  ['src/kernel/money.ts', 'zod', 'use no package'],
  ['src/platform/deed.ts', '../modules/organisation/public.ts', 'kernel alone'],
  ['src/platform/deed.ts', '../ui-kit/tag.tsx', 'kernel alone'],
  ['src/ui-kit/tag.tsx', '../platform/contract.ts', 'nobody of ours'],
  ['src/modules/vehicles/domain/plate.ts', '../../repair-orders/domain/life.ts', 'smaller number'],
  ['src/modules/vehicles/actions/merge.ts', '../../stock/public.ts', 'smaller number'],
  ['src/modules/repair-orders/actions/cancel-order.ts', '../../vehicles/data/vehicles.ts', "vehicles's own"],
  ['src/modules/repair-orders/actions/cancel-order.ts', '#modules/vehicles/actions/merge.ts', "vehicles's own"],
  ['src/modules/repair-orders/actions/cancel-order.ts', '../../../app/modules.ts', 'Only tests'],
  ['src/modules/repair-orders/actions/cancel-order.ts', '../http/bindings.ts', 'actions may not import'],
  ['src/modules/repair-orders/domain/life.ts', '../data/orders.ts', 'domain may not import'],
  ['src/modules/repair-orders/domain/life.ts', '../../../platform/database.ts', 'Rules know'],
  ['src/modules/repair-orders/domain/life.ts', '../../vehicles/public.ts', 'Rules know'],
  ['src/modules/repair-orders/data/orders.ts', '../../../ui-kit/tag.tsx', 'Only ui/'],
  ['src/modules/repair-orders/ui/order-list.tsx', '../data/orders.ts', 'ui may not import'],
])('%s may not import %s', (from, specifier, why) => {
  expect(sentences(from, specifier)).toEqual([expect.stringContaining(why)])
})

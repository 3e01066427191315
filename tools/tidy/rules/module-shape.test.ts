import { expect, test } from 'vitest'
import { aTree } from '../tree.ts'
import { moduleShape } from './module-shape.ts'

const whole = Object.fromEntries(
  ['README.md', 'permissions.ts', 'contract.ts', 'examples.ts', 'part.ts', 'public.ts', 'domain/life.ts', 'domain/life.test.ts', 'actions/cancel-order.ts', 'data/orders.ts', 'http/bindings.ts',
    'reactions/when-order-settled.ts', 'ui/screens.ts', 'ui/public.tsx', 'ui/workbench.css', 'texts/zh-CN.ts', 'texts/en.ts', 'texts/added-work.en.ts', 'testing/a-repair-order.ts']
    .map((inside) => [`src/modules/repair-orders/${inside}`, '']))

const pathsOf = (files: Record<string, string>): string[] => moduleShape(aTree(files)).map(({ path }) => path)

test('a whole module, and one of rules alone, have the right shape', () => {
  expect(pathsOf(whole)).toEqual([])
  expect(pathsOf({ 'src/modules/vehicles/README.md': '', 'src/modules/vehicles/domain/plate.ts': '' })).toEqual([])
})

test.each(['module.ts', 'services/orders.ts', 'actions/orders/cancel.ts', 'ui/helpers/x.tsx', 'texts/de.ts', 'texts/added-work.ts', 'reactions/order-listener.ts', 'domain/life.tsx', 'data/OrderData.ts'])(
  '%s has no place in a module', (inside) => {
    expect(pathsOf({ ...whole, [`src/modules/repair-orders/${inside}`]: '' })).toEqual([`src/modules/repair-orders/${inside}`])
  })

test('what a module with routes lacks is named, and nothing lies beside the modules', () => {
  expect(pathsOf({ 'src/modules/stock/contract.ts': '' }).toSorted()).toEqual(
    ['README.md', 'examples.ts', 'http/bindings.ts', 'part.ts', 'permissions.ts', 'texts/en.ts', 'texts/zh-CN.ts'].map((inside) => `src/modules/stock/${inside}`))
  expect(pathsOf({ ...whole, 'src/modules/index.ts': '' })).toEqual(['src/modules/index.ts'])
})

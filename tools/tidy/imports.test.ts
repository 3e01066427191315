import { expect, test } from 'vitest'
import { importsOf } from './imports.ts'

const text = `import { z } from 'zod'
import type { Tx } from '../../../platform/database.ts'
import {
  type OrderData,
  type StepData,
} from '../data/orders.ts'
import { lockOrder, type OrderData } from '../data/orders.ts'
import './workbench.css'
export { registerArrival } from './register-arrival.ts'
export type Wish = { readonly from: 'here' }
const page = await import('#app/main.ts')
`

test('every import is seen with its line, its target and whether it is for types only', () => {
  const imports = importsOf({ path: 'src/modules/repair-orders/actions/cancel-order.ts', text })
  expect(imports.map(({ line, to, typeOnly }) => [line, to, typeOnly])).toEqual([
    [1, null, false],
    [2, 'src/platform/database.ts', true],
    [3, 'src/modules/repair-orders/data/orders.ts', true],
    [7, 'src/modules/repair-orders/data/orders.ts', false],
    [8, 'src/modules/repair-orders/actions/workbench.css', false],
    [9, 'src/modules/repair-orders/actions/register-arrival.ts', false],
    [11, 'src/app/main.ts', false],
  ])
})

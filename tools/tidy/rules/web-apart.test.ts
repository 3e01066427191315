import { expect, test } from 'vitest'
import { aTree } from '../tree.ts'
import { webApart } from './web-apart.ts'

const found = (from: string, statement: string): number => webApart(aTree({ [from]: statement })).length

test('a page uses the contract and the rules, and of the server types only', () => {
  const page = 'src/modules/repair-orders/ui/order-list.tsx'
  expect(found(page, "import { listOrders } from '../contract.ts'")).toBe(0)
  expect(found(page, "import { whyNotCancel } from '../domain/why-not-cancel.ts'")).toBe(0)
  expect(found(page, "import type { Problem } from '../../../platform/http/problem.ts'")).toBe(0)
  expect(found(page, "import { connect } from '../../../platform/database.ts'")).toBe(1)
  expect(found('src/app/web/app.tsx', "import { serve } from '../serve.ts'")).toBe(1)
  expect(found('src/app/web/app.tsx', "import { actorOfToken } from '../../modules/organisation/public.ts'")).toBe(1)
})

test('the server uses no page', () => {
  expect(found('src/app/serve.ts', "import { App } from './web/app.tsx'")).toBe(1)
  expect(found('src/platform/deed.ts', "import { call } from './web/api.ts'")).toBe(1)
})

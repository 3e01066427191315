import { afterAll, beforeAll, expect, test } from 'vitest'
import { invariants } from './modules.ts'
import { brokenInvariants, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { readyCar, type Estimated } from './testing/ready-car.ts'
import { done } from './testing/said.ts'
import type { Answer, Caller, TestServer } from './testing/test-server.ts'

let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(['sad', 'wss', 'tec', 'qci', 'whk', 'fin']))
}, 60_000)
afterAll(() => server.drop())

type Line = { lineId: string; amountFen: number; lineAmountFen: number | null; netFen: number; taxFen: number }
const labour = (payer: string) => ({ kind: 'labour', index: 0, payer }) as const
const part = (payer: string, thousandths = 1_000) => ({ kind: 'part', index: 3, payer, thousandths }) as const
const changeTo = (payer: string, shares: readonly object[], quantityThousandths = 1_000) => ({ payer, quantityThousandths, discountFen: 0, shares })
const change = async ({ id, version }: Estimated, lineId: string | undefined, body: object): Promise<Answer> => as('sad').post(`/repair-orders/${id}/lines/${String(lineId)}`, { version, ...body })

const marginByPayer = async (): Promise<{ margin: { costFen: number }[] }> => ({ margin: done(await as('fin').get('/reports/margin?from=2026-11-23&to=2026-11-23&by=payer'))['rows'] as { costFen: number }[] })
const issuedCost = async (orderId: string): Promise<number> => {
  const { rows } = await server.owner.query<{ cost: string }>('select sum(i.cost_fen) as cost from stock.v_issue i join repair_orders.line l on l.store_id = i.store_id and l.id = i.line_id where l.order_id = $1', [orderId])
  return Number(rows[0]?.cost)
}

test('an insurer’s deductible and a goodwill half stand on their own statements, which sum to the lines to the fen', async () => {
  const car = await readyCar({ server, masters, as }, [labour('customer'), part('insurer', 3_000), part('warranty')], async (estimated) => {
    const [, insured, claimed] = estimated.lineIds
    expect(await change(estimated, insured, changeTo('insurer', [{ payer: 'insurer', kind: 'share', value: 10 }], 3_000))).toMatchObject({ status: 422, body: { code: 'repair-orders.share-payer-twice' } })
    expect(await change(estimated, claimed, changeTo('warranty', [{ payer: 'customer', kind: 'deductible', value: 10 }]))).toMatchObject({ status: 422, body: { code: 'repair-orders.deductible-of-insurer' } })
    const first = done(await change(estimated, insured, changeTo('insurer', [{ payer: 'customer', kind: 'deductible', value: 2_001 }], 3_000)))
    return done(await change({ ...estimated, version: first['version'] }, claimed, changeTo('warranty', [{ payer: 'goodwill', kind: 'share', value: 5_000 }])))['version']
  })
  const { lines, totalFen } = done(await as('sad').get(`/repair-orders/${car.id}`)) as { lines: { id: string; amountFen: number }[]; totalFen: number }
  const [work = { amountFen: 0 }, insured = { amountFen: 0 }, claimed = { amountFen: 0 }] = lines
  const settled = done(await as('sad').post(`/settlements/${car.id}`, { version: car.version, allowanceFen: 0, allowanceReason: '' }))
  const statements = settled['statements'] as { id: string; payer: string; totalFen: number }[]
  const goodwillFen = Math.floor(claimed.amountFen / 2)
  expect(Object.fromEntries(statements.map((statement) => [statement.payer, statement.totalFen]))).toEqual({
    customer: work.amountFen + 2_001, insurer: insured.amountFen - 2_001, warranty: claimed.amountFen - goodwillFen, goodwill: goodwillFen,
  })
  expect(statements.reduce((sum, statement) => sum + statement.totalFen, 0)).toBe(totalFen)
  const customer = done(await as('fin').get(`/statements/${String(statements.find(({ payer }) => payer === 'customer')?.id)}`))['lines'] as Line[]
  expect(customer.map(({ amountFen, lineAmountFen }) => [amountFen, lineAmountFen])).toEqual([[work.amountFen, null], [2_001, insured.amountFen]])
  const printed = await as('fin').get(`/statements/${String(statements[0]?.id)}/statement.pdf`)
  expect(printed.body['text']).toMatch(/^%PDF-1/)
  const { margin } = await marginByPayer()
  expect(margin.reduce((sum, { costFen }) => sum + costFen, 0)).toBe(await issuedCost(car.id))
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('what the customer signed shows who shares which line', async () => {
  const car = await readyCar({ server, masters, as }, [labour('warranty')], async (estimated) => {
    const { quantityThousandths } = masters.operations[0] === undefined ? { quantityThousandths: 1_000 } : { quantityThousandths: masters.operations[0].standardHoursThousandths }
    return done(await change(estimated, estimated.lineIds[0], changeTo('warranty', [{ payer: 'customer', kind: 'share', value: 3_333 }], quantityThousandths)))['version']
  })
  const { lines } = done(await as('sad').get(`/repair-orders/${car.id}`)) as { lines: { shares: object[] }[] }
  expect(lines[0]?.shares).toEqual([{ payer: 'customer', kind: 'share', value: 3_333 }])
  const { rows } = await server.owner.query<{ totals: { payer: string }[] }>("select snapshot -> 'totals' as totals from repair_orders.authorisation where order_id = $1", [car.id])
  expect(rows[0]?.totals.map(({ payer }) => payer)).toEqual(['warranty', 'customer'])
})

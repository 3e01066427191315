import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountOf, ownHours, totalsByPayer, whyNotAuthorise, whyNotDiscount, whyNotEditLines } from './lines.ts'

const labour = { kind: 'labour' as const, priceRule: 'rate' as const, approvedBy: null }
const ready = {
  status: 'estimated' as const, lines: [{ kind: 'labour' as const, priceRule: 'rate' as const, approvedBy: null }], promisedAt: 2, now: 1, phoneChecked: true, signature: 'data:image/png;base64,', unsignedReason: '',
}

test('a line is its unit price times its quantity, rounded once, less the discount', () => {
  expect(amountOf(18_000, 1_200, 0)).toBe(21_600)
  expect(amountOf(1_233, 1_200, 80)).toBe(1_400)
})

test('a discount goes on labour and not below zero', () => {
  expect(whyNotDiscount({ kind: 'labour', unitPriceFen: 10_000, quantityThousandths: 1_000 }, 10_000)).toBeNull()
  expect(whyNotDiscount({ kind: 'labour', unitPriceFen: 10_000, quantityThousandths: 1_000 }, 10_001)).toMatchObject({ code: 'repair-orders.discount-too-large', facts: { full: 100 } })
  expect(whyNotDiscount({ kind: 'part', unitPriceFen: 10_000, quantityThousandths: 1_000 }, 1)?.code).toBe('repair-orders.discount-on-labour-only')
})

test('the totals of the payers add up to the lines', () => {
  const line = fc.record({
    kind: fc.constantFrom('labour' as const, 'part' as const, 'sublet' as const), payer: fc.constantFrom('customer' as const, 'insurer' as const, 'warranty' as const),
    amountFen: fc.integer({ min: 0, max: 1_000_000 }),
  })
  fc.assert(fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
    const totals = totalsByPayer(lines)
    expect(totals.reduce((sum, { totalFen }) => sum + totalFen, 0)).toBe(lines.reduce((sum, { amountFen }) => sum + amountFen, 0))
    for (const total of totals) expect(total.labourFen + total.partsFen + total.subletFen).toBe(total.totalFen)
  }))
})

test('lines are open from reception to authorisation', () => {
  expect(whyNotEditLines({ status: 'received' })).toBeNull()
  expect(whyNotEditLines({ status: 'arrived' })?.code).toBe('repair-orders.receive-first')
  expect(whyNotEditLines({ status: 'in_work' })?.code).toBe('repair-orders.lines-authorised')
})

test.each([
  [{}, undefined],
  [{ lines: [] }, 'repair-orders.no-lines'],
  [{ lines: [{ kind: 'part' as const, priceRule: 'cap' as const, approvedBy: null }] }, 'repair-orders.no-labour'],
  [{ lines: [labour, { kind: 'part' as const, priceRule: 'manual' as const, approvedBy: null }] }, 'repair-orders.deviation-not-approved'],
  [{ lines: [labour, { kind: 'part' as const, priceRule: 'manual' as const, approvedBy: 'x' }] }, undefined],
  [{ promisedAt: 1 }, 'repair-orders.promise-in-past'],
  [{ phoneChecked: false }, 'repair-orders.phone-not-checked'],
  [{ signature: null }, 'repair-orders.authorisation-unsigned'],
  [{ signature: null, unsignedReason: '拖车' }, undefined],
  [{ status: 'authorised' as const }, 'repair-orders.lines-authorised'],
])('authorisation with %j: %s', (change, code) => {
  expect(whyNotAuthorise({ ...ready, ...change })?.code).toBe(code)
})

test('work of another company stands on paper with its amount, without hours and rate of ours', () => {
  expect(ownHours({ kind: 'sublet', quantityThousandths: 1_000, unitPriceFen: 30_000 })).toEqual({ hours: null, rate: null })
  expect(ownHours({ kind: 'labour', quantityThousandths: 1_200, unitPriceFen: 20_000 })).toEqual({ hours: 1_200, rate: 20_000 })
})

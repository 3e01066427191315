import { expect, test } from 'vitest'
import { needsPhone } from './phone.ts'

const order = { advisorId: 'own', closedAt: null, status: 'in_work' as const }
const [own, colleague] = [{ personId: 'own', mayReveal: true, mayReceive: true }, { personId: 'colleague', mayReveal: true, mayReceive: true }]

test('the advisor of an open order sees the number, whoever takes a quoted car over too, nobody else', () => {
  expect([needsPhone(own, order), needsPhone({ ...own, mayReveal: false }, order), needsPhone(colleague, order), needsPhone(own, { ...order, closedAt: new Date(0) })]).toEqual([true, false, false, false])
  expect((['quoted', 'arrived', 'received'] as const).map((status) => needsPhone(colleague, { ...order, status }))).toEqual([true, true, false])
  expect(needsPhone({ ...colleague, mayReceive: false }, { ...order, status: 'arrived' })).toBe(false)
})

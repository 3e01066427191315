import fc from 'fast-check'
import { expect, test } from 'vitest'
import { belowLeast, dueFen, isPending, priced, returnedOf, shrunk, usedOfDeposit, whyNotCancel, whyNotConsume, whyNotHand, whyNotHandIn, whyNotOpen, whyNotRefund, whyNotReturn, whyNotTakeDeposit, whyNotTakeMoney, whyNotWriteBack, whyNotWriteOff, type Slip, whyNotAtPrice } from './slip.ts'

const sale = (facts: Partial<Slip> = {}): Slip => ({ kind: 'sale', status: 'issued', totalFen: 10_000, returnedFen: 0, paidFen: 0, depositFen: 0, writtenOffFen: 0, ...facts })
const opening = { kind: 'sale', name: '', paperNumber: '', dueOn: null, today: '2026-11-23', allowanceFen: 0, allowanceReason: '', linesFen: 10_000, partTwice: false, consultants: [] } as const

test('a deposit is for goods that are still to come; it is used up to their price, and owed back when the sale is cancelled', () => {
  expect(whyNotTakeDeposit({ kind: 'sale', status: 'open', short: 1_000 })).toBeNull()
  expect(whyNotTakeDeposit({ kind: 'sale', status: 'open', short: 0 })?.code).toBe('counter.nothing-short')
  for (const facts of [{ kind: 'sale', status: 'issued' }, { kind: 'loan', status: 'open' }] as const) expect(whyNotTakeDeposit({ ...facts, short: 1_000 })?.code).toBe('counter.no-deposit-now')
  expect(usedOfDeposit(sale({ depositFen: 3_000 }))).toBe(3_000)
  expect(usedOfDeposit(sale({ depositFen: 12_000 }))).toBe(10_000)
  expect(dueFen(sale({ status: 'open', depositFen: 3_000 }))).toBe(7_000)
  const cancelled = sale({ status: 'cancelled', depositFen: 3_000 })
  expect(dueFen(cancelled)).toBe(-3_000)
  expect([isPending(cancelled), isPending({ ...cancelled, depositFen: 0 })]).toEqual([true, false])
  expect(whyNotRefund({ ...cancelled, takenBackBySame: false })).toBeNull()
})

test('what is paid on delivery goes with a carrier or a driver, who owes it until it is handed in; what is missing has its reason', () => {
  const way = { way: 'driver', cod: true, carrier: '孙师傅', waybill: '', address: '滨江' } as const
  expect(whyNotHand({ ...sale(), ...way })).toBeNull()
  expect(whyNotHand({ ...sale(), ...way, way: 'pick-up' })?.code).toBe('counter.cod-without-bearer')
  expect(whyNotHand({ ...sale({ paidFen: 10_000 }), ...way })?.code).toBe('counter.nothing-to-collect')
  expect(whyNotHand({ ...sale(), ...way, address: '' })?.code).toBe('counter.driver-missing')
  const sent = { ...sale({ status: 'handed', paidFen: 4_000 }), codFen: 6_000 }
  expect(whyNotHandIn({ ...sent, amountFen: 6_000, reason: '' })).toBeNull()
  expect(whyNotHandIn({ ...sent, amountFen: 5_000, reason: ' ' })).toMatchObject({ code: 'counter.cod-difference', facts: { difference: 10 } })
  expect(whyNotHandIn({ ...sent, amountFen: 5_000, reason: '客户少付' })).toBeNull()
  expect(whyNotHandIn({ ...sent, codFen: null, amountFen: 1, reason: '' })?.code).toBe('counter.no-cash-outside')
})

test('what nobody can hand in is written off as it was asked for; nothing is owed then, and a write-off is taken back once', () => {
  const sent = { ...sale({ status: 'handed', paidFen: 4_000 }), codFen: 6_000 }
  expect(whyNotWriteOff({ ...sent, askedFen: 6_000 })).toBeNull()
  expect(whyNotWriteOff({ ...sent, paidFen: 5_000, askedFen: 6_000 })).toMatchObject({ code: 'counter.owed-changed', facts: { owed: 50 } })
  expect(whyNotWriteOff({ ...sent, codFen: null, askedFen: 6_000 })?.code).toBe('counter.no-cash-outside')
  const lost = { ...sent, writtenOffFen: 6_000 }
  expect([dueFen(lost), isPending(lost), isPending(sent)]).toEqual([0, false, true])
  expect(whyNotWriteOff({ ...lost, askedFen: 6_000 })?.code).toBe('counter.no-cash-outside')
  expect([whyNotWriteBack(lost), whyNotWriteBack(sent)?.code]).toEqual([null, 'counter.nothing-written-off'])
})

test('a price below the floor stands when somebody approved it', () => {
  expect(whyNotAtPrice([{ priceRule: 'promotion', approvedByName: null }, { priceRule: null, approvedByName: null }, { priceRule: 'manual', approvedByName: '李' }])).toBeNull()
  expect(whyNotAtPrice([{ priceRule: 'manual', approvedByName: null }])?.code).toBe('repair-orders.deviation-not-approved')
})

test('the floor looks at what the allowance leaves of a line, and a lost piece takes its share of the allowance along', () => {
  const line = { amountFen: 10_000, allowanceFen: 2_000, thousandths: 2_000, leastFen: 4_000 }
  expect([belowLeast(line), belowLeast({ ...line, allowanceFen: 2_001 }), belowLeast({ ...line, leastFen: 0 })]).toEqual([0, 1, 0])
  expect(shrunk({ unitPriceFen: 5_000, thousandths: 2_000, allowanceFen: 2_001 }, 1_000)).toEqual({ thousandths: 1_000, amountFen: 5_000, allowanceFen: 1_000 })
  expect(shrunk({ unitPriceFen: 5_000, thousandths: 2_000, allowanceFen: 2_001 }, 0)).toEqual({ thousandths: 0, amountFen: 0, allowanceFen: 0 })
})

test('a walk-in customer needs no name, everybody of the house does; accessories name their paper, a loan its day', () => {
  expect(whyNotOpen(opening)).toBeNull()
  expect(whyNotOpen({ ...opening, kind: 'consumable' })?.code).toBe('counter.who-missing')
  expect(whyNotOpen({ ...opening, kind: 'accessory', name: '王磊', consultants: ['王磊'] })?.code).toBe('counter.paper-missing')
  expect(whyNotOpen({ ...opening, kind: 'accessory', name: '王磊', paperNumber: '1', consultants: ['李敏'] })?.code).toBe('counter.not-a-consultant')
  expect(whyNotOpen({ ...opening, kind: 'loan', name: '郑刚' })?.code).toBe('counter.due-missing')
  expect(whyNotOpen({ ...opening, kind: 'loan', name: '郑刚', dueOn: '2026-11-22' })?.code).toBe('counter.due-missing')
  expect(whyNotOpen({ ...opening, partTwice: true })?.code).toBe('counter.part-twice')
})

test('an allowance is for sales, never above the lines, and says why', () => {
  expect(whyNotOpen({ ...opening, allowanceFen: 10_001, allowanceReason: '老客户' })?.code).toBe('counter.allowance-too-large')
  expect(whyNotOpen({ ...opening, allowanceFen: 100 })?.code).toBe('counter.allowance-reason')
  expect(whyNotOpen({ ...opening, allowanceFen: 100, allowanceReason: '老客户' })).toBeNull()
})

test('goods are paid for after they were picked and leave after they were paid for, with a waybill where a carrier takes them', () => {
  expect(whyNotTakeMoney(sale({ status: 'open' }))?.code).toBe('counter.not-picked')
  expect(whyNotTakeMoney(sale())).toBeNull()
  const leaving = { way: 'pick-up', cod: false, carrier: '', waybill: '', address: '' } as const
  expect(whyNotHand({ ...sale(), ...leaving })?.facts).toEqual({ due: 100 })
  expect(whyNotHand({ ...sale({ paidFen: 10_000 }), ...leaving })).toBeNull()
  expect(whyNotHand({ ...sale({ paidFen: 10_000 }), ...leaving, way: 'carrier' })?.code).toBe('counter.waybill-missing')
})

test('what left the shelf comes back before a slip is cancelled', () => {
  expect(whyNotCancel({ status: 'open', issued: true })?.code).toBe('counter.bring-back-first')
  expect(whyNotCancel({ status: 'issued', issued: false })?.code).toBe('counter.not-open')
})

test('a sale comes back within its days, never more than is outside; the workshop has no such days', () => {
  const back = { kind: 'sale', issuedOn: '2026-10-24', today: '2026-11-23', outside: 2_000, asked: 2_000, part: 'X', reason: '买错', writtenOffFen: 0 } as const
  expect(whyNotReturn(back)).toBeNull()
  expect(whyNotReturn({ ...back, today: '2026-11-24' })?.code).toBe('counter.too-late')
  expect(whyNotReturn({ ...back, kind: 'loan', today: '2026-11-24' })).toBeNull()
  expect(whyNotReturn({ ...back, asked: 2_001 })?.code).toBe('counter.more-than-outside')
  expect(whyNotReturn({ ...back, writtenOffFen: 1 })?.code).toBe('counter.written-off') // nobody paid it, nobody is given it back
  expect(whyNotConsume({ ...back })?.code).toBe('counter.not-a-loan')
})

test('the money goes back by somebody else, and only where some is owed', () => {
  expect(whyNotRefund({ ...sale({ paidFen: 10_000 }), takenBackBySame: false })?.code).toBe('counter.nothing-to-refund')
  const owed = sale({ paidFen: 10_000, returnedFen: 2_500 })
  expect(dueFen(owed)).toBe(-2_500)
  expect(isPending({ ...owed, status: 'closed' })).toBe(true)
  expect(whyNotRefund({ ...owed, takenBackBySame: true })?.code).toBe('counter.own-return')
  expect(whyNotRefund({ ...owed, takenBackBySame: false })).toBeNull()
})

test('the allowance is spread to the fen, and piece by piece exactly what was paid goes back', () => {
  expect(priced([{ unitPriceFen: 1_233, thousandths: 1_200 }, { unitPriceFen: 100, thousandths: 3_000 }], 1)).toEqual({ amounts: [1_480, 300], allowances: [1, 0] })
  fc.assert(fc.property(fc.integer({ min: 0, max: 90_000_000 }), fc.integer({ min: 1, max: 30 }), (paidFen, pieces) => {
    const issued = pieces * 1_000
    const parts = Array.from({ length: pieces }, (_, at) => returnedOf({ paidFen, issued, before: at * 1_000 }, 1_000))
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(paidFen)
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(0)
  }))
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumOf } from '../../../kernel/money.ts'
import { borneLines, refusedLines, supplementFigures, whyNotReallocate, type BorneLine } from './reallocation.ts'
import { statementFor } from './statement.ts'

const facts = { payer: 'warranty', to: 'goodwill', reversed: false, supplement: false, totalFen: 50_000, dueFen: 50_000, amountFen: 20_000, reason: '超出保修范围' } as const
test.each([
  [{}, undefined], [{ reversed: true }, 'settlement.reversed'], [{ payer: 'customer' as const }, 'settlement.not-a-claim'], [{ payer: 'customer' as const, supplement: true }, undefined],
  [{ totalFen: -100 }, 'settlement.not-a-claim'], [{ to: 'warranty' as const }, 'settlement.same-payer'], [{ amountFen: 50_001 }, 'settlement.refused-above-due'], [{ amountFen: 0 }, 'settlement.refused-above-due'],
  [{ amountFen: 50_000 }, undefined], [{ amountFen: 1 }, undefined], [{ totalFen: 0 }, undefined], [{ totalFen: 0, payer: 'customer' as const }, 'settlement.not-a-claim'],
  [{ totalFen: -1 }, 'settlement.not-a-claim'], [{ reason: ' ' }, 'settlement.refusal-needs-reason'],
])('a claim with %j: %s', (change, code) => {
  expect(whyNotReallocate({ ...facts, ...change })?.code).toBe(code)
})

const line = fc.record({ lineId: fc.uuid(), payer: fc.constant('warranty' as const), amountFen: fc.integer({ min: 1, max: 5_000_000 }), vatPercent: fc.constantFrom(6, 9, 13) })

test('whatever is refused, in however many parts: the sums of all statements stay, line by line, and a claim refused whole leaves no fen behind', () => {
  fc.assert(fc.property(fc.uniqueArray(line, { minLength: 1, maxLength: 12, selector: ({ lineId }) => lineId }), fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 4 }), (settled, percents) => {
    const statement = statementFor('warranty', settled, 0)
    const moved: BorneLine[] = []
    let left: BorneLine[] = borneLines(statement.lines, moved)
    const move = (amountFen: number) => {
      const gone = refusedLines(left, amountFen)
      const { counter, other } = supplementFigures(gone)
      expect(sumOf(gone.map((one) => one.amountFen))).toBe(amountFen)
      for (const key of ['totalFen', 'netFen', 'taxFen'] as const) expect(counter[key] + other[key]).toBe(0)
      expect(other.netFen + other.taxFen).toBe(other.totalFen)
      moved.push(...gone.map((one) => ({ ...one, amountFen: -one.amountFen, netFen: -one.netFen, taxFen: -one.taxFen })))
      left = borneLines(statement.lines, moved)
      for (const one of left) expect(one.amountFen).toBeGreaterThanOrEqual(0)
    }
    for (const percent of percents) {
      const due = sumOf(left.map((one) => one.amountFen))
      const amount = Math.max(1, Math.floor((due * percent) / 100))
      if (amount <= due) move(amount)
    }
    const rest = sumOf(left.map((one) => one.amountFen))
    if (rest > 0) move(rest)
    for (const key of ['amountFen', 'netFen', 'taxFen'] as const) expect(sumOf(left.map((one) => one[key]))).toBe(0)
  }))
})

test('the sentence names what is still due, in yuan', () => {
  expect(whyNotReallocate({ ...facts, amountFen: 50_001 })?.facts).toEqual({ due: 500 })
})

test('the payer bears a line less its allowance and what moved before (rules.md, Reversal)', () => {
  const settled = statementFor('warranty', [{ lineId: 'a', payer: 'warranty', amountFen: 11_300, vatPercent: 13 }, { lineId: 'b', payer: 'warranty', amountFen: 22_600, vatPercent: 13 }], 3_390)
  expect(borneLines(settled.lines, []).map(({ lineId, amountFen, netFen, taxFen }) => [lineId, amountFen, netFen, taxFen])).toEqual([['a', 10_170, 9_000, 1_170], ['b', 20_340, 18_000, 2_340]])
  const moved = [{ lineId: 'b', amountFen: -10_170, netFen: -9_000, taxFen: -1_170, vatPercent: 13 }]
  expect(borneLines(settled.lines, moved).map(({ lineId, amountFen, netFen, taxFen }) => [lineId, amountFen, netFen, taxFen])).toEqual([['a', 10_170, 9_000, 1_170], ['b', 10_170, 9_000, 1_170]])
})

test('a line of which nothing moves does not stand on the pair of statements', () => {
  const borne = [{ lineId: 'a', amountFen: 10_000, netFen: 8_850, taxFen: 1_150, vatPercent: 13 }, { lineId: 'b', amountFen: 0, netFen: 0, taxFen: 0, vatPercent: 13 }]
  expect(refusedLines(borne, 10_000)).toEqual([borne[0]])
  expect(refusedLines(borne, 5_000).map(({ amountFen, netFen, taxFen }) => [amountFen, netFen, taxFen])).toEqual([[5_000, 4_425, 575]])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import { afterCounting, isBeyond, needsRecount, valueOf, whyNotCountAgain, whyNotEnter, whyNotFind, type Entry } from './counting.ts'
import { accuracyOf, whyNotAdjust, whyNotApprove, whyNotClose, whyNotExplain, whyNotReverse, whyNotSubmit } from './differences.ts'
import { countLife, countStatuses, isBlind, type CountStatus } from './life.ts'
import { whyNotAgree, whyNotCancel, whyNotPlan, whyNotPrepare, whyNotStart } from './plan.ts'
import { classed, classesOf, proposeRolling, type Shelf } from './rolling.ts'

const threshold = { recountThousandths: 5_000, recountFen: 50_000 }
const entry = (personId: string, expected: number, counted: number): Entry => ({ personId, expected, counted })

test('a count is planned for today or later, one of a kind at the shelves, no rolling one beside a full one', () => {
  const plan = { kind: 'full', day: '2026-11-23', today: '2026-11-23', others: [] } as const
  expect(whyNotPlan(plan)).toBeNull()
  expect(whyNotPlan({ ...plan, day: '2026-11-22' })?.code).toBe('counts.day-past')
  expect(whyNotPlan({ ...plan, others: [{ kind: 'full', status: 'recounting' }] })?.code).toBe('counts.planned-already')
  expect(whyNotPlan({ ...plan, others: [{ kind: 'full', status: 'explained' }] })).toBeNull()
  expect(whyNotPlan({ ...plan, kind: 'rolling', others: [{ kind: 'full', status: 'counting' }] })?.code).toBe('counts.full-under-way')
  expect(whyNotPlan({ ...plan, kind: 'rolling', others: [{ kind: 'full', status: 'planned' }] })).toBeNull()
})

test('a full count begins on its day, agreed and prepared, when no other difference is open; a rolling one needs neither', () => {
  const start = { kind: 'full', status: 'planned', day: '2026-11-23', today: '2026-11-23', agreed: true, prepared: true, others: [] } as const
  expect(whyNotStart(start)).toBeNull()
  expect(whyNotStart({ ...start, today: '2026-11-22' })?.code).toBe('counts.too-early')
  expect(whyNotStart({ ...start, agreed: false })?.code).toBe('counts.not-agreed')
  expect(whyNotStart({ ...start, prepared: false })?.code).toBe('counts.not-prepared')
  expect(whyNotStart({ ...start, others: [{ kind: 'rolling', status: 'approved' }] })?.code).toBe('counts.others-under-way')
  expect(whyNotStart({ ...start, status: 'counting' })?.code).toBe('counts.not-now')
  expect(whyNotStart({ ...start, kind: 'rolling', agreed: false, prepared: false })).toBeNull()
  expect(whyNotStart({ ...start, kind: 'rolling', others: [{ kind: 'full', status: 'approved' }] })?.code).toBe('counts.full-under-way')
})

test('finance agrees once and not to its own plan; the store is said to be ready once', () => {
  const agree = { kind: 'full', status: 'planned', agreed: false, planner: 'pts', by: 'fin' } as const
  expect(whyNotAgree(agree)).toBeNull()
  expect([whyNotAgree({ ...agree, agreed: true }), whyNotAgree({ ...agree, by: 'pts' }), whyNotAgree({ ...agree, kind: 'rolling' })].map((refusal) => refusal?.code)).toEqual(['counts.agreed-already', 'counts.own-plan', 'counts.not-now'])
  expect(whyNotPrepare({ kind: 'full', status: 'planned', prepared: false })).toBeNull()
  expect([whyNotPrepare({ kind: 'full', status: 'planned', prepared: true }), whyNotPrepare({ kind: 'full', status: 'counting', prepared: false })].map((refusal) => refusal?.code)).toEqual(['counts.prepared-already', 'counts.not-now'])
})

test('from a quantity or a value on, somebody else counts again; a difference is worth what the part cost last', () => {
  expect([valueOf(-3_000, { received: 7_000, cost: 1_000 }), valueOf(3_000, { received: 7_000, cost: 1_000 }), valueOf(0, { received: 7_000, cost: 1_000 }), valueOf(4_000, undefined)].map(Math.abs)).toEqual([429, 429, 0, 0])
  expect(valueOf(-3_000, { received: 7_000, cost: 1_000 })).toBe(-429)
  expect([isBeyond(4_999, 49_999, threshold), isBeyond(-5_000, 0, threshold), isBeyond(1_000, -50_000, threshold), isBeyond(0, 0, { recountThousandths: 0, recountFen: 0 })]).toEqual([false, true, true, false])
})

test('two different people who agree settle a line; two who do not need a third time, and that one stands', () => {
  expect(needsRecount([], 0, threshold)).toBe(false)
  expect(needsRecount([entry('a', 10_000, 9_000)], 0, threshold)).toBe(false)
  expect(needsRecount([entry('a', 10_000, 2_000)], 0, threshold)).toBe(true)
  expect(needsRecount([entry('a', 10_000, 2_000), entry('b', 9_000, 1_000)], 0, threshold)).toBe(false) // one left meanwhile: the same difference
  expect(needsRecount([entry('a', 10_000, 2_000), entry('b', 10_000, 10_000)], 0, threshold)).toBe(true)
  expect(needsRecount([entry('a', 10_000, 2_000), entry('b', 10_000, 10_000), entry('a', 10_000, 10_000)], 0, threshold)).toBe(false)
  const facts = { status: 'counting', by: 'a', lastBy: null, recount: false, briefed: true } as const
  expect(whyNotEnter(facts)).toBeNull()
  expect(whyNotEnter({ ...facts, lastBy: 'b' })).toBeNull()
  expect(whyNotEnter({ ...facts, lastBy: 'a' })?.code).toBe('counts.counted-by-you')
  expect(whyNotEnter({ ...facts, briefed: false })?.code).toBe('counts.read-first')
  expect(whyNotEnter({ ...facts, status: 'explaining' })?.code).toBe('counts.not-counting')
  expect(whyNotEnter({ ...facts, status: 'recounting', lastBy: 'b' })?.code).toBe('counts.no-recount-here')
  expect(whyNotEnter({ ...facts, status: 'recounting', lastBy: 'b', recount: true })).toBeNull()
  expect([whyNotFind('counting', 1_000, false), whyNotFind('recounting', 1_000, false), whyNotFind('counting', 0, false), whyNotFind('counting', 1_000, true)].map((refusal) => refusal?.code)).toEqual([undefined, 'counts.not-counting', 'counts.nothing-found', 'counts.in-another-count'])
})

test('nobody goes on before everything is counted and recounted; where the books are right the count is over', () => {
  const all = { lines: 10, uncounted: 0, toRecount: 0, different: 0 }
  const to = (status: CountStatus, progress: Partial<typeof all>): string => {
    const next = afterCounting(status, { ...all, ...progress })
    return next instanceof Refusal ? next.code : next
  }
  expect([to('counting', {}), to('counting', { different: 1 }), to('counting', { toRecount: 1, different: 1 }), to('recounting', { different: 1 }), to('recounting', {})]).toEqual(['closed', 'explaining', 'recounting', 'explaining', 'closed'])
  expect([to('counting', { uncounted: 1 }), to('recounting', { toRecount: 1 }), to('counting', { lines: 0 }), to('explained', {})]).toEqual(['counts.uncounted', 'counts.to-recount', 'counts.nothing-counted', 'counts.not-counting'])
  expect(countStatuses.filter((status) => whyNotCountAgain(status) === null)).toEqual(['explaining', 'approved'])
})

test('explained, then finance, then the planner, then closed; reversed once, cancelled only before finance decides', () => {
  expect(whyNotExplain({ status: 'explaining', difference: -1, words: '错放' })).toBeNull()
  expect([whyNotExplain({ status: 'explaining', difference: 0, words: 'x' }), whyNotExplain({ status: 'explaining', difference: 1, words: ' ' }), whyNotExplain({ status: 'counting', difference: 1, words: 'x' })].map((refusal) => refusal?.code)).toEqual(['counts.no-difference', 'counts.words-missing', 'counts.not-now'])
  expect([whyNotSubmit('explaining', 0), whyNotSubmit('explaining', 2), whyNotSubmit('counting', 0)].map((refusal) => refusal?.code)).toEqual([undefined, 'counts.unexplained', 'counts.not-now'])
  expect([whyNotApprove('explained', false), whyNotApprove('explained', true), whyNotApprove('explaining', false)].map((refusal) => refusal?.code)).toEqual([undefined, 'counts.counted-himself', 'counts.not-now'])
  expect(countStatuses.filter((status) => whyNotAdjust(status) === null)).toEqual(['approved'])
  expect(countStatuses.filter((status) => whyNotClose(status) === null)).toEqual(['adjusted'])
  expect([whyNotReverse('adjusted', true), whyNotReverse('closed', true), whyNotReverse('closed', false), whyNotReverse('reversed', true)].map((refusal) => refusal?.code)).toEqual([undefined, undefined, 'counts.nothing-to-reverse', 'counts.reversed-already'])
  expect(countStatuses.filter((status) => whyNotCancel(status) === null)).toEqual(['planned', 'counting', 'recounting', 'explaining'])
  expect(countStatuses.filter(isBlind)).toEqual(['planned', 'counting', 'recounting'])
  expect([accuracyOf(2, 3), accuracyOf(0, 0), accuracyOf(5, 5)]).toEqual([6_666, null, 10_000])
})

test('whatever way a count takes, nothing is adjusted without a yes, and a yes needs explanations', () => {
  fc.assert(fc.property(fc.array(fc.nat(), { maxLength: 30 }), (choices) => {
    let status: CountStatus = 'planned'
    const way: CountStatus[] = [status]
    for (const choice of choices) {
      const next: CountStatus | undefined = countLife[status][choice % Math.max(1, countLife[status].length)]
      if (next === undefined) break
      way.push(status = next)
    }
    for (const [before, after] of way.map((at, index) => [way[index - 1], at] as const)) {
      if (after === 'adjusted') expect(before).toBe('approved')
      if (after === 'approved') expect(before).toBe('explained')
    }
  }))
})

const shelf = (partId: string, facts: Partial<Shelf>): Shelf => ({ partId, placeId: partId, bin: partId, issuedFen: 0, daysSince: null, errors: 0, ...facts })
const intervals = { linesADay: 2, daysA: 30, daysB: 90, daysC: 180 }

test('A is what makes four fifths of the value, B up to 95 %, C the rest and what nobody asks for', () => {
  expect(classesOf(new Map([['c', 5], ['a', 80], ['b', 15], ['none', 0]]))).toEqual(new Map([['a', 'A'], ['b', 'B'], ['c', 'C'], ['none', 'C']]))
  expect(classesOf(new Map([['only', 7]])).get('only')).toBe('A')
})

test('a rolling count takes what is most past its day: by class, time and past errors; what was counted today rests', () => {
  const shelves = [shelf('a', { issuedFen: 80, daysSince: 29 }), shelf('b', { issuedFen: 15, daysSince: 29 }), shelf('c', { issuedFen: 5, daysSince: 29 })]
  expect(proposeRolling(classed(shelves), intervals).map(({ partId, valueClass }) => [partId, valueClass])).toEqual([['a', 'A'], ['b', 'B']])
  expect(proposeRolling(classed([...shelves, shelf('wrong', { daysSince: 29, errors: 3 })]), intervals).map(({ partId }) => partId)).toEqual(['wrong', 'a'])
  expect(proposeRolling(classed([...shelves, shelf('never', {})]), intervals).map(({ partId }) => partId)).toEqual(['never', 'a'])
  expect(proposeRolling(classed([shelf('a', { issuedFen: 80, daysSince: 0 })]), intervals)).toEqual([])
})

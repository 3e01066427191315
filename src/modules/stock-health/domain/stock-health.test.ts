import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deadBefore, monthsBefore, presetRule } from './dead-stock.ts'
import { ages, attainmentOf, daysOfAge, turnoverOf } from './figures.ts'
import { leastPrice } from '../../catalogue/domain/margin.ts'
import { stateOfPromotion, whyNotEnd, whyNotPromote } from './promotion.ts'
import { nextStep, scrapStatuses, steps, stepLeadsTo, whyNotReverse, whyNotSign, whyNotTheseLines, type ScrapStatus } from './scrap.ts'

test('whatever people try, what is scrapped was checked, approved and signed in that order by three people, none of whom asked for it', () => {
  const people = ['pts', 'stm', 'fin', 'gm']
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...steps), fc.constantFrom(...people)), { maxLength: 30 }), (tries) => {
    let status: ScrapStatus = 'asked'
    const signed: { step: string; by: string }[] = []
    for (const [step, by] of tries) {
      if (whyNotSign({ status, step, askedBy: 'pts', signers: signed.map((one) => one.by), by }) !== null) continue
      signed.push({ step, by })
      status = stepLeadsTo[step]
    }
    expect(signed.map(({ step }) => step)).toEqual(steps.slice(0, signed.length))
    expect(new Set([...signed.map(({ by }) => by), 'pts']).size).toBe(signed.length + 1)
    expect(status === 'scrapped').toBe(signed.length === 3)
  }))
})

test('each refusal of a signature says what is wrong', () => {
  const facts = { status: 'asked' as const, step: 'check' as const, askedBy: 'pts', signers: [], by: 'stm' }
  expect(whyNotSign(facts)).toBeNull()
  expect(whyNotSign({ ...facts, step: 'approval' })).toMatchObject({ code: 'stock-health.not-its-turn' })
  expect(whyNotSign({ ...facts, by: 'pts' })).toMatchObject({ code: 'stock-health.own-application' })
  expect(whyNotSign({ ...facts, status: 'checked', step: 'approval', signers: ['stm'] })).toMatchObject({ code: 'stock-health.signed-already' })
  expect(scrapStatuses.map((status) => nextStep(status))).toEqual(['check', 'approval', 'signature', null, null, null, null])
})

test('a scrapping is reversed once; nothing else is', () => {
  expect(scrapStatuses.filter((status) => whyNotReverse(status) === null)).toEqual(['scrapped'])
  expect(whyNotReverse('reversed')).toMatchObject({ code: 'stock-health.reversed-already' })
})

test('the same goods stand in an application once', () => {
  const line = { partId: 'p', placeId: 'b', lotId: null, thousandths: 1_000 }
  expect(whyNotTheseLines([line, { ...line, placeId: 'c' }, { ...line, partId: 'q' }])).toBeNull()
  expect(whyNotTheseLines([{ ...line, lotId: '1' }, { ...line, lotId: '2' }])).toBeNull()
  expect(whyNotTheseLines([line, { ...line, lotId: '1' }])).toMatchObject({ code: 'stock-health.line-twice' })
})

test('896 a year and 280 in stock turn 3.20 times and last 3.75 months', () => {
  const months = Array.from({ length: 12 }, (_, at) => ({ month: `2026-${String(at + 1).padStart(2, '0')}-01`, costFen: at < 8 ? 7_500 : 7_400, valueFen: 28_000 }))
  expect(months.reduce((sum, { costFen }) => sum + costFen, 0)).toBe(89_600)
  expect(turnoverOf(months).at(-1)).toMatchObject({ turnover: 320, monthsOfSupply: 375, months: 12 })
  expect(turnoverOf(months)[0]).toMatchObject({ months: 1, turnover: 321 })
  expect(turnoverOf([{ month: '2026-01-01', costFen: 0, valueFen: 0 }])[0]).toMatchObject({ turnover: null, monthsOfSupply: null })
  expect([attainmentOf(8, 1), attainmentOf(0, 0)]).toEqual([8_750, null])
})

test('every age of a lot is in exactly one bucket', () => {
  fc.assert(fc.property(fc.nat(5_000), (days) => {
    expect(ages.filter((age) => { const { from, until } = daysOfAge(age); return days >= from && (until === null || days <= until) })).toHaveLength(1)
  }))
})

test('months are counted back on the calendar', () => {
  expect([monthsBefore('2026-11-23', 7), monthsBefore('2026-03-31', 1), monthsBefore('2024-03-31', 13)]).toEqual(['2026-04-23', '2026-02-28', '2023-02-28'])
  expect([deadBefore('2026-11-23', presetRule, null), deadBefore('2026-11-23', presetRule, 12), deadBefore('2026-11-23', { months: 18, minimumFen: 0 }, 12)]).toEqual(['2026-04-23', '2025-11-23', '2025-05-23'])
})

test('under cost only with the right and a reason; the net of the price covers the cost', () => {
  const part = { partId: 'p', number: 'P-1', priceFen: 1_130, unitCostFen: 1_000, here: 1_000, underCostReason: '' }
  const plan = { fromDay: '2026-11-24', untilDay: '2026-12-24', today: '2026-11-23', parts: [part], mayUnderCost: false, vatPercent: 13 }
  expect([leastPrice(1_000, 0, 13), leastPrice(1_001, 0, 13)]).toEqual([1_130, 1_132])
  expect(whyNotPromote(plan)).toBeNull()
  const cheap = { ...plan, parts: [{ ...part, priceFen: 1_129 }] }
  expect(whyNotPromote(cheap)).toMatchObject({ code: 'stock-health.under-cost' })
  expect(whyNotPromote({ ...cheap, mayUnderCost: true })).toMatchObject({ code: 'stock-health.under-cost-reason' })
  expect(whyNotPromote({ ...cheap, mayUnderCost: true, parts: [{ ...part, priceFen: 1, underCostReason: '停产车型' }] })).toBeNull()
  expect(whyNotPromote({ ...plan, untilDay: '2026-11-22' })).toMatchObject({ code: 'stock-health.promotion-days' })
  expect(whyNotPromote({ ...plan, parts: [part, part] })).toMatchObject({ code: 'stock-health.part-twice' })
  expect(whyNotPromote({ ...plan, parts: [{ ...part, here: 0 }] })).toMatchObject({ code: 'stock-health.none-here' })
})

test('a promotion runs from its first to its last day, unless it was ended', () => {
  const days = { fromDay: '2026-11-10', untilDay: '2026-11-20', ended: false }
  expect(['2026-11-09', '2026-11-10', '2026-11-20', '2026-11-21'].map((today) => stateOfPromotion(days, today))).toEqual(['planned', 'running', 'running', 'over'])
  expect([whyNotEnd('running'), whyNotEnd(stateOfPromotion({ ...days, ended: true }, '2026-11-12'))?.code]).toEqual([null, 'stock-health.promotion-over'])
})

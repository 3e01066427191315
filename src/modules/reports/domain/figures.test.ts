import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { addUp, countsFor, figureCodes, figureOf, standing, sums, targetOf, trend, valueOf, whyNotTarget, type Sums } from './figures.ts'
import { cellOf, showFigure } from './show.ts'

test('of nothing there is no share: never 0 and never 100 %', () => {
  for (const code of figureCodes) if (figureOf(code).denominator !== undefined) expect(valueOf(code, {})).toBeNull()
  expect(showFigure('on-time', null)).toBe('—')
  expect(cellOf('percent', null)).toBeNull()
})

test('a share is rounded once, to hundredths of a percent; what is left counts the rest', () => {
  expect(valueOf('on-time', { onTime: 2, promised: 3 })).toBe(6_667)
  expect(valueOf('fill-rate', { shortLines: 1, partLines: 8 })).toBe(8_750)
  expect(valueOf('output-per-car', { outputFen: 1_000, delivered: 3 })).toBe(333)
  expect(valueOf('stay', { stayMilliseconds: 5_400_000, delivered: 2 })).toBe(45)
  expect(valueOf('efficiency', { soldMilliseconds: 3_600_000, workedMilliseconds: 2_400_000 })).toBe(15_000)
})

test('figures as people read them', () => {
  expect([showFigure('cars', 1_104), showFigure('output', 413_094_048), showFigure('output', -5), showFigure('on-time', 9_346), showFigure('stay', 1_020)]).toEqual(['1,104', '4,130,940.48', '-0.05', '93.5 %', '17.0 h'])
})

test('hours are rounded alike on the page and in the workbook', () => {
  for (let minutes = 0; minutes < 2_000; minutes += 1) expect(showFigure('stay', minutes)).toBe(`${cellOf('minutes', minutes)?.toFixed(1) ?? ''} h`)
})

test('the groups of a period add up to the period, whatever they are', () => {
  const some = fc.dictionary(fc.constantFrom(...sums), fc.nat(1_000_000), { noNullPrototype: true }) as fc.Arbitrary<Sums>
  fc.assert(fc.property(fc.array(some), fc.array(some), (first, second) => {
    expect(addUp([addUp(first), addUp(second)])).toEqual(addUp([...first, ...second]))
  }))
})

test('met is at the reference value or better; better than before depends on the figure', () => {
  expect([standing('on-time', 9_500, 9_500), standing('on-time', 9_499, 9_500), standing('on-time', null, 9_500), standing('cars', 5, null), standing('stay', 59, 60)]).toEqual(['met', 'missed', 'none', 'none', 'met'])
  expect([targetOf('on-time', undefined), targetOf('on-time', null), targetOf('on-time', 9_000), targetOf('stay', undefined)]).toEqual([9_500, 9_500, 9_000, null])
  expect([whyNotTarget('on-time'), whyNotTarget('cars')?.code]).toEqual([null, 'reports.no-target-of-a-sum'])
  expect([trend('cars', 5, 4), trend('internal-returns', 5, 4), trend('stay', 3, 4), trend('cars', 4, 4), trend('on-time', null, 4)]).toEqual(['better', 'worse', 'better', 'same', 'same'])
})

test('a booking whose car came too late counts for the appointment rate, not for those that were kept', () => {
  const late = { met: false, orderId: 'order' }
  expect([countsFor('appointed', late), countsFor('appointments-kept', late), countsFor('appointed', { met: false, orderId: null }), countsFor('cars', { met: null, orderId: 'order' })]).toEqual([true, false, false, null])
})

test('every figure has its name and its formula in both languages', () => {
  for (const code of figureCodes) for (const texts of [zh, en]) expect([texts[`reports.figure.${code}`], texts[`reports.formula.${code}`]].every((text) => text.length > 1)).toBe(true)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepAhead, stepFor, whyNotMenu, whyNotPackage, type MenuStep } from './menu.ts'

const plan: readonly MenuStep[] = [{ km: 20_000, months: 24, packageId: 'b' }, { km: 5_000, months: 6, packageId: 'a' }, { km: 10_000, months: 12, packageId: 'a' }]
const today = '2026-11-23'
const last = (km: number, day = '2026-08-01') => ({ km, day })

test.each([
  ['a new car has its first step before it', { km: 900, last: null }, { km: 5_000, due: false }],
  ['shortly before its kilometres a step is due', { km: 3_500, last: null }, { km: 5_000, due: true }],
  ['a car nobody knows gets the last step it reached', { km: 12_000, last: null }, { km: 10_000, due: true }],
  ['what was done early is done', { km: 9_900, last: last(8_600) }, { km: 20_000, due: false }],
  ['after a maintenance the next one waits', { km: 6_000, last: last(5_100) }, { km: 10_000, due: false }],
  ['the months make it due where the kilometres do not', { km: 6_000, last: last(5_100, '2026-05-23') }, { km: 10_000, due: true }],
  ['a day short of the months it is not', { km: 6_000, last: last(5_100, '2026-05-24') }, { km: 10_000, due: false }],
])('%s', (_, car, step) => {
  expect(stepFor(plan, { today, ...car })).toMatchObject(step)
})

test('after a maintenance the plan says in which kilometres and months the next one comes', () => {
  expect([0, 3_400, 3_500, 5_200, 9_000, 18_500, 60_000].map((km) => stepAhead(plan, km))).toEqual([
    { km: 5_000, months: 6 }, { km: 5_000, months: 6 }, { km: 10_000, months: 6 }, { km: 10_000, months: 6 }, { km: 20_000, months: 12 }, null, null,
  ])
})

test('after the last step the plan has nothing more', () => {
  expect(stepFor(plan, { km: 30_000, today, last: last(19_000) })).toBeNull()
  expect(stepFor([], { km: 30_000, today, last: null })).toBeNull()
})

test('more kilometres never give an earlier step, and never one that is done', () => {
  const cars = fc.record({ km: fc.nat(60_000), more: fc.nat(40_000), last: fc.option(fc.nat(60_000)) })
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }), cars, (kms, car) => {
    const steps = kms.map((km) => ({ km: km * 1_000, months: km, packageId: 'p' }))
    const done = car.last === null ? null : last(car.last)
    const [before, after] = [stepFor(steps, { km: car.km, today, last: done }), stepFor(steps, { km: car.km + car.more, today, last: done })]
    expect(after?.km ?? 0).toBeGreaterThanOrEqual(before?.km ?? 0)
    if (before !== null && done !== null) expect(before.km).toBeGreaterThan(done.km)
  }))
})

const operation = { id: 'o', nameZh: '常规保养', active: true }
const part = { id: 'p', nameZh: '机油', active: true }
const labour = { operationId: 'o', partId: null, quantityThousandths: 800 }
const oil = { operationId: null, partId: 'p', quantityThousandths: 4_000 }

test('a package has labour, nothing twice, and nothing that is no longer in use', () => {
  expect(whyNotPackage([labour, oil], [operation, part])).toBeNull()
  expect(whyNotPackage([oil], [part])?.code).toBe('catalogue.package-without-labour')
  expect(whyNotPackage([labour, oil, oil], [operation, part])?.code).toBe('catalogue.package-line-twice')
  expect(whyNotPackage([labour, oil], [operation, { ...part, active: false }])).toMatchObject({ code: 'catalogue.package-inactive-line', facts: { name: '机油' } })
  expect(whyNotPackage([labour, oil], [operation])?.code).toBe('catalogue.package-inactive-line')
})

test('a menu has each mileage once, its months in order, and packages that the model can have', () => {
  const packages = [{ id: 'a', active: true, modelId: null }, { id: 'b', active: true, modelId: 'm' }]
  expect(whyNotMenu(plan, 'm', packages)).toBeNull()
  expect(whyNotMenu([...plan, { km: 5_000, months: 7, packageId: 'a' }], 'm', packages)?.code).toBe('catalogue.menu-km-twice')
  expect(whyNotMenu([...plan, { km: 7_000, months: 30, packageId: 'a' }], 'm', packages)?.code).toBe('catalogue.menu-months-backwards')
  expect(whyNotMenu(plan, 'other', packages)).toMatchObject({ code: 'catalogue.menu-package', facts: { km: 20_000 } })
  expect(whyNotMenu(plan, 'm', packages.map((one) => ({ ...one, active: false })))?.code).toBe('catalogue.menu-package')
})

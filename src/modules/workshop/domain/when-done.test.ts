import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LocalDay } from '../../../kernel/time.ts'
import { addDays, localDay } from '../../../kernel/time.ts'
import { whenDone, type FreeBay, type FreePerson, type ShopFacts } from './when-done.ts'
import type { Calendar, Span } from './working-time.ts'

// Open from nine to six, closed on Sundays; Monday 23 November 2026, ten o'clock in Shanghai.
const timeZone = 'Asia/Shanghai'
const at = (words: string): number => Date.parse(`${words}:00+08:00`)
const calendar: Calendar = {
  timeZone,
  opening: (day) => (new Date(`${day}T00:00:00Z`).getUTCDay() === 0 ? null : { from: at(`${day}T09:00`), until: at(`${day}T18:00`) }),
}
const now = at('2026-11-23T10:00')
const bay = (name: string, busy: readonly Span[] = [], kind: FreeBay['kind'] = 'mechanical'): FreeBay => ({ name, kind, busy })
const person = (name: string, busy: readonly Span[] = [], away: readonly LocalDay[] = []): FreePerson => ({
  id: name, name, busy, trades: ['mechanical', 'electrical', 'diagnosis'], calendar: { timeZone, opening: (day) => (away.includes(day) ? null : calendar.opening(day)) },
})
const shop = (change: Partial<ShopFacts> = {}): ShopFacts =>
  ({ now, calendar, bays: [bay('1')], people: [person('赵磊')], ownUntil: null, waiting: new Map(), closing: { inspectionMinutes: 30, washMinutes: 30 }, ...change })
const hours = (count: number, trade: string | null = 'mechanical') => [{ trade, hoursThousandths: count * 1_000 }]
const earliest = (facts: ShopFacts, change: Partial<Parameters<typeof whenDone>[1]> = {}) => whenDone(facts, { labour: hours(2), parts: [], wash: true, ...change }).earliest
const part = (day: LocalDay | null) => ({ lineId: 'l', code: 'P-1', nameZh: '机油滤清器', nameEn: 'Oil filter', day, usual: false })

test('an empty shop: the hours, then inspection and wash; without the wash sooner', () => {
  expect([earliest(shop()), earliest(shop(), { wash: false })]).toEqual([at('2026-11-23T13:00'), at('2026-11-23T12:30')])
})

test('it waits for the bay, for the technician, and for the day on which he is at work', () => {
  const taken = [{ from: now, until: at('2026-11-23T12:00') }]
  expect(earliest(shop({ bays: [bay('1', taken)] }))).toBe(at('2026-11-23T15:00'))
  expect(earliest(shop({ bays: [bay('1', taken), bay('2')] }))).toBe(at('2026-11-23T13:00'))
  expect(earliest(shop({ people: [person('赵磊', taken)] }))).toBe(at('2026-11-23T15:00'))
  expect(earliest(shop({ people: [person('赵磊', [], ['2026-11-23'])] }))).toBe(at('2026-11-24T12:00'))
})

test('it waits for the last part, and says so where nobody knows the day', () => {
  expect(whenDone(shop(), { labour: hours(2), parts: [part('2026-11-24'), part('2026-11-29')], wash: true })).toMatchObject({ earliest: at('2026-11-30T12:00'), open: false }) // the 29th is a Sunday
  const unknown = whenDone(shop(), { labour: hours(2), parts: [part(null)], wash: true })
  expect(unknown).toMatchObject({ earliest: at('2026-11-23T13:00'), open: true })
  expect(unknown.reasons[0]).toMatchObject({ kind: 'part', day: null })
})

test('authorised work that nobody planned yet goes first, shared by those who can do it', () => {
  const waiting = new Map([['mechanical', 240]])
  expect(earliest(shop({ waiting }))).toBe(at('2026-11-23T17:00'))
  expect(earliest(shop({ waiting, bays: [bay('1'), bay('2')], people: [person('赵磊'), person('孙伟')] }))).toBe(at('2026-11-23T15:00'))
})

test('more work on a car in the shop begins when its own is done, within the opening hours; parts alone wait for that too', () => {
  const ownUntil = at('2026-11-23T17:30')
  expect(earliest(shop({ ownUntil }))).toBe(at('2026-11-24T11:30'))
  expect(whenDone(shop({ ownUntil }), { labour: [], parts: [], wash: true })).toEqual({ earliest: at('2026-11-24T09:30'), open: false, reasons: [{ kind: 'own', until: ownUntil }, { kind: 'closing', inspectionMinutes: 30, washMinutes: 30 }] })
  expect(earliest(shop({ ownUntil: now }))).toBe(at('2026-11-23T13:00'))
})

test('work that reaches closing time goes on the next morning', () => {
  expect(earliest(shop(), { labour: hours(7.5) })).toBe(at('2026-11-24T09:30'))
})

test('nobody certified, or no bay of the kind: no time, and the reason; a house without bays works in any', () => {
  expect(whenDone(shop(), { labour: hours(2, 'paint'), parts: [], wash: true })).toEqual({ earliest: null, open: false, reasons: [{ kind: 'nobody', trade: 'paint' }] })
  expect(earliest(shop({ people: [{ ...person('钱涛'), trades: ['paint'] }] }), { labour: hours(2, 'paint') })).toBeNull()
  expect(earliest(shop({ bays: [] }))).toBe(at('2026-11-23T13:00'))
  expect(earliest(shop(), { labour: [] })).toBeNull()
})

test('the reasons name the bay, the technician, the hours and what follows', () => {
  const taken = [{ from: now, until: at('2026-11-23T11:00') }]
  expect(whenDone(shop({ bays: [bay('1', taken)] }), { labour: hours(2), parts: [], wash: true }).reasons).toEqual([
    { kind: 'bay', bay: '1', from: at('2026-11-23T11:00') }, { kind: 'technician', name: '赵磊', from: now },
    { kind: 'work', trade: 'mechanical', minutes: 120, from: at('2026-11-23T11:00'), until: at('2026-11-23T13:00') }, { kind: 'closing', inspectionMinutes: 30, washMinutes: 30 },
  ])
})

const quarters = fc.integer({ min: -20, max: 400 }).chain((from) => fc.integer({ min: 1, max: 60 }).map((length): Span => ({ from: now + from * 900_000, until: now + (from + length) * 900_000 })))
const loads = fc.array(quarters, { maxLength: 8 })
const shops = fc.record({
  bays: fc.array(loads, { minLength: 1, maxLength: 3 }), people: fc.array(loads, { minLength: 1, maxLength: 3 }), queue: fc.integer({ min: 0, max: 1_000 }), moment: fc.integer({ min: 0, max: 10_000 }),
})
const works = fc.record({
  labour: fc.array(fc.record({ trade: fc.constantFrom('mechanical', 'electrical', 'diagnosis', null), hoursThousandths: fc.integer({ min: 1, max: 12_000 }) }), { minLength: 1, maxLength: 4 }),
  parts: fc.array(fc.option(fc.integer({ min: 0, max: 20 })).map((days) => part(days === null ? null : addDays(localDay(new Date(now), timeZone), days))), { maxLength: 2 }), wash: fc.boolean(),
})
const built = ({ bays, people, queue, moment }: { bays: readonly (readonly Span[])[]; people: readonly (readonly Span[])[]; queue: number; moment: number }): ShopFacts =>
  shop({ now: now + moment * 60_000, bays: bays.map((busy, index) => bay(String(index), busy)), people: people.map((busy, index) => person(String(index), busy)), waiting: new Map([['mechanical', queue]]) })

test('never before now, and never outside the opening hours', () => {
  fc.assert(fc.property(shops, works, (load, work) => {
    const facts = built(load)
    const done = whenDone(facts, work).earliest ?? 0
    const open = calendar.opening(localDay(new Date(done), timeZone))
    expect(done).toBeGreaterThan(facts.now)
    expect(open !== null && open.from <= done && done <= open.until).toBe(true)
  }))
})

test('more load never makes it earlier: another job in a bay or in a hand, more work in the queue, a part that comes later', () => {
  fc.assert(fc.property(shops, works, quarters, fc.nat(2), fc.integer({ min: 0, max: 600 }), (load, work, more, index, queue) => {
    const before = whenDone(built(load), work).earliest ?? 0
    const added = (lists: readonly (readonly Span[])[]) => lists.map((busy, place) => (place === index % lists.length ? [...busy, more] : busy))
    const later = { ...work, parts: [...work.parts, part('2026-12-05')] }
    for (const [heavier, wanted] of [[{ ...load, bays: added(load.bays) }, work], [{ ...load, people: added(load.people) }, work], [{ ...load, queue: load.queue + queue }, work], [load, later]] as const) {
      expect(whenDone(built(heavier), wanted).earliest ?? 0).toBeGreaterThanOrEqual(before)
    }
  }))
})

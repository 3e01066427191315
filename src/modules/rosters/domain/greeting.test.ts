import fc from 'fast-check'
import { expect, test } from 'vitest'
import { greetingStatus, minutesLate, overlap, slotsOfDay, takeTurns, whyNotCheckIn, whyNotGive } from './greeting.ts'

const hours = { opens: '08:30', closes: '17:30' }
const words = (slots: readonly { starts: string; ends: string; taken: unknown }[]) => slots.map(({ starts, ends, taken }) => `${starts}-${ends}${taken === null ? '' : '*'}`)

test('the open day is cut into slots; what somebody has stays, before opening and after closing too', () => {
  expect(slotsOfDay(hours, 60, [])).toHaveLength(9)
  expect(slotsOfDay(null, 60, [])).toEqual([])
  expect(words(slotsOfDay({ opens: '08:30', closes: '10:15' }, 60, []))).toEqual(['08:30-09:30', '09:30-10:15'])
  expect(words(slotsOfDay({ opens: '08:30', closes: '11:00' }, 30, [{ starts: '08:30', ends: '09:30' }, { starts: '09:45', ends: '10:15' }]))).toEqual(['08:30-09:30*', '09:30-09:45', '09:45-10:15*', '10:15-10:45', '10:45-11:00'])
  expect(words(slotsOfDay({ opens: '08:30', closes: '09:30' }, 60, [{ starts: '07:00', ends: '08:00' }, { starts: '19:00', ends: '20:00' }]))).toEqual(['07:00-08:00*', '08:30-09:30', '19:00-20:00*'])
})

test('however the day is cut anew, no two slots overlap and the open hours are filled without a gap', () => {
  const edge = fc.integer({ min: 0, max: 94 }).map((quarters) => `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`)
  const taken = fc.array(fc.tuple(edge, edge), { maxLength: 6 }).map((pairs) => pairs.filter(([a, b]) => a < b).reduce<{ starts: string; ends: string }[]>((kept, [starts, ends]) => (kept.some((other) => overlap(other, { starts, ends })) ? kept : [...kept, { starts, ends }]), []))
  fc.assert(fc.property(taken, fc.constantFrom(30, 60), (kept, length) => {
    const slots = slotsOfDay(hours, length, kept)
    expect(slots.every((slot, index) => slots.slice(index + 1).every((other) => !overlap(slot, other)))).toBe(true)
    for (const minute of ['08:30', '10:01', '12:16', '15:46', '17:29']) expect(slots.some(({ starts, ends }) => starts <= minute && minute < ends)).toBe(true)
  }))
})

test('turns are fair: nobody who is there all day is more than one ahead, debts are paid first, nobody stands outside his shift', () => {
  const person = fc.record({ slots: fc.nat(6), from: fc.constantFrom('08:30', '09:30', '12:30'), until: fc.constantFrom('12:30', '17:30') })
  fc.assert(fc.property(fc.array(person, { minLength: 1, maxLength: 9 }), fc.constantFrom(30, 60), (people, length) => {
    const greeters = people.map((one, index) => ({ ...one, id: String(index) }))
    const slots = slotsOfDay(hours, length, [])
    const given = takeTurns(slots, greeters)
    const count = (id: string): number => given.filter(({ personId }) => personId === id).length
    for (const { slot, personId } of given) {
      const one = greeters.find(({ id }) => id === personId)
      expect(one !== undefined && one.from <= slot.starts && slot.ends <= one.until).toBe(true)
    }
    expect(given).toHaveLength(slots.filter(({ starts, ends }) => greeters.some(({ from, until }) => from <= starts && ends <= until)).length)
    const wholeDay = greeters.filter(({ from, until }) => from <= '08:30' && until >= '17:30')
    for (const a of wholeDay) for (const b of wholeDay) if (count(a.id) > 0) expect(a.slots + count(a.id)).toBeLessThanOrEqual(b.slots + count(b.id) + 1)
  }))
})

test('of equals nobody stands twice in a row', () => {
  const two = [{ id: 'a', slots: 0, from: '08:00', until: '18:00' }, { id: 'b', slots: 0, from: '08:00', until: '18:00' }]
  expect(takeTurns(slotsOfDay({ opens: '08:00', closes: '12:00' }, 60, []), two).map(({ personId }) => personId)).toEqual(['a', 'b', 'a', 'b'])
})

test('he checks in himself, from a quarter of an hour before until the end, once; the minutes late are the server\'s', () => {
  const at = (time: string) => new Date(`2026-11-23T${time}:00Z`)
  const slot = { startsAt: at('02:00'), endsAt: at('03:00'), checkedInAt: null, personId: 'a', by: 'a', now: at('01:45') }
  expect(whyNotCheckIn(slot)).toBeNull()
  expect(whyNotCheckIn({ ...slot, now: at('01:44') })?.code).toBe('rosters.too-early')
  expect(whyNotCheckIn({ ...slot, now: at('03:00') })?.code).toBe('rosters.slot-over')
  expect(whyNotCheckIn({ ...slot, by: 'b' })?.code).toBe('rosters.another-slot')
  expect(whyNotCheckIn({ ...slot, checkedInAt: at('01:50') })?.code).toBe('rosters.checked-in')
  expect([minutesLate(at('02:00'), at('01:50')), minutesLate(at('02:00'), new Date(at('02:07').getTime() + 59_000))]).toEqual([0, 7])
  const status = (checkedInAt: Date | null, now: string) => greetingStatus({ ...slot, checkedInAt }, at(now))
  expect([status(null, '01:00'), status(null, '02:30'), status(null, '03:00'), status(at('01:55'), '04:00'), status(at('02:05'), '04:00')]).toEqual(['planned', 'running', 'absent', 'on-time', 'late'])
})

test('a slot goes to somebody at work, as long as it is not over and nobody checked in', () => {
  const give = { checkedInAt: null, endsAt: new Date('2026-11-23T03:00:00Z'), now: new Date('2026-11-23T02:30:00Z'), atWork: true }
  expect([whyNotGive(give), whyNotGive({ ...give, atWork: null })]).toEqual([null, null])
  expect(whyNotGive({ ...give, atWork: false })?.code).toBe('rosters.not-at-work')
  expect(whyNotGive({ ...give, checkedInAt: give.now })?.code).toBe('rosters.checked-in')
  expect(whyNotGive({ ...give, now: give.endsAt })?.code).toBe('rosters.slot-over')
})

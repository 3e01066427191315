import { expect, test } from 'vitest'
import { endOfForgotten, whyNotCorrect, type CorrectFacts } from './clocks.ts'
import type { Calendar } from './working-time.ts'

const at = (time: string, day = '2026-11-23'): Date => new Date(`${day}T${time}:00+08:00`)
/** Open from half past eight to half past five, closed on Sunday the 22nd. */
const calendar: Calendar = { timeZone: 'Asia/Shanghai', opening: (day) => (day === '2026-11-22' ? null : { from: at('08:30', day).getTime(), until: at('17:30', day).getTime() }) }

test.each([
  ['a clock of the day stops at closing', at('10:00'), at('17:30')],
  ['one from before opening too', at('07:50'), at('17:30')],
  ['whoever begins after closing is left alone until midnight', at('17:30'), at('00:00', '2026-11-24')],
  ['so is whoever works on a closed day', at('10:00', '2026-11-22'), at('00:00')],
])('%s', (_, startedAt, end) => {
  expect(endOfForgotten(startedAt, calendar)).toEqual(end)
})

const facts: CorrectFacts = { clock: { startedAt: at('10:00'), stoppedAt: at('17:30') }, status: 'in_work', from: at('10:00'), until: at('12:00'), now: at('08:45', '2026-11-24'), others: [] }

test.each([
  ['a clock that stands, with sound times', {}, null],
  ['a clock that runs', { clock: { startedAt: at('10:00'), stoppedAt: null } }, 'workshop.clock-still-runs'],
  ['a settled order', { status: 'settled' }, 'workshop.order-settled'],
  ['a delivered order', { status: 'delivered' }, 'workshop.order-settled'],
  ['no time at all', { until: at('10:00') }, 'workshop.clock-backwards'],
  ['an end that has not come', { until: at('09:00', '2026-11-24') }, 'workshop.clock-in-future'],
  ['more than anybody works', { from: at('00:00'), until: at('16:01') }, 'workshop.clock-too-long'],
  ['what is long past', { now: at('12:00', '2026-12-25') }, 'workshop.clock-too-old'],
  ['another clock of his in that time', { others: [{ startedAt: at('11:59'), stoppedAt: at('13:00'), plate: '沪A12345' }] }, 'workshop.clocks-overlap'],
  ['his running clock in that time', { others: [{ startedAt: at('11:00'), stoppedAt: null, plate: '沪A12345' }] }, 'workshop.clocks-overlap'],
  ['one that begins when this ends', { others: [{ startedAt: at('12:00'), stoppedAt: null, plate: '沪A12345' }] }, null],
] as const)('%s', (_, other, code) => {
  expect(whyNotCorrect({ ...facts, ...other })?.code ?? null).toBe(code)
})

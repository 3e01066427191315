import { expect, test } from 'vitest'
import { firstDayAfter, minutesLate, shareOf, standingOf, whyNotComeIn, whyNotCorrect, whyNotGo, type CorrectFacts } from './attendance.ts'

const at = (time: string, day = '2026-11-23'): Date => new Date(`${day}T${time}:00+08:00`)

test('one comes once, and goes when no clock of his runs on a job', () => {
  expect(whyNotComeIn(null)).toBeNull()
  expect(whyNotComeIn({ since: '08:00' })?.code).toBe('attendance.in-already')
  expect(whyNotGo({ isHere: false, runningOn: null })?.code).toBe('attendance.not-in')
  expect(whyNotGo({ isHere: true, runningOn: '沪A12345' })?.code).toBe('attendance.job-clock-runs')
  expect(whyNotGo({ isHere: true, runningOn: null })).toBeNull()
})

const facts: CorrectFacts = { before: { cameAt: at('08:00'), leftAt: at('17:30') }, came: at('08:00'), left: at('16:00'), now: at('09:00', '2026-11-24'), others: [], byHimself: false }

test.each([
  ['sound times', {}, null],
  ['a spell that is missing', { before: null }, null],
  ['one\'s own times', { byHimself: true }, 'attendance.own-times'],
  ['somebody who came within the hour', { before: { cameAt: at('08:30', '2026-11-24'), leftAt: null } }, 'attendance.just-came'],
  ['somebody who is there since yesterday', { before: { cameAt: at('08:00'), leftAt: null } }, null],
  ['no time at all', { left: at('08:00') }, 'attendance.backwards'],
  ['what has not come', { left: at('09:01', '2026-11-24') }, 'attendance.in-future'],
  ['longer than a day', { came: at('08:59') , left: at('09:00', '2026-11-24') }, 'attendance.too-long'],
  ['what is long past', { now: at('12:00', '2026-12-25') }, 'attendance.too-old'],
  ['what he clocked besides', { others: [{ cameAt: at('15:59'), leftAt: null }] }, 'attendance.overlaps'],
  ['what he clocked afterwards', { others: [{ cameAt: at('16:00'), leftAt: at('17:00') }] }, null],
] as const)('%s', (_, other, code) => {
  expect(whyNotCorrect({ ...facts, ...other })?.code ?? null).toBe(code)
})

test.each([
  ['there', [{ cameAt: at('08:00'), leftAt: null }], at('08:00'), false, 'here', 0],
  ['there, late', [{ cameAt: at('08:07'), leftAt: null }], at('08:00'), false, 'here', 7],
  ['gone, came twice', [{ cameAt: at('13:00'), leftAt: at('17:00') }, { cameAt: at('07:50'), leftAt: at('12:00') }], at('08:00'), false, 'left', 0],
  ['not there', [], at('08:00'), false, 'missing', 120],
  ['not yet', [], at('13:00'), false, 'expected', 0],
  ['on leave', [], null, true, 'away', 0],
  ['on a day off', [], null, false, 'off', 0],
  ['on a day off, and there', [{ cameAt: at('09:00'), leftAt: null }], null, false, 'here', 0],
] as const)('%s', (_, spells, expectedAt, absent, standing, late) => {
  expect(standingOf({ spells, expectedAt, absent, now: at('10:00') })).toBe(standing)
  expect(minutesLate({ spells, expected: expectedAt === null ? null : { from: expectedAt, until: at('17:00') }, now: at('10:00') })).toBe(late)
})

test('whoever never came is missing once his shift is over, not ever later', () => {
  const expected = { from: at('08:00'), until: at('17:00') }
  expect([at('16:59'), at('17:00'), at('09:00', '2026-11-25')].map((now) => minutesLate({ spells: [], expected, now }))).toEqual([539, 0, 0])
})

test('shares are rounded once, and of nothing there is none; a year ends', () => {
  expect([shareOf(1, 3), shareOf(3, 2), shareOf(0, 5), shareOf(5, 0)]).toEqual([3_333, 15_000, 0, null])
  expect([firstDayAfter('2026-11'), firstDayAfter('2026-12')]).toEqual(['2026-12-01', '2027-01-01'])
})

import { expect, test } from 'vitest'
import { whyNotCall, whyNotClose } from './team.ts'

const one = { id: 'one', nameZh: '机电一组', nameEn: 'Mechanics 1' }

test.each([
  [{ nameZh: '机电二组', nameEn: 'Mechanics 2' }, undefined],
  [{ nameZh: ' ', nameEn: 'Mechanics 2' }, 'teams.name-missing'],
  [{ nameZh: '机电二组', nameEn: '' }, 'teams.name-missing'],
  [{ nameZh: '机电一组 ', nameEn: 'Mechanics 2' }, 'teams.name-taken'],
  [{ nameZh: '机电二组', nameEn: 'mechanics 1' }, 'teams.name-taken'],
])('a team is called %j: %s', (names, code) => {
  expect(whyNotCall(names, [one])?.code).toBe(code)
})

test('a team closes once, from today or later, and empty', () => {
  const facts = { closedFrom: null, from: '2026-11-23', today: '2026-11-23', members: 0 }
  expect(whyNotClose(facts)).toBeNull()
  expect(whyNotClose({ ...facts, from: '2026-11-22' })?.code).toBe('teams.in-the-past')
  expect(whyNotClose({ ...facts, members: 2 })).toMatchObject({ code: 'teams.still-members', facts: { count: 2 } })
  expect(whyNotClose({ ...facts, closedFrom: '2026-12-01' })?.code).toBe('teams.closed')
})

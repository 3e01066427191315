import { expect, test } from 'vitest'
import { checksAfter, limitsInWords, pointsOfLevel, whyNotInspectYet, whyNotKeepSheet, whyNotPassPoints, whyNotSignCheck, whyNotTeamCheck, type CheckPoint, type CheckSheet } from './checks.ts'

const torque: CheckPoint = { key: 'torque', nameZh: '轮螺栓扭矩', nameEn: 'Wheel bolts', by: 'both', value: { unit: 'N·m', least: 100_000, most: 120_000 }, photo: false }
const leaks: CheckPoint = { key: 'leaks', nameZh: '无泄漏', nameEn: 'No leaks', by: 'self', value: null, photo: true }
const sheet: CheckSheet = { nameZh: '制动', nameEn: 'Brakes', selfCheck: true, teamCheck: true, points: [torque, leaks] }
const photos = new Set(['leaks'])
const good = [{ key: 'torque', verdict: 'good', value: 110_000 }, { key: 'leaks', verdict: 'good', value: null }] as const
const why = (results: Parameters<typeof whyNotPassPoints>[0]['results'], taken: ReadonlySet<string> = photos) => whyNotPassPoints({ points: sheet.points, results, photos: taken })?.code ?? null

test('a level asks for its own points, and for none where it is switched off', () => {
  expect(pointsOfLevel(sheet, 'self').map(({ key }) => key)).toEqual(['torque', 'leaks'])
  expect(pointsOfLevel(sheet, 'team').map(({ key }) => key)).toEqual(['torque'])
  expect(pointsOfLevel({ ...sheet, teamCheck: false }, 'team')).toEqual([])
  expect([checksAfter(null), checksAfter(sheet), checksAfter({ ...sheet, selfCheck: false })]).toEqual([{ self: true, team: false }, { self: true, team: true }, { self: false, team: true }])
})

test('every point is answered, good, measured within its limits and photographed where that is asked for', () => {
  expect(why(good)).toBeNull()
  expect(why(good.slice(0, 1))).toBe('workshop.check-point-open')
  expect(why([good[0], { ...good[1], verdict: 'faulty' }])).toBe('workshop.check-point-faulty')
  expect(why([{ ...good[0], value: null }, good[1]])).toBe('workshop.check-value-missing')
  for (const value of [99_999, 120_001]) expect(why([{ ...good[0], value }, good[1]])).toBe('workshop.check-value-outside')
  for (const value of [100_000, 120_000]) expect(why([{ ...good[0], value }, good[1]])).toBeNull()
  expect(why([{ ...good[0], verdict: 'none', value: null }, good[1]])).toBeNull()
  expect(why(good, new Set())).toBe('workshop.check-photo-missing')
  expect(whyNotPassPoints({ points: [torque], results: [{ ...good[0], value: 95_500 }], photos })?.facts).toMatchObject({ value: '95.5', limits: '100–120 N·m' })
  expect([{ unit: 'mm', least: 3_000, most: null }, { unit: 'mm', least: null, most: 500 }].map(limitsInWords)).toEqual(['≥ 3 mm', '≤ 0.5 mm'])
})

test('the team check is done by the leader, or by another technician where the leader did the work; never by one who did it', () => {
  const facts = { orderStatus: 'in_work', job: { status: 'finished', teamCheck: 'due', technicianId: 'a', helpers: [{ id: 'b' }] }, personId: 'm', positions: ['MTL'], leaderIds: ['l'], clockedBy: ['c'], leaderDidIt: false } as const
  expect(whyNotTeamCheck(facts)).toBeNull()
  for (const personId of ['a', 'b', 'c']) expect(whyNotTeamCheck({ ...facts, personId })?.code).toBe('workshop.own-check')
  expect(whyNotTeamCheck({ ...facts, positions: ['TEC'] })?.code).toBe('workshop.leader-checks')
  expect(whyNotTeamCheck({ ...facts, positions: ['TEC'], leaderDidIt: true })).toBeNull()
  expect(whyNotTeamCheck({ ...facts, positions: ['TEC'], personId: 'l' })).toBeNull() // a technician who leads their team
  for (const job of [{ ...facts.job, teamCheck: 'passed' as const }, { ...facts.job, teamCheck: null }, { ...facts.job, status: 'running' as const }]) expect(whyNotTeamCheck({ ...facts, job })?.code).toBe('workshop.nothing-to-check')
  expect(whyNotTeamCheck({ ...facts, orderStatus: 'ready' })?.code).toBe('workshop.nothing-to-check')
})

test('a failed team check says why, a pass has every point good', () => {
  const facts = { points: [torque], results: [], photos, reason: '' }
  expect(whyNotSignCheck({ ...facts, result: 'failed' })?.code).toBe('workshop.failure-needs-reason')
  expect(whyNotSignCheck({ ...facts, result: 'failed', reason: '扭矩不足' })).toBeNull()
  expect(whyNotSignCheck({ ...facts, result: 'passed' })?.code).toBe('workshop.check-point-open')
})

test('the final inspection waits for levels 1 and 2 and names the job', () => {
  const job = { nameZh: '更换前制动片', nameEn: 'Replace front brake pads', status: 'finished', selfCheck: 'passed', teamCheck: 'passed' } as const
  expect(whyNotInspectYet([job, { ...job, selfCheck: null, teamCheck: null }])).toBeNull()
  expect(whyNotInspectYet([job, { ...job, selfCheck: 'due' }])).toMatchObject({ code: 'workshop.self-check-missing', facts: { nameZh: '更换前制动片' } })
  expect(whyNotInspectYet([{ ...job, teamCheck: 'due' }])?.code).toBe('workshop.team-check-missing')
  expect(whyNotInspectYet([{ ...job, status: 'stopped', teamCheck: 'due' }])).toBeNull()
})

test('a sheet has each point once, limits the right way round, and no point for a level that is off', () => {
  const keep = (change: Partial<CheckSheet>) => whyNotKeepSheet({ ...sheet, ...change })?.code ?? null
  expect(keep({})).toBeNull()
  expect(keep({ points: [torque, torque] })).toBe('workshop.sheet-point-twice')
  expect(keep({ points: [{ ...torque, value: { unit: 'N·m', least: null, most: null } }] })).toBe('workshop.sheet-limits-missing')
  expect(keep({ points: [{ ...torque, value: { unit: 'N·m', least: 2, most: 1 } }] })).toBe('workshop.sheet-limits-crossed')
  expect(keep({ selfCheck: false })).toBe('workshop.sheet-level-off')
  expect(keep({ teamCheck: false })).toBeNull()
})

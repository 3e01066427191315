import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPack } from '../modules/duties/public.ts'
import type { TeamRow, Teams } from '../modules/teams/contract.ts'
import { teamInvariants } from '../modules/teams/public.ts'
import { code, done } from './testing/said.ts'
import { signedIn, testServer, type Caller, type TestServer } from './testing/test-server.ts'

// Who is in which team. It is Monday 23 November 2026, ten o'clock.
const people = ['stm', 'tec', 'wss', 'mtl', 'b-stm']
let server: TestServer
let as: (login: string) => Caller
beforeAll(async () => {
  server = await testServer()
  as = await signedIn(server, people)
}, 60_000)
afterAll(() => server.drop())

const idOf = (position: 'TEC' | 'WSS' | 'SAD', place: 'here' | 'other' = 'here'): string => server.actor(position, place).personId
const teams = async (query = ''): Promise<Teams> => done(await as('tec').get(`/teams${query}`)) as unknown as Teams
const team = async (id: string): Promise<TeamRow | undefined> => (await teams('?closed=yes')).rows.find((row) => row.id === id)
const make = (body: object = {}, login = 'stm') => as(login).post('/teams', { nameZh: '机电一组', nameEn: 'Mechanics 1', leaderId: idOf('WSS'), ...body })
const join = (teamId: string, body: object = {}) => as('stm').post(`/teams/${teamId}/members`, { personId: idOf('TEC'), from: '2026-11-23', ...body })
const made = async (body: object = {}): Promise<string> => (done(await make(body)) as { id: string }).id

test('a team is made once of ten at the same moment, by who may, led by somebody of the store', async () => {
  expect((await make({}, 'wss')).status).toBe(403)
  expect((await make({ leaderId: idOf('WSS', 'other') })).status).toBe(404)
  const answers = await Promise.all(Array.from({ length: 10 }, () => make()))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter((answer) => answer.status !== 200).every((answer) => code(answer) === 'teams.name-taken')).toBe(true)
  const [row] = (await teams()).rows
  expect(row).toMatchObject({ nameZh: '机电一组', leaderName: server.actor('WSS').name, members: [], closedFrom: null })
  const change = (body: object) => as('stm').post(`/teams/${row?.id ?? ''}`, { version: 1, nameZh: '机修一组', nameEn: 'Mechanics 1', leaderId: idOf('SAD'), ...body })
  done(await change({}))
  expect((await change({})).status).toBe(409)
  expect(await team(row?.id ?? '')).toMatchObject({ nameZh: '机修一组', leaderName: server.actor('SAD').name, version: 2 })
  expect((await as('b-stm').post(`/teams/${row?.id ?? ''}`, { version: 2, nameZh: '别店', nameEn: 'Other', leaderId: idOf('WSS', 'other') })).status).toBe(404)
})

test('a member joins, moves and is moved back; nobody is in two teams, and the past stays', async () => {
  const [one, two] = [await made({ nameZh: '甲组', nameEn: 'A' }), await made({ nameZh: '乙组', nameEn: 'B' })]
  expect(code(await join(one, { from: '2026-11-22' }))).toBe('teams.in-the-past')
  expect((await join(one, { personId: idOf('TEC', 'other') })).status).toBe(404)
  expect((await teams()).free.some(({ id }) => id === idOf('TEC'))).toBe(true)
  const answers = await Promise.all([one, two, one, two].map((id) => join(id)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422, 422])
  expect((await teams()).free.some(({ id }) => id === idOf('TEC'))).toBe(false)
  const here = answers[0]?.status === 200 || answers[2]?.status === 200 ? one : two
  const there = here === one ? two : one
  const member = (await team(here))?.members[0]
  const move = (memberId: string, teamId: string, body: object = {}) => as('stm').post(`/teams/members/${memberId}/move`, { version: 1, teamId, from: '2026-11-23', ...body })
  expect(code(await move(member?.id ?? '', there, { from: '2026-11-20' }))).toBe('teams.in-the-past')
  expect(code(await move(member?.id ?? '', here))).toBe('teams.same-team')
  const moved = done(await move(member?.id ?? '', there)) as { id: string }
  expect((await move(member?.id ?? '', there)).status).toBe(409)
  expect(code(await move(member?.id ?? '', there, { version: 2 }))).toBe('teams.ended')
  expect((await team(there))?.members).toMatchObject([{ personId: idOf('TEC'), from: '2026-11-23', until: null }])
  const back = done(await move(moved.id, here)) as { id: string }
  expect((await team(there))?.members).toEqual([])
  // He was there for no day: it stays on record, and counts nowhere.
  expect((done(await as('tec').get(`/teams/${there}/periods`)) as unknown as { rows: unknown[] }).rows).toMatchObject([{ from: '2026-11-23', until: '2026-11-22' }])
  expect(code(await as('stm').post(`/teams/${here}/close`, { version: 1, from: '2026-11-23', reason: '合并' }))).toBe('teams.still-members')
  done(await as('stm').post(`/teams/members/${back.id}/end`, { version: 1, from: '2026-12-01' }))
  expect((await team(here))?.members).toMatchObject([{ until: '2026-11-30' }])
  expect(code(await as('stm').post(`/teams/${here}/close`, { version: 1, from: '2026-11-30', reason: '合并' }))).toBe('teams.still-members')
  done(await as('stm').post(`/teams/${here}/close`, { version: 1, from: '2026-12-01', reason: '合并' }))
  expect(code(await join(here, { personId: idOf('SAD') }))).toBe('teams.closed')
  expect(code(await as('stm').post(`/teams/${here}`, { version: 2, nameZh: '丙组', nameEn: 'C', leaderId: idOf('SAD') }))).toBe('teams.closed')
  const { rows } = await server.owner.query<{ count: number }>("select count(*)::int as count from platform.audit where subject = 'team' and subject_id = any($1)", [[one, two]])
  expect(rows[0]?.count).toBe(7) // two made, one joined, moved there and back, taken out, closed
  for (const [name, query] of Object.entries(teamInvariants)) expect([name, (await server.owner.query(query)).rows]).toEqual([name, []])
})

test('of two team leaders each sees the tasks of his own people; without a team of his own he sees what the manual says', async () => {
  await loadPack(server.database)
  // The workshop supervisor leads a team too, as a team leader.
  await server.owner.query("insert into organisation.staff (store_id, person_id, position, since) values ($1, $2, 'MTL', '2026-01-01')", [server.storeId, idOf('WSS')])
  const task = done(await as('stm').post('/tasks', { words: '整理工具车', position: 'TEC', ownerId: idOf('TEC'), dueAt: '2026-11-24T02:00:00Z', photoNeeded: false })) as { id: string }
  const seen = async (): Promise<boolean> => (done(await as('mtl').get('/tasks?group=team'))['rows'] as { id: string }[]).some(({ id }) => id === task.id)
  const theirs = await made({ nameZh: '丁组', nameEn: 'D', leaderId: idOf('WSS') })
  const member = done(await join(theirs, { from: '2026-12-01' })) as { id: string }
  server.clock = { now: () => new Date('2026-12-02T02:00:00Z') }
  as = await signedIn(server, people)
  expect(await seen()).toBe(true)
  const own = await made({ nameZh: '戊组', nameEn: 'E', leaderId: server.actor('MTL').personId })
  expect(await seen()).toBe(false)
  done(await as('stm').post(`/teams/members/${member.id}/move`, { version: 1, teamId: own, from: '2026-12-02' }))
  expect(await seen()).toBe(true)
})

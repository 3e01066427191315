import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dueToday, loadPack, makeAhead, settleAll, whoIsToldOfOverdue } from '../modules/duties/public.ts'
import { beyondRights } from '../modules/rosters/domain/absence.ts'
import type { listAbsences, seeDeputies } from '../modules/rosters/contract.ts'
import type { AnswerOf } from '../platform/contract.ts'
import { readSheets } from '../platform/sheets/read-sheets.ts'
import type { InstanceRow, seeBoard, SupervisedRow, Today } from '../modules/duties/contract.ts'
import { code, done } from './testing/said.ts'
import { signedIn, testServer, type Caller, type TestServer } from './testing/test-server.ts'

// Duties follow the roster: days off, absence with a deputy, people who come and go. It is Monday 23 November 2026, ten o'clock; everybody is alone in his position.
const people = ['stm', 'fds', 'sad', 'gm', 'wss']
let server: TestServer
let as: (login: string) => Caller
beforeAll(async () => {
  server = await testServer()
  as = await signedIn(server, people)
  await loadPack(server.database)
  await makeAhead(server.database, server.clock.now())
}, 60_000)
afterAll(() => server.drop())

const at = async (moment: string): Promise<void> => {
  server.clock = { now: () => new Date(moment) }
  as = await signedIn(server, people)
}
const idOf = (position: 'SAD' | 'FDS' | 'STM' | 'TEC' | 'WSS'): string => server.actor(position).personId
/** What somebody owes today; of the days before, the job that calls it missed did not run here. */
const today = async (login: string): Promise<InstanceRow[]> => {
  const { late, now, day } = done(await as(login).get('/duties/today')) as unknown as Today
  return [...late, ...now].filter(({ dueAt }) => dueAt.slice(0, 10) === day)
}
type Owed = { holder: string; deputy: string; day: string; duties: number }
/** Own daily duties of SAD from today until Monday, as the database has them: what the pages of several people show of it. */
const owed = async (position = 'SAD'): Promise<Owed[]> => (await server.owner.query<Owed>(`
  select i.holder_name as holder, i.deputy_name as deputy, i.period as day, count(*)::int as duties from duties.instance i join duties.duty d on d.store_id = i.store_id and d.id = i.duty_id
  where i.store_id = $1 and i.position = $2 and i.status = 'open' and i.holder_id is not null and d.due = 'day' and i.period between $3 and '2026-11-30' group by 1, 2, 3 order by 3, 1`, [server.storeId, position, server.clock.now().toISOString().slice(0, 10)])).rows
const daysOf = (rows: readonly Owed[]): string => rows.map(({ day, deputy }) => `${day.slice(8)}${deputy === '' ? '' : `:${deputy.slice(4)}`}`).join(' ')
const plan = async (day: string, shift: string, version: number) => done(await as('stm').post('/rosters/days', { personId: idOf('SAD'), day, shift, version }))
const absent = async (body: object) => done(await as('stm').post('/rosters/absences', { personId: idOf('SAD'), from: '2026-11-24', until: '2026-11-26', kind: 'sick', reason: '发烧', deputyId: idOf('FDS'), ...body }))

test('a day off is no day of his duties, and is one again when it is taken back', async () => {
  expect(daysOf(await owed())).toBe('23 24 25 26 27 28 29 30')
  await plan('2026-11-25', 'off', 0)
  expect(daysOf(await owed())).toBe('23 24 26 27 28 29 30')
  expect(await makeAhead(server.database, server.clock.now())).toBe(0) // the job makes none of what nobody owes
  await plan('2026-11-25', 'usual', 1)
  expect(daysOf(await owed())).toBe('23 24 25 26 27 28 29 30')
})

test('an absent holder\'s duties go to his deputy, who sees for whom and closes them; they come back when the absence ends', async () => {
  const { id } = await absent({})
  expect(daysOf(await owed())).toBe('23 24:FDS 25:FDS 26:FDS 27 28 29 30')
  done(await as('stm').post('/rosters/days', { personId: idOf('FDS'), day: '2026-11-26', shift: 'off', version: 0 }))
  expect(daysOf(await owed())).toBe('23 24:FDS 25:FDS 27 28 29 30') // the deputy himself is off
  await at('2026-11-24T02:00:00Z')
  const fds = (await today('fds')).filter(({ holderName }) => holderName === 'SH1 SAD')
  expect(fds.map(({ dutyId }) => dutyId)).toContain('SAD-2.1')
  expect(fds.every(({ deputyName, standsInFor }) => deputyName === 'SH1 FDS' && standsInFor?.join() === 'SH1 SAD')).toBe(true)
  expect((await today('sad')).filter(({ holderName, dutyId }) => holderName === 'SH1 SAD' && dutyId === 'SAD-2.1')).toEqual([])
  const row = fds.find(({ dutyId }) => dutyId === 'SAD-2.1')
  const body = { version: row?.version, points: row?.checklist?.points.map(({ id: point }) => ({ point, result: 'pass' })) }
  expect((await as('sad').post(`/duties/instances/${row?.id ?? ''}/checklist`, body)).status).toBe(404)
  done(await as('fds').post(`/duties/instances/${row?.id ?? ''}/checklist`, body))
  expect(done(await as('fds').get(`/duties/instances/${row?.id ?? ''}`))).toMatchObject({ status: 'done', closedByName: 'SH1 FDS', holderName: 'SH1 SAD' })
  done(await as('stm').post(`/rosters/absences/${String(id)}/end`, { version: 1, until: '2026-11-24', reason: '退烧了' }))
  expect(daysOf(await owed())).toBe('24:FDS 25 26 27 28 29 30')
})

test('recorded in the middle of the day, what is not due yet goes over; without a deputy nobody owes it, and cancelled he owes it again', async () => {
  await at('2026-11-25T02:00:00Z')
  const { id } = await absent({ from: '2026-11-25', until: '2026-11-25', deputyId: null })
  expect(daysOf(await owed())).toBe('26 27 28 29 30')
  done(await as('stm').post(`/rosters/absences/${String(id)}/deputy`, { version: 1, deputyId: idOf('WSS') }))
  expect(daysOf(await owed())).toBe('25:WSS 26 27 28 29 30')
  done(await as('stm').post(`/rosters/absences/${String(id)}/end`, { version: 2, until: null, reason: '来上班了' }))
  expect(daysOf(await owed())).toBe('25 26 27 28 29 30')
  expect((await owed()).filter(({ day }) => day === '2026-11-25')).toHaveLength(1) // once, not twice
})

test('while everybody of a position is away its duties fall to the deputy, without one to the superior', async () => {
  const ofFds = async (login: string) => (await today(login)).some(({ position, holderName }) => position === 'FDS' && holderName === '')
  expect([await ofFds('stm'), await ofFds('wss')]).toEqual([false, false])
  const { id } = await absent({ personId: idOf('FDS'), from: '2026-11-25', until: '2026-11-26', deputyId: idOf('WSS') })
  expect([await ofFds('stm'), await ofFds('wss')]).toEqual([false, true])
  expect(await ofFds('fds')).toBe(false) // who is absent has nothing to do there; his deputy's cards say for whom
  const standing = async (login: string) => new Set((await today(login)).filter(({ position }) => position === 'FDS').flatMap(({ standsInFor }) => standsInFor ?? ['himself']))
  expect(await standing('wss')).toEqual(new Set(['SH1 FDS']))
  const own = (await today('wss')).filter(({ position }) => position === 'WSS')
  expect([own.length > 0, own.every(({ standsInFor }) => standsInFor === null)]).toEqual([true, true])

  // What was missed on a day is explained by who stood there that day.
  const unexplained = async (login: string): Promise<string[]> => {
    const { missed } = done(await as(login).get('/duties/today')) as unknown as Today
    return [...new Set(missed.filter(({ position, holderName }) => position === 'FDS' && holderName === '').map(({ dueAt }) => dueAt.slice(0, 10)))]
  }
  await settleAll(server.database, server.clock.now())
  expect([await unexplained('wss'), await unexplained('fds')]).toEqual([[], ['2026-11-24', '2026-11-23']])
  await at('2026-11-26T02:00:00Z')
  await settleAll(server.database, server.clock.now())
  expect(await unexplained('wss')).toEqual(['2026-11-25'])
  expect(await unexplained('fds')).toEqual(['2026-11-24', '2026-11-23'])
  done(await as('stm').post(`/rosters/absences/${String(id)}/deputy`, { version: 1, deputyId: null }))
  expect([await ofFds('stm'), await ofFds('wss')]).toEqual([true, false])

  // Back again: what was missed while he was away is his deputy's to explain, who is named to who supervises.
  done(await as('stm').post(`/rosters/absences/${String(id)}/deputy`, { version: 2, deputyId: idOf('WSS') }))
  await at('2026-11-27T02:00:00Z')
  await settleAll(server.database, server.clock.now())
  expect([await unexplained('fds'), await unexplained('wss'), await unexplained('stm')]).toEqual([['2026-11-24', '2026-11-23'], ['2026-11-26', '2026-11-25'], []])
  const { rows } = done(await as('stm').get('/duties/supervision?position=FDS&limit=200')) as unknown as { rows: SupervisedRow[] }
  const named = (day: string) => [...new Set(rows.filter(({ dueAt, holderName, deputyName }) => dueAt.slice(0, 10) === day && (deputyName !== '' || holderName === '')).map(({ deputyName, holderName }) => `${deputyName}/${holderName}`))]
  expect([named('2026-11-24'), named('2026-11-25')]).toEqual([['/'], ['SH1 WSS/SH1 FDS']])
  const { missed } = done(await as('wss').get('/duties/today')) as unknown as Today
  const his = missed.find(({ position, holderName }) => position === 'FDS' && holderName === '')
  expect((await as('sad').post(`/duties/instances/${his?.id ?? ''}/explanation`, { version: his?.version, words: 'x' })).status).toBe(404)
  done(await as('wss').post(`/duties/instances/${his?.id ?? ''}/explanation`, { version: his?.version, words: '车间走不开' }))
  await at('2026-11-26T02:00:00Z')
})

test('who joins in the middle of a month owes from the day he is there; who leaves owes no more', async () => {
  await at('2026-11-26T02:00:00Z')
  const joined = done(await as('gm').post('/staff', { name: '新顾问', login: 'xinguwen', positions: ['SAD'], since: '2026-11-26', until: null }))
  await makeAhead(server.database, server.clock.now())
  const ofNew = async () => (await owed()).filter(({ holder }) => holder === '新顾问')
  expect(daysOf(await ofNew())).toBe('26 27 28 29 30')
  const { version } = (await server.owner.query<{ version: number }>('select version from organisation.person where id = $1', [joined['id']])).rows[0] ?? { version: 0 }
  done(await as('gm').post(`/staff/${String(joined['id'])}/leave`, { version, lastDay: null, reason: '试用不合格' }))
  await makeAhead(server.database, server.clock.now())
  expect(await ofNew()).toEqual([])

  // Said beforehand: made from the first day until the last one, not a day before or after, wherever the job stands still.
  const ahead = done(await as('gm').post('/staff', { name: '预定顾问', login: 'yudingguwen', positions: ['SAD'], since: '2026-11-28', until: null }))
  await makeAhead(server.database, server.clock.now())
  const ofHim = async () => daysOf((await owed()).filter(({ holder }) => holder === '预定顾问'))
  expect(await ofHim()).toBe('28 29 30')
  const known = (await server.owner.query<{ version: number }>('select version from organisation.person where id = $1', [ahead['id']])).rows[0] ?? { version: 0 }
  await at('2026-11-28T02:00:00Z')
  done(await as('gm').post(`/staff/${String(ahead['id'])}/leave`, { ...known, lastDay: '2026-11-29', reason: '合同到期' }))
  await makeAhead(server.database, server.clock.now())
  expect(await ofHim()).toBe('28 29')
  await at('2026-11-26T02:00:00Z')
})

test('greeting duty proves that it was rostered and stood, by the holders that are there', async () => {
  await at('2026-11-27T00:00:00Z') // half an hour before opening
  const covers = async () => (await today('stm')).find(({ dutyId }) => dutyId === 'STM-4.3')
  expect((await covers())?.figure).toEqual({ figure: 0, target: 9, met: false, nothing: false })
  done(await as('stm').post('/rosters/greeting/assign', { from: '2026-11-27', until: '2026-11-27' }))
  expect((await covers())?.figure).toEqual({ figure: 9, target: 9, met: true, nothing: false })
  expect(code(await as('stm').post(`/duties/instances/${(await covers())?.id ?? ''}/record`, { version: 1, words: 'x' }))).toBe('duties.proved-by-data')
  for (const hour of ['00:30', '01:30', '02:35', '03:30', '04:30', '05:30', '06:30', '07:30', '08:30']) {
    await at(`2026-11-27T${hour}:00Z`)
    const { slots } = done(await as('sad').get('/rosters/own')) as unknown as { slots: { day: string; starts: string; status: string; version: number }[] }
    const slot = slots.find(({ day, status }) => day === '2026-11-27' && status === 'running')
    done(await as('sad').post('/rosters/greeting/check-in', { day: '2026-11-27', starts: slot?.starts, version: slot?.version }))
  }
  await at('2026-11-27T09:40:00Z')
  await settleAll(server.database, server.clock.now())
  const { over } = done(await as('stm').get('/duties/today')) as unknown as Today
  expect(over.find(({ dutyId }) => dutyId === 'STM-4.3')).toMatchObject({ status: 'done', evidence: { kind: 'auto', figure: 9, target: 9 } })
  expect((done(await as('fds').get('/duties/today')) as unknown as Today).over.find(({ dutyId }) => dutyId === 'FDS-2.3')).toMatchObject({ status: 'done', evidence: { kind: 'auto', figure: 9, target: 9 } })
})

test('a day that is closed, or has other hours, changes what was made ahead for it; what somebody began, and what is late, stays', async () => {
  const now = '2026-11-27T02:00:00Z'
  await at(now)
  await makeAhead(server.database, server.clock.now())
  type Due = { duty: string; due: string }
  const dueOn = async (day: string): Promise<Due[]> => (await server.owner.query<Due>(`
    select i.duty_id as duty, to_char(i.due_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as due from duties.instance i join duties.duty d on d.store_id = i.store_id and d.id = i.duty_id
    where i.store_id = $1 and i.status = 'open' and i.event is null and d.due like 'day%' and (i.due_at at time zone 'Asia/Shanghai')::date = $2::date order by 1, 2`, [server.storeId, day])).rows
  const times = async (day: string, due: string): Promise<string[]> => [...new Set((await dueOn(day)).filter((row) => row.due === due).map(({ duty }) => duty))]
  const setDay = async (day: string, opening: unknown) => done(await as('gm').post('/calendar/days', { day, opening, note: '', publicDay: null }))
  const [third, fourth] = [await dueOn('2026-12-03'), await dueOn('2026-12-04')]
  const [atOpening, byClosing] = [await times('2026-12-02', '12-02 08:30'), await times('2026-12-02', '12-02 17:30')]
  expect([third.length > 50, fourth.length, atOpening.length > 0, byClosing.length > 20]).toEqual([true, third.length, true, true])
  // Somebody took a photo for one of them already.
  const { rows: [begun] } = await server.owner.query<{ id: string; duty_id: string }>("select id, duty_id from duties.instance where store_id = $1 and period = '2026-12-03' and status = 'open' order by duty_id limit 1", [server.storeId])
  await server.owner.query(`insert into photos.photo (store_id, id, subject, subject_id, occasion, detail, sha256, bytes, width, height, taken_at, received_at, person_id, person_name)
    values ($1, gen_random_uuid(), 'duty', $2, 'duty', '', repeat('a', 64), 1, 1, 1, $3, $3, $4, 'SH1 SAD')`, [server.storeId, begun?.id, now, idOf('SAD')])

  await setDay('2026-12-03', 'closed')
  await setDay('2026-12-02', { opens: '09:00', closes: '15:00' })
  expect((await dueOn('2026-12-03')).map(({ duty }) => duty)).toEqual([begun?.duty_id])
  expect(await dueOn('2026-12-04')).toEqual(fourth)
  expect([await times('2026-12-02', '12-02 09:00'), await times('2026-12-02', '12-02 15:00')]).toEqual([atOpening, byClosing])
  expect(await times('2026-12-02', '12-02 17:30')).toEqual([])
  expect(await makeAhead(server.database, server.clock.now())).toBe(0) // the job finds it as it was left

  await setDay('2026-12-03', 'usual')
  await setDay('2026-12-02', 'usual')
  expect(await dueOn('2026-12-03')).toEqual(third)
  expect([await times('2026-12-02', '12-02 08:30'), await times('2026-12-02', '12-02 17:30')]).toEqual([atOpening, byClosing])

  // Today: what was late at opening stays late, and nothing is due before this moment.
  const late = await times('2026-11-27', '11-27 08:30')
  await setDay('2026-11-27', { opens: '09:30', closes: '15:00' })
  expect(await times('2026-11-27', '11-27 08:30')).toEqual(late)
  expect((await times('2026-11-27', '11-27 15:00')).length).toBeGreaterThan(20)
  await setDay('2026-11-27', { opens: '08:30', closes: '09:30' })
  expect((await times('2026-11-27', '11-27 15:00')).length).toBeGreaterThan(20)
  await setDay('2026-11-27', 'closed')
  expect(await times('2026-11-27', '11-27 15:00')).toEqual([])
})

test('who chooses a deputy hears which duties he has not the rights for; it is allowed, said with the absence, on record, and gone with the rights', async () => {
  const named = (rows: unknown): string[] => (rows as { id: string }[]).map(({ id }) => id)
  const offered = done(await as('stm').get(`/rosters/people/${idOf('FDS')}/deputies`)) as unknown as AnswerOf<typeof seeDeputies>
  const of = (personId: string): string[] => named(beyondRights(offered.duties, offered.people.find(({ id }) => id === personId)?.rights ?? []))
  expect(of(idOf('TEC'))).toEqual(expect.arrayContaining(['FDS-2.5'])) // the process audit needs a right that a technician has not
  expect(of(idOf('STM'))).not.toContain('FDS-2.5')
  // He may open the board of appointments and the bulletins, but not confirm the one and not issue the other's.
  expect(of(idOf('WSS'))).toEqual(expect.arrayContaining(['FDS-2.1', 'FDS-5.4']))
  expect(of(idOf('WSS'))).not.toContain('FDS-2.9')
  expect((await as('sad').get(`/rosters/people/${idOf('FDS')}/deputies`)).status).toBe(403)
  const recorded = await absent({ personId: idOf('FDS'), from: '2026-12-21', until: '2026-12-22', deputyId: idOf('TEC') })
  expect(named(recorded['beyond'])).toEqual(of(idOf('TEC'))) // the server asks the same rule
  const listed = async () => (done(await as('stm').get('/rosters/absences')) as unknown as AnswerOf<typeof listAbsences>).rows.find(({ id }) => id === recorded['id'])
  expect(named((await listed())?.beyond)).toEqual(of(idOf('TEC')))
  const { rows } = await server.owner.query<{ beyond: string[] }>("select after -> 'beyond' as beyond from platform.audit where subject = 'absence' and subject_id = $1", [recorded['id']])
  expect(rows[0]?.beyond).toEqual(of(idOf('TEC')))
  expect(named(done(await as('stm').post(`/rosters/absences/${String(recorded['id'])}/deputy`, { version: 1, deputyId: idOf('STM') }))['beyond'])).toEqual(of(idOf('STM')))
  expect(named((await listed())?.beyond)).toEqual(of(idOf('STM')))
  done(await as('stm').post(`/rosters/absences/${String(recorded['id'])}/end`, { version: 2, until: null, reason: '不请假了' }))
  expect((await listed())?.beyond ?? []).toEqual([])
})

test('of what a position owes together, who is there is told: not who is absent, nor who is off that day; his deputy, then the superior', async () => {
  await at('2026-12-23T02:00:00Z')
  const { id } = await absent({ personId: idOf('FDS'), from: '2026-12-23', until: '2026-12-24', deputyId: idOf('WSS') })
  await makeAhead(server.database, server.clock.now())
  await at('2026-12-23T11:00:00Z') // after closing
  const store = { id: server.storeId, timeZone: 'Asia/Shanghai' }
  const told = async (): Promise<string[]> => {
    const overdue = await server.database.reading([server.storeId], (tx) => whoIsToldOfOverdue(tx, store, server.clock.now(), 0))
    const shared = overdue.filter(({ position, holderName, dueAt }) => position === 'FDS' && holderName === '' && dueAt.toISOString().startsWith('2026-12-23'))
    return [...new Set(shared.map(({ owers }) => owers.toSorted().join()))]
  }
  const due = async () => server.database.reading([server.storeId], (tx) => dueToday(tx, store, new Date('2026-12-23T02:00:00Z')))
  expect(await told()).toEqual([idOf('WSS')])
  expect([(await due()).has(idOf('FDS')), (await due()).has(idOf('WSS'))]).toEqual([false, true])
  done(await as('stm').post(`/rosters/absences/${String(id)}/deputy`, { version: 1, deputyId: null }))
  expect(await told()).toEqual([idOf('STM')])
  done(await as('stm').post(`/rosters/absences/${String(id)}/deputy`, { version: 2, deputyId: idOf('WSS') }))
  const second = done(await as('gm').post('/staff', { name: '第二主管', login: 'dierzhuguan', positions: ['FDS'], since: '2026-12-23', until: null }))
  expect(await told()).toEqual([String(second['id'])]) // there himself: what is the position's is not the deputy's
  done(await as('stm').post('/rosters/days', { personId: second['id'], day: '2026-12-23', shift: 'off', version: 0 }))
  expect(await told()).toEqual([idOf('WSS')])
})

test('the appraisal by person: what data closed of a position stands under who alone was there, what was missed under the position in words; its sheet has numbers and names', async () => {
  await at('2026-12-28T02:00:00Z') // Monday
  await absent({ personId: idOf('STM'), from: '2026-12-29', until: '2026-12-29', deputyId: idOf('WSS') })
  for (const day of ['2026-12-28', '2026-12-29']) {
    await makeAhead(server.database, new Date(`${day}T00:00:00Z`))
    await settleAll(server.database, new Date(`${day}T15:00:00Z`))
  }
  await at('2026-12-30T01:00:00Z')
  await settleAll(server.database, server.clock.now())
  const span = 'from=2026-12-28&to=2026-12-29&by=person'
  const { rows } = done(await as('gm').get(`/duties/board?${span}`)) as unknown as AnswerOf<typeof seeBoard>
  const ofStm = new Map(rows.filter(({ position }) => position === 'STM').map((row) => [row.nameZh, row]))
  expect([...ofStm.keys()].toSorted()).toEqual(['', 'SH1 STM', 'SH1 WSS'])
  expect([ofStm.get('SH1 STM')?.byData, ofStm.get('SH1 WSS')?.byData].every((count = 0) => count > 0)).toBe(true)
  expect(ofStm.get('')).toMatchObject({ done: 0, late: 0, byData: 0 })
  expect(ofStm.get('')?.missed).toBeGreaterThan(0)
  const file = await server.serving.server.inject({ method: 'GET', url: `/api/duties/board/file?${span}`, headers: { cookie: as('gm').cookie } })
  const sheet = unzipSync(file.rawPayload)['xl/worksheets/sheet1.xml'] ?? new Uint8Array()
  const lines = readSheets(file.rawPayload)[0]?.rows.slice(2) ?? []
  const line = lines.find(([name]) => name === 'SH1 WSS')
  const manager = (await server.owner.query<{ zh: string }>("select zh from organisation.position where code = 'STM'")).rows[0]?.zh ?? '?'
  expect(lines.map(([name]) => name)).toContain(`${manager}（岗位共担，未记到个人）`)
  expect(lines.map(([, position]) => position)).toContain(manager)
  expect(line?.[2]).toBe((ofStm.get('SH1 WSS')?.rate ?? -1) / 10_000)
  expect(strFromU8(sheet)).toMatch(/<c r="C3" s="2"><v>/)
})

test('where several of a position were there, what data closed stands under the one whose work the records are; of others their names stand with the position, on the board and in its sheet', async () => {
  await at('2026-12-30T02:00:00Z') // Wednesday
  done(await as('gm').post('/staff', { name: '前台帮办', login: 'bangban', positions: ['FDS'], since: '2026-12-30', until: null }))
  await makeAhead(server.database, server.clock.now())
  done(await as('fds').post('/appointments/board-confirmations', { day: '2026-12-30' }))
  for (const kind of ['front-desk-morning', 'front-desk-evening']) {
    const { id } = done(await as('stm').post('/meetings', { kind, at: server.clock.now().toISOString(), placeName: '' }))
    const { version } = done(await as('stm').get(`/meetings/${String(id)}`))
    done(await as('stm').post(`/meetings/${String(id)}/beginning`, { version }))
  }
  await settleAll(server.database, new Date('2026-12-30T15:00:00Z'))
  await at('2026-12-31T01:00:00Z')
  const board = async (by: string) => done(await as('gm').get(`/duties/board?from=2026-12-30&to=2026-12-30&by=${by}`)) as unknown as AnswerOf<typeof seeBoard>
  const rows = (await board('person')).rows.filter(({ position }) => position === 'FDS')
  expect(rows.find(({ nameZh }) => nameZh === 'SH1 FDS')?.byData).toBe(1) // he confirmed the board of appointments
  expect(rows.find(({ nameZh }) => nameZh === '')).toMatchObject({ byData: 1, doers: ['SH1 STM'] }) // the desk's meetings, which the station manager held
  const behind = done(await as('gm').get('/duties/board/duties?from=2026-12-30&to=2026-12-30&by=position&key=FDS&faults=no&limit=50'))['rows'] as { dutyId: string; personName: string }[]
  expect([behind.find(({ dutyId }) => dutyId === 'FDS-2.1')?.personName, behind.find(({ dutyId }) => dutyId === 'FDS-3.1')?.personName]).toEqual(['SH1 FDS', 'SH1 STM'])
  const file = await server.serving.server.inject({ method: 'GET', url: '/api/duties/board/file?from=2026-12-30&to=2026-12-30&by=person&language=en', headers: { cookie: as('gm').cookie } })
  expect((readSheets(file.rawPayload)[0]?.rows ?? []).map(([name]) => String(name))).toContain('Front-desk supervisor (shared, nobody by name; data names SH1 STM)')
})

test('and where the data says that nothing is left, whose work it was that nothing is', async () => {
  await at('2026-12-31T02:00:00Z') // Thursday
  done(await as('gm').post('/staff', { name: '站长助理', login: 'zhuli', positions: ['STM'], since: '2026-12-31', until: null }))
  await makeAhead(server.database, server.clock.now())
  const { id } = done(await as('sad').post('/complaints', { plate: '沪A·D78121', customerName: '陈晨', kind: 'service', words: '无人招呼' }))
  const { version } = (done(await as('fds').get('/complaints'))['rows'] as { id: string; version: number }[]).find((row) => row.id === id) ?? {}
  done(await as('fds').post(`/complaints/${String(id)}/answer`, { version, answer: '已致歉并安排专人接待' }))
  await settleAll(server.database, new Date('2026-12-31T15:00:00Z'))
  await at('2027-01-01T01:00:00Z')
  const behind = done(await as('gm').get('/duties/board/duties?from=2026-12-31&to=2026-12-31&by=position&key=STM&faults=no&limit=50'))['rows'] as { dutyId: string; personName: string }[]
  expect(behind.find(({ dutyId }) => dutyId === 'STM-4.7')?.personName).toBe('SH1 FDS')
})

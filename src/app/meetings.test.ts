import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Today } from '../modules/duties/contract.ts'
import { loadPack, makeAhead, settleAll } from '../modules/duties/public.ts'
import type { MeetingDetail } from '../modules/meetings/contract.ts'
import type { TaskDetail, TaskRow } from '../modules/tasks/contract.ts'
import { closedByData } from './testing/closed-by-data.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { code, done } from './testing/said.ts'
import { signedIn, type Caller, type TestServer } from './testing/test-server.ts'

// Tasks and meetings: what is reported, given, done, checked; what is called, minuted, issued, read. It is Monday 23 November 2026, ten o'clock; nobody is information clerk, so his duties fall to the station manager.
const people = ['stm', 'mtl', 'wcl', 'fds', 'wss', 'pts', 'sad', 'tec', 'whk', 'ppl', 'b-stm']
let server: TestServer
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, as } = await furnishedServer(people))
  await loadPack(server.database)
  await makeAhead(server.database, server.clock.now())
}, 60_000)
afterAll(() => server.drop())

type Made = { id: string; number: string; version: number }
const today = async (login: string) => done(await as(login).get('/duties/today')) as unknown as Today
const task = async (login: string, id: string) => done(await as(login).get(`/tasks/${id}`)) as unknown as TaskDetail
const tasks = async (login: string, query: string) => done(await as(login).get(`/tasks?${query}`))['rows'] as TaskRow[]
const meeting = async (login: string, id: string) => done(await as(login).get(`/meetings/${id}`)) as unknown as MeetingDetail
const later = (hours: number) => new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString()
/** The clock goes on, and sessions with it. */
async function goTo(moment: string): Promise<void> {
  server.clock = { now: () => new Date(moment) }
  as = await signedIn(server, people)
}
const photoOf = (subject: string, id: string, occasion: string) => server.owner.query(`
  insert into photos.photo (store_id, id, subject, subject_id, occasion, sha256, bytes, width, height, taken_at, received_at, person_id, person_name)
  select store_id, gen_random_uuid(), '${subject}', id, '${occasion}', repeat('a', 64), 1, 1, 1, now(), now(), gen_random_uuid(), '甲' from ${subject === 'task' ? 'tasks.task' : 'meetings.meeting'} where id = '${id}'`)

test('a problem from the pit falls to the workshop, is done, sent back, done again and checked by who reported it', async () => {
  expect(code(await as('tec').post('/tasks/problems', { area: 'workshop', words: '' }))).toBe('tasks.words-or-photo')
  const { id, number } = done(await as('tec').post('/tasks/problems', { area: 'workshop', words: '3号举升机漏油' })) as Made
  expect((await today('wss')).standing.find(({ dutyId }) => dutyId === 'WSS-1.3')).toMatchObject({ met: true, figure: 0 })
  expect(done(await as('wss').get('/tasks/own'))['rows']).toMatchObject([{ number, position: 'WSS', mine: true, dueAt: later(24) }])
  const post = (login: string, deed: string, body: object) => as(login).post(`/tasks/${id}/${deed}`, body)
  expect(code(await post('fds', 'done', { version: 1, words: '好了' }))).toBe('tasks.of-another')
  expect((await as('b-stm').get(`/tasks/${id}`)).status).toBe(404)
  const both = await Promise.all([1, 2].map((n) => post('wss', 'done', { version: 1, words: `已换油封 ${String(n)}` })))
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(code(await post('wss', 'check', { version: 2, good: true }))).toBe('tasks.own-work')
  expect(code(await post('tec', 'check', { version: 2, good: false }))).toBe('tasks.reason-missing')
  done(await post('tec', 'check', { version: 2, good: false, words: '还在滴油' }))
  done(await post('wss', 'done', { version: 3, words: '换了整套密封' }))
  done(await post('tec', 'check', { version: 4, good: true }))
  const { status, returns, steps } = await task('sad', id)
  expect([status, returns, steps.map(({ what }) => what)]).toEqual(['checked', 1, ['given', 'done', 'returned', 'done', 'checked']])
  expect(await tasks('wss', 'group=mine')).toEqual([])
  expect((await tasks('wss', 'group=mine&ended=yes&find=举升机')).map((row) => row.number)).toEqual([number])
})

test('a task is given to one who holds the position, wants its photo, is passed on, put off by its giver alone, withdrawn', async () => {
  const give = (body: object) => as('stm').post('/tasks', { words: '整理旧件照片', position: 'WCL', dueAt: later(5), photoNeeded: true, ...body })
  expect(code(await give({ dueAt: later(-1) }))).toBe('tasks.due-in-the-past')
  expect(code(await give({ ownerId: crypto.randomUUID() }))).toBe('tasks.owner-of-another-position')
  expect((await as('tec').post('/tasks', { words: 'x', position: 'WCL', dueAt: later(5) })).status).toBe(403)
  const { id } = done(await give({})) as Made
  expect(code(await as('wcl').post(`/tasks/${id}/done`, { version: 1, words: '已整理' }))).toBe('tasks.photo-missing')
  const pass = (login: string, version: number, dueAt: string) => as(login).post(`/tasks/${id}/owner`, { version, position: 'WCL', ownerId: null, dueAt, words: '资料未到' })
  expect(code(await pass('wcl', 1, later(9)))).toBe('tasks.deadline-of-the-giver')
  done(await pass('stm', 1, later(9)))
  await photoOf('task', id, 'remedy')
  done(await as('wcl').post(`/tasks/${id}/done`, { version: 2, words: '已整理' }))
  expect(code(await as('stm').post(`/tasks/${id}/withdrawal`, { version: 3, reason: '不需要了' }))).toBe('tasks.not-open')
  done(await as('stm').post(`/tasks/${id}/check`, { version: 3, good: true }))
  const other = done(await give({ photoNeeded: false })) as Made
  expect(code(await as('wcl').post(`/tasks/${other.id}/withdrawal`, { version: 1, reason: '重复' }))).toBe('tasks.given-by-another')
  done(await as('stm').post(`/tasks/${other.id}/withdrawal`, { version: 1, reason: '重复' }))
  expect((await task('stm', other.id)).status).toBe('withdrawn')
})

test('what is late is seen by its owner, its giver and who supervises him, and its duty is not met', async () => {
  const { number } = done(await as('sad').post('/tasks/problems', { area: 'front-desk', words: '叫号屏黑屏' })) as Made
  await goTo('2026-11-24T03:00:00Z')
  for (const login of ['fds', 'sad', 'stm']) expect((await tasks(login, 'group=late')).map((row) => row.number)).toContain(number)
  expect(await tasks('pts', 'group=late')).toEqual([])
  expect((await today('fds')).standing.find(({ dutyId }) => dutyId === 'FDS-1.3')).toMatchObject({ met: false, figure: 1 })
  expect((await today('wss')).standing.find(({ dutyId }) => dutyId === 'WSS-1.3')).toMatchObject({ met: true })
})

test('a morning meeting: exceptions on the agenda, attendance by code, a decision, minutes with a photo, readers, an addendum', async () => {
  expect((done(await as('stm').get('/meetings/due'))['rows'] as { code: string }[]).map((row) => row.code)).toContain('front-desk-morning')
  const call = (login: string, kind: string) => as(login).post('/meetings', { kind, at: later(0), placeName: '前台' })
  expect(code(await call('wss', 'front-desk-morning'))).toBe('meetings.not-yours')
  const { id } = done(await call('stm', 'front-desk-morning')) as Made
  expect(code(await call('stm', 'front-desk-morning'))).toBe('meetings.called-already')
  expect((done(await as('stm').get('/meetings/due'))['rows'] as { code: string }[]).map((row) => row.code)).not.toContain('front-desk-morning')
  const post = (login: string, deed: string, body: object) => as(login).post(`/meetings/${id}/${deed}`, body)
  const { items, participants, version } = await meeting('sad', id)
  expect(items.map(({ kind }) => kind)).toContain('overdue-task') // the black screen of the test before
  expect(items.some(({ kind, subject }) => kind === 'missed-duty' && subject.startsWith('SAD-') || subject.startsWith('FDS-'))).toBe(false) // nobody settled yesterday's duties yet
  expect(participants.some(({ positions }) => positions.includes('SAD'))).toBe(true)
  expect((await as('sad').get(`/meetings/${id}/code?origin=http://localhost:8080`)).status).toBe(403)
  expect(code(await as('wss').get(`/meetings/${id}/code?origin=http://localhost:8080`))).toBe('meetings.not-yours')
  for (const strange of ['data:text/html,%F0%9F%9A%97', 'http://a b', 'http://x/%00', `http://${'x'.repeat(190)}.example/a`]) expect((await as('stm').get(`/meetings/${id}/code?origin=${strange}`)).status).toBe(400)
  const shown = done(await as('stm').get(`/meetings/${id}/code?origin=http://localhost:8080`))['code'] as string
  expect(code(await post('sad', 'presence', { code: 'ZZZZZZ' }))).toBe('meetings.wrong-code')
  done(await post('sad', 'presence', { code: `http://localhost:8080/meetings/${id}?code=${shown}` }))
  expect(code(await post('sad', 'presence', { code: shown }))).toBe('meetings.present-already')
  done(await post('wcl', 'presence', { code: shown })) // not called: he is a guest, and none of those who were
  expect(await meeting('stm', id)).toMatchObject({ present: 2, guests: 1 })
  expect(code(await post('stm', 'minutes', { version, minutes: 'x' }))).toBe('meetings.not-held')
  done(await post('stm', 'beginning', { version }))
  const stm = (await meeting('stm', id)).me
  done(await post('stm', 'attendance', { personId: stm, attendance: 'present' }))
  const said = done(await post('stm', 'minutes', { version: version + 1, minutes: '今日接车12台', items: [{ id: items[0]?.id, minutes: '今天修好' }] })) as { version: number }
  const decision = done(await post('stm', 'decisions', { itemId: items[0]?.id, words: '叫号屏当日修复', position: 'FDS', dueAt: later(6) })) as { taskId: string; taskNumber: string }
  expect(await task('fds', decision.taskId)).toMatchObject({ number: decision.taskNumber, kind: 'task', mine: true, sourcePage: `/meetings/${id}` })
  expect(code(await post('stm', 'issue', said))).toBe('meetings.photo-missing')
  await photoOf('meeting', id, 'minutes')
  await settleAll(server.database, server.clock.now())
  expect((await today('stm')).now.find(({ dutyId, subjectName }) => dutyId === 'INF-1.2' && subjectName.includes('前台晨会'))).toBeDefined()
  expect(code(await post('sad', 'reading', {}))).toBe('meetings.not-issued')
  expect(code(await as('sad').get(`/meetings/${id}/minutes.pdf`))).toBe('meetings.not-issued')
  done(await post('stm', 'issue', said))
  for (const language of ['zh-CN', 'en']) expect(String(done(await as('sad').get(`/meetings/${id}/minutes.pdf?language=${language}`))['text'])).toMatch(/^%PDF-1/)
  expect(code(await post('stm', 'minutes', { version: said.version + 1, minutes: '改' }))).toBe('meetings.over')
  done(await post('stm', 'addenda', { words: '是11台，不是12台' }))
  done(await post('sad', 'reading', {}))
  expect(code(await post('sad', 'reading', {}))).toBe('meetings.read-already')
  const over = await meeting('fds', id)
  expect([over.status, over.minutes, over.addenda.map(({ words }) => words), over.participants.find(({ positions }) => positions.includes('SAD'))?.readAt !== null]).toEqual(['issued', '今日接车12台', ['是11台，不是12台'], true])
  expect((done(await as('fds').get('/meetings?group=to-read'))['rows'] as { id: string }[]).map((row) => row.id)).toContain(id)
  await settleAll(server.database, server.clock.now())
  expect((await today('stm')).now.some(({ dutyId, subjectName }) => dutyId === 'INF-1.2' && subjectName.includes('前台晨会'))).toBe(false)
})

test('the evening meeting completes the day of the station manager and of the advisor who was there; a cancelled one proves nothing', async () => {
  const post = (login: string, id: string, deed: string, body: object) => as(login).post(`/meetings/${id}/${deed}`, body)
  const cancelled = done(await as('stm').post('/meetings', { kind: 'front-desk-evening', at: later(1) })) as Made
  expect(code(await post('stm', cancelled.id, 'cancellation', { version: 1, reason: '' }))).toBe('meetings.reason-missing')
  done(await post('stm', cancelled.id, 'cancellation', { version: 1, reason: '改到六点' }))
  const dutyOf = async (login: string, dutyId: string) => { const { now, late, over } = await today(login); return [...now, ...late, ...over].find((row) => row.dutyId === dutyId) }
  expect(await dutyOf('stm', 'STM-4.1')).toMatchObject({ status: 'open', figure: { figure: 1, target: 2, met: false } })
  const { id } = done(await as('stm').post('/meetings', { kind: 'front-desk-evening', at: later(1) })) as Made
  done(await post('stm', id, 'beginning', { version: 1 }))
  done(await post('sad', id, 'presence', { code: done(await as('stm').get(`/meetings/${id}/code?origin=http://localhost:8080`))['code'] }))
  await settleAll(server.database, server.clock.now())
  expect(await dutyOf('stm', 'STM-4.1')).toMatchObject({ status: 'done' })
  expect(await dutyOf('sad', 'SAD-3.1')).toMatchObject({ status: 'done' })
  expect(await dutyOf('wss', 'WSS-3.1')).not.toMatchObject({ status: 'done' })
})

test('while its convenor is absent his deputy holds the meeting and issues its minutes; somebody else does not, and he neither once the absence is over', async () => {
  const { id } = done(await as('fds').post('/meetings', { kind: 'front-desk-training', at: later(0) })) as Made
  const post = (login: string, deed: string, body: object) => as(login).post(`/meetings/${id}/${deed}`, body)
  const day = server.clock.now().toISOString().slice(0, 10)
  expect(code(await post('wss', 'beginning', { version: 1 }))).toBe('meetings.not-yours')
  const absence = done(await as('stm').post('/rosters/absences', { personId: server.actor('FDS').personId, from: day, until: day, kind: 'sick', reason: '发烧', deputyId: server.actor('WSS').personId }))
  expect(await meeting('wss', id)).toMatchObject({ runs: true })
  done(await post('wss', 'beginning', { version: 1 }))
  done(await post('wss', 'attendance', { personId: (await meeting('sad', id)).me, attendance: 'present' }))
  done(await post('wss', 'minutes', { version: 2, minutes: '讲解新保养套餐' }))
  await photoOf('meeting', id, 'minutes')
  expect(code(await post('pts', 'issue', { version: 3 }))).toBe('meetings.not-yours')
  expect((await post('sad', 'issue', { version: 3 })).status).toBe(403)
  done(await post('wss', 'issue', { version: 3 }))
  expect(await meeting('stm', id)).toMatchObject({ status: 'issued', issuedByName: 'SH1 WSS', convenorName: 'SH1 FDS' })
  done(await as('stm').post(`/rosters/absences/${String(absence['id'])}/end`, { version: 1, until: null, reason: '来上班了' }))
  expect(code(await post('wss', 'addenda', { words: 'x' }))).toBe('meetings.not-yours')
})

test('the Monday minutes are passed on when the parts team has read them', async () => {
  const { id } = done(await as('stm').post('/meetings', { kind: 'house-weekly', at: later(0) })) as Made
  const post = (login: string, deed: string, body: object) => as(login).post(`/meetings/${id}/${deed}`, body)
  done(await post('stm', 'beginning', { version: 1 }))
  done(await post('stm', 'attendance', { personId: (await meeting('pts', id)).me, attendance: 'present' }))
  done(await post('stm', 'minutes', { version: 2, minutes: '本周备货重点' }))
  await photoOf('meeting', id, 'minutes')
  done(await post('stm', 'issue', { version: 3 }))
  const duty = async () => { const { now, late, over } = await today('pts'); return [...now, ...late, ...over].find(({ dutyId }) => dutyId === 'PTS-9.2') }
  const before = await duty()
  expect(before).toMatchObject({ status: 'open', figure: { figure: 0, met: false } })
  const team = (await meeting('stm', id)).participants.filter(({ positions }) => ['PPL', 'WHK'].some((position) => positions.includes(position)))
  expect(before?.figure?.target).toBe(team.length)
  for (const login of ['whk', 'ppl']) done(await post(login, 'reading', {}))
  expect((await duty())?.figure?.figure).toBe(2)
})

test('each meeting and training closes the duties of those who hold it, and of those who are there', async () => {
  const post = (login: string, id: string, deed: string, body: object) => as(login).post(`/meetings/${id}/${deed}`, body)
  /** Held with everybody there; minuted with a decision and issued. */
  const hold = async (kind: string, convenor = 'stm') => {
    const { id, version } = done(await as(convenor).post('/meetings', { kind, at: later(0) })) as Made
    done(await post(convenor, id, 'beginning', { version }))
    for (const { personId } of (await meeting(convenor, id)).participants) done(await post(convenor, id, 'attendance', { personId, attendance: 'present' }))
    const said = done(await post(convenor, id, 'minutes', { version: version + 1, minutes: '按议程' })) as { version: number }
    done(await post(convenor, id, 'decisions', { itemId: null, words: '回访话术改一版', position: 'FDS', dueAt: later(48) }))
    await photoOf('meeting', id, 'minutes')
    done(await post(convenor, id, 'issue', said))
  }
  const dayOf = async (moment: string, kinds: readonly string[], closes: readonly string[]) => {
    await goTo(moment)
    await makeAhead(server.database, server.clock.now())
    for (const kind of kinds) await hold(kind, kind === 'team-evening' ? 'mtl' : 'stm')
    await settleAll(server.database, server.clock.now())
    expect(await closedByData(server)).toEqual(expect.arrayContaining([...closes]))
  }
  await dayOf('2026-11-24T06:00:00Z', ['management', 'team-evening', 'body-paint', 'parts-monthly', 'satisfaction', 'parts-morning', 'parts-evening'],
    ['FDS-3.1', 'FDS-3.4', 'WSS-3.7', 'WSS-3.8', 'PTS-10.4', 'FDS-3.5', 'WSS-3.5', 'SAD-3.3', 'PTS-10.3'])
  await dayOf('2026-11-30T02:00:00Z', ['house-weekly', 'parts-training'], ['FDS-3.3', 'WSS-3.2', 'PTS-10.1'])
  await dayOf('2026-12-01T02:00:00Z', ['front-desk-training'], ['FDS-3.2', 'SAD-3.2'])
  await dayOf('2026-12-03T02:00:00Z', ['workshop-training'], ['WSS-3.3'])
})

test('a store changes a kind and adds its own; what cannot be read is refused', async () => {
  const kind = { version: 0, nameZh: '安全例会', nameEn: 'Safety meeting', convenor: 'WSS', attendees: ['WSS'], readers: [], cadence: 'day', active: true }
  expect(code(await as('stm').post('/meeting-kinds/safety', { ...kind, cadence: 'often' }))).toBe('meetings.cadence-unreadable')
  expect((await as('wss').post('/meeting-kinds/safety', kind)).status).toBe(403)
  done(await as('stm').post('/meeting-kinds/safety', kind))
  expect((await as('stm').post('/meeting-kinds/safety', kind)).status).toBe(409)
  expect((done(await as('wss').get('/meetings/due'))['rows'] as { code: string; mayCall: boolean }[]).find((row) => row.code === 'safety')).toMatchObject({ mayCall: true })
})

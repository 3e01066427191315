import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DutyRow, InstanceRow, SupervisedRow, Today } from '../modules/duties/contract.ts'
import { loadPack, makeAhead, settleAll } from '../modules/duties/public.ts'
import { invariants } from './modules.ts'
import { brokenInvariants } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { code, done } from './testing/said.ts'
import { signedIn, type Caller, type TestServer } from './testing/test-server.ts'

// Duties that a store adds by itself, from a day on and until it ends them. It is Monday 23 November 2026, ten o'clock.
const people = ['stm', 'gm', 'fds', 'sad', 'csh', 'wss', 'b-stm', 'b-fds']
let server: TestServer
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, as } = await furnishedServer(people))
  await loadPack(server.database)
  await makeAhead(server.database, server.clock.now())
}, 60_000)
afterAll(() => server.drop())

const at = async (moment: string): Promise<void> => {
  server.clock = { now: () => new Date(moment) }
  as = await signedIn(server, people)
  await makeAhead(server.database, server.clock.now())
  await settleAll(server.database, server.clock.now())
}
const wish = {
  zh: '给休息区绿植浇水', en: '', position: 'FDS', holder: 'position', due: 'day@16:00', graceMinutes: 60, move: 'before', since: '2026-11-24',
  proof: { kind: 'record', zh: '浇了几盆', en: '', photo: false }, supervisors: ['WSS'], reason: '植物枯了两次',
}
const add = (change: Partial<Record<keyof typeof wish, unknown>> = {}, login = 'stm') => as(login).post('/duties/manual', { ...wish, ...change })
const manual = async (login = 'stm') => done(await as(login).get('/duties/manual'))['rows'] as DutyRow[]
const mine = async (login: string, dutyId: string): Promise<InstanceRow[]> => {
  const { now, late, next } = done(await as(login).get('/duties/today')) as unknown as Today
  return [...late, ...now, ...next].filter((row) => row.dutyId === dutyId)
}

test('a store adds a duty of its own: each thing that is wrong is named, English left empty is the Chinese, it begins on its day', async () => {
  expect((await add({}, 'fds')).status).toBe(403)
  expect(code(await add({ due: 'whenever' }))).toBe('duties.file.when-unreadable')
  expect(code(await add({ due: 'on(moon.full)+P1D' }))).toBe('duties.file.event-unknown')
  expect(code(await add({ position: 'XYZ' }))).toBe('duties.nobody-so-called')
  expect(code(await add({ supervisors: ['FDS'] }))).toBe('duties.own.supervises-himself')
  expect(code(await add({ supervisors: ['WSS', 'AUD'] }))).toBe('duties.own.may-not-supervise') // the auditor has no page of what is owed
  expect(code(await add({ since: '2026-11-22' }))).toBe('duties.own.day-past')
  const answers = await Promise.all([add(), add({ zh: '检查雨伞架' })])
  expect(new Set(answers.map((answer) => done(answer)['id']))).toEqual(new Set(['S-1', 'S-2']))
  const own = (await manual()).find(({ zh }) => zh === wish.zh)
  expect(own).toMatchObject({ en: wish.zh, pack: 'own', since: '2026-11-24', until: null, supervisors: ['WSS'], closedBy: 'record', proof: [{ kind: 'record', zh: '浇了几盆', en: '浇了几盆' }] })
  expect((await manual('b-stm')).some(({ pack }) => pack === 'own')).toBe(false)
  const { rows } = done(await as('stm').get(`/duties/manual/${String(own?.id)}/changes`)) as { rows: { reason: string }[] }
  expect(rows).toMatchObject([{ reason: wish.reason, before: null, after: { active: true, due: 'day@16:00' } }])
  expect((await mine('fds', String(own?.id))).map(({ dueAt }) => dueAt)).toEqual(['2026-11-24T08:00:00.000Z', '2026-11-25T08:00:00.000Z']) // not today: it begins tomorrow
})

test('a duty that nobody did shows to the supervisors whom it names, and they follow it up', async () => {
  const owed = async (login: string) => (done(await as(login).get('/duties/supervision?limit=200'))['rows'] as SupervisedRow[]).filter(({ zh }) => zh === wish.zh)
  await at('2026-11-24T08:20:00Z')
  const [row] = await owed('wss')
  expect(row).toMatchObject({ status: 'open', position: 'FDS', holderName: '' })
  expect((await as('wss').get(`/duties/instances/${String(row?.id)}`)).status).toBe(200)
  expect(done(await as('wss').post(`/duties/instances/${String(row?.id)}/acknowledgement`, { action: 'talked', note: '今天补浇' }))).toHaveProperty('id')
  expect(await owed('wss')).toEqual([])
})

test('a deadline is told by its next times, the closed days of the store counted', async () => {
  const times = async (due: string, move = 'before') => done(await as('sad').get(`/duties/next-times?due=${encodeURIComponent(due)}&move=${move}`))['times'] as string[]
  expect((await times('FREQ=MONTHLY;BYDAY=2TU;BYHOUR=10')).map((time) => time.slice(0, 16))).toEqual(['2026-12-08T02:00', '2027-01-12T02:00', '2027-02-09T02:00', '2027-03-09T02:00', '2027-04-13T02:00'])
  expect((await times('FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15', 'stay')).map((time) => time.slice(0, 10))).toEqual(['2027-03-15', '2028-03-15', '2029-03-15', '2030-03-15', '2031-03-15'])
  expect([await times('always'), (await times('day')).length]).toEqual([[], 5])
  expect(code(await as('sad').get('/duties/next-times?due=whenever'))).toBe('duties.file.when-unreadable')
})

test('changed it is a duty like the others, ended it is owed until its last day and not after; one that ships is switched off instead', async () => {
  const { id = '', version = 0 } = (await manual()).find(({ zh }) => zh === wish.zh) ?? {}
  const { due: _, ...kept } = wish
  const edited = await as('stm').post(`/duties/manual/${id}`, { version, due: 'FREQ=WEEKLY;BYDAY=TU,FR;BYHOUR=11;BYMINUTE=30', watch: [], holder: kept.holder, graceMinutes: 60, move: 'before', active: true, supervisors: [], reason: '一周两次够了' })
  expect(done(edited)).toMatchObject({ version: version + 1 })
  await at('2026-11-26T02:00:00Z')
  expect((await mine('fds', id)).map(({ dueAt }) => dueAt)).toEqual(['2026-11-27T03:30:00.000Z'])
  const end = (lastDay: string, of = id, seen = version + 1) => as('stm').post(`/duties/manual/${of}/end`, { version: seen, lastDay, reason: '植物撤走' })
  expect(code(await end('2026-11-25'))).toBe('duties.own.day-past')
  expect(code(await end('2026-11-27', 'FDS-1.1', 1))).toBe('duties.own.not-own')
  expect((await end('2026-11-27', id, version)).status).toBe(409)
  expect((await as('b-stm').post(`/duties/manual/${id}/end`, { version: 1, lastDay: '2026-11-27', reason: 'x' })).status).toBe(404)
  done(await end('2026-11-27'))
  expect((await manual()).find((row) => row.id === id)).toMatchObject({ until: '2026-11-27', supervisors: [] })
  expect(await mine('fds', id)).toHaveLength(1)
  await at('2026-11-30T02:00:00Z')
  expect(code(await end('2026-12-05', id, version + 2))).toBe('duties.own.over')
  await at('2026-12-02T02:00:00Z')
  expect(await mine('fds', id)).toEqual([])
  const { rows } = done(await as('stm').get(`/duties/manual/${id}/changes`)) as { rows: { after: { until?: string | null } }[] }
  expect(rows[0]?.after.until).toBe('2026-11-27')
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('title and position of a duty that the store added change for the future; what was owed keeps both, and a line of a manual is left alone', async () => {
  await at('2026-12-01T02:00:00Z')
  const { id } = done(await add({ zh: '擦洗饮水机', en: 'Wipe the dispenser', since: '2026-12-01', supervisors: ['WSS'] })) as { id: string }
  const edit = (part: object, of = id, version = 1) => as('stm').post(`/duties/manual/${of}`, { version, due: 'day@16:00', watch: [], holder: 'position', graceMinutes: 60, move: 'before', active: true, reason: '换人', ...part })
  expect(code(await edit({ position: 'XYZ' }))).toBe('duties.nobody-so-called')
  expect(code(await edit({ position: 'WSS' }))).toBe('duties.own.supervises-himself')
  expect(code(await edit({ supervisors: ['AUD'] }))).toBe('duties.own.may-not-supervise')
  expect(code(await edit({ title: { zh: '另一个名字', en: '' } }, 'FDS-1.1', (await manual()).find((row) => row.id === 'FDS-1.1')?.version))).toBe('duties.own.manual-says-so')
  done(await edit({ title: { zh: '擦洗饮水机和咖啡机', en: '' }, position: 'SAD' }))
  expect((await manual()).find((row) => row.id === id)).toMatchObject({ zh: '擦洗饮水机和咖啡机', en: '擦洗饮水机和咖啡机', position: 'SAD', supervisors: ['WSS'] })
  const owed = async (login: string) => (await mine(login, id)).map(({ period, zh, position }) => [period.slice(8), zh, position])
  expect([await owed('fds'), await owed('sad')]).toEqual([[['01', '擦洗饮水机', 'FDS']], [['02', '擦洗饮水机和咖啡机', 'SAD'], ['03', '擦洗饮水机和咖啡机', 'SAD']]])
  const { rows } = done(await as('stm').get(`/duties/manual/${id}/changes`)) as { rows: object[] }
  expect(rows).toMatchObject([{ before: { zh: '擦洗饮水机', position: 'FDS' }, after: { zh: '擦洗饮水机和咖啡机', position: 'SAD' } }, { before: null }])
})

test('a duty changed twice on its own day is owed once that day, as it stood; its new form begins the day after', async () => {
  await at('2026-12-02T02:00:00Z')
  const { id } = done(await add({ zh: '补充糖果', due: 'day@18:00', since: '2026-12-02', supervisors: [] })) as { id: string }
  const change = async (part: object) => {
    const { version = 0 } = (await manual()).find((row) => row.id === id) ?? {}
    done(await as('stm').post(`/duties/manual/${id}`, { version, due: 'day@18:00', watch: [], holder: 'position', graceMinutes: 60, move: 'before', active: true, reason: '试一试', ...part }))
  }
  const ofDay = async (day: string) => (await server.owner.query<{ period: string; holder: string }>(
    'select period, holder_name as holder from duties.instance where duty_id = $1 and due_at >= $2 and due_at < $2::timestamptz + interval \'1 day\' order by period', [id, `${day}T00:00:00+08`])).rows
  expect(await ofDay('2026-12-02')).toEqual([{ period: '2026-12-02', holder: '' }])
  await change({ holder: 'each' })
  await change({ due: 'day@3x' })
  await makeAhead(server.database, server.clock.now())
  expect(await ofDay('2026-12-02')).toEqual([{ period: '2026-12-02', holder: '' }])
  expect((await ofDay('2026-12-03')).map(({ period }) => period)).toEqual(['2026-12-03/1', '2026-12-03/2', '2026-12-03/3'])
  await change({ active: false })
  await at('2026-12-03T01:00:00Z')
  expect(await ofDay('2026-12-03')).toEqual([]) // not open yet when it was switched off
  await change({}) // nothing stands today: it is owed today
  expect(await ofDay('2026-12-03')).toEqual([{ period: '2026-12-03', holder: '' }])
})

test('who acknowledged the wrong thing takes it back: that day, or until a meeting has spoken of the duty; what he said stays', async () => {
  await at('2026-12-03T02:00:00Z') // what is past its end becomes missed
  await at('2026-12-03T02:05:00Z')
  const rows = async (group: string) => (done(await as('stm').get(`/duties/supervision?limit=200&group=${group}`))['rows'] as SupervisedRow[])
  const called = done(await as('stm').post('/meetings', { kind: 'front-desk-morning', at: '2026-12-03T02:30:00Z', placeName: '前台' }))
  const meeting = done(await as('stm').get(`/meetings/${String(called['id'])}`)) as { version: number; items: { kind: string; subject: string }[] }
  const missed = (await rows('owed')).filter(({ status, dueAt }) => status === 'missed' && dueAt.startsWith('2026-12-02'))
  const other = missed.find(({ dutyId }) => meeting.items.some(({ subject }) => subject === dutyId))
  const one = missed.find(({ dutyId }) => dutyId !== other?.dutyId)
  const acknowledge = async (row: SupervisedRow | undefined, action: string) => String(done(await as('stm').post(`/duties/instances/${String(row?.id)}/acknowledgement`, { action, note: '看错了行' }))['id'])
  const back = (id: string, login = 'stm', reason = '点错了') => as(login).post(`/duties/acknowledgements/${id}/take-back`, { reason })
  const [excused, talked] = [await acknowledge(one, 'excused'), await acknowledge(other, 'talked')]
  expect(done(await as('stm').get(`/duties/instances/${String(one?.id)}`))['status']).toBe('excused')
  expect(code(await back(talked, 'gm'))).toBe('duties.not-your-word')
  // Excused it stays to be seen, with who said so, when and why.
  expect((await rows('others')).find(({ id }) => id === one?.id)).toMatchObject({ status: 'excused', acknowledgements: [{ action: 'excused', personName: 'SH1 STM', note: '看错了行', mayTakeBack: true }] })
  const behind = async () => (done(await as('stm').get('/duties/board/duties?from=2026-12-02&to=2026-12-02&by=duty&faults=no&limit=200'))['rows'] as { id: string; excused: unknown }[]).find(({ id }) => id === one?.id)?.excused
  expect(await behind()).toEqual({ personName: 'SH1 STM', at: '2026-12-03T02:05:00.000Z', note: '看错了行' })
  expect((await back(excused, 'b-stm')).status).toBe(404)
  const answers = await Promise.all([back(excused), back(excused)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
  expect(answers.map(code)).toContain('duties.taken-back')
  expect(done(await as('stm').get(`/duties/instances/${String(one?.id)}`))).toMatchObject({ status: 'missed', closedAt: one?.closedAt })
  expect(await behind()).toBeNull()
  // Who might excuse it himself takes an excuse of somebody else back.
  const again = await acknowledge(one, 'excused')
  done(await back(again, 'gm', '理由不成立'))
  expect((await rows('owed')).find(({ id }) => id === one?.id)?.acknowledgements.at(-1)).toMatchObject({ takenBack: { reason: '理由不成立', personName: 'SH1 GM' } })
  expect((await rows('owed')).find(({ id }) => id === one?.id)?.acknowledgements.slice(0, 1)).toMatchObject([{ note: '看错了行', takenBack: { reason: '点错了' }, mayTakeBack: false }])
  const sought = async (find: string) => (done(await as('stm').get(`/duties/supervision?limit=200&find=${encodeURIComponent(find)}`))['rows'] as SupervisedRow[]).map(({ dutyId }) => dutyId)
  expect(new Set(await sought(String(one?.dutyId).toLowerCase()))).toEqual(new Set([one?.dutyId]))
  const meetingsWith = async (find: string) => done(await as('stm').get(`/meetings?group=all&find=${encodeURIComponent(find)}`))['rows'] as { id: string }[]
  expect([await sought('没有这样的职责'), await meetingsWith('没有这样的会'), (await meetingsWith(String(other?.dutyId))).map(({ id }) => id)]).toEqual([[], [], [called['id']]])
  const theOther = async () => (await rows('others')).find(({ id }) => id === other?.id)?.acknowledgements
  await at('2026-12-04T02:00:00Z')
  expect(await theOther()).toMatchObject([{ takenBack: null, mayTakeBack: true }]) // called, and not held yet
  done(await as('stm').post(`/meetings/${String(called['id'])}/beginning`, { version: meeting.version }))
  expect(code(await back(talked))).toBe('duties.read-in-meeting')
  expect(await theOther()).toMatchObject([{ mayTakeBack: false }])
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('several debts are followed up with one word: all or none, each with its own row in the audit', async () => {
  const owed = async () => done(await as('stm').get('/duties/supervision?limit=200&group=owed')) as unknown as { rows: SupervisedRow[]; debt: number }
  const before = await owed()
  const rows = before.rows.filter(({ status, position }) => status === 'missed' && position === 'FDS').slice(0, 3)
  const instanceIds = rows.map(({ id }) => id)
  const say = (ids: readonly string[], login = 'stm', action = 'talked', note = '周会上一并谈过') => as(login).post('/duties/acknowledgements', { instanceIds: ids, action, note })
  expect(instanceIds).toHaveLength(3)
  expect((await say(instanceIds, 'sad')).status).toBe(403)
  expect(code(await say(instanceIds, 'wss'))).toBe('duties.several-not-supervised')
  expect(code(await say(instanceIds, 'fds'))).toBe('duties.several-own')
  expect((await say([...instanceIds, '00000000-0000-7000-8000-000000000000'])).status).toBe(404)
  const { rows: [closed] } = await server.owner.query<{ id: string; dutyId: string }>("select id, duty_id as \"dutyId\" from duties.instance where store_id = $1 and position = 'FDS' and status = 'nothing' limit 1", [server.storeId])
  const refused = await say([...instanceIds, String(closed?.id)])
  expect([code(refused), JSON.stringify(refused.body).includes(String(closed?.dutyId))]).toEqual(['duties.several-nothing-overdue', true])
  expect(code(await say(instanceIds, 'stm', 'talked', ' '))).toBe('duties.words-missing')
  expect((await owed()).debt).toBe(before.debt) // none of them was followed up
  expect(done(await say([...instanceIds, ...instanceIds]))).toEqual({ count: 3 })
  expect((await owed()).debt).toBe(before.debt - 3)
  const audited = await server.owner.query<{ id: string }>("select subject_id as id from platform.audit where subject_id = any($1::uuid[]) and after ->> 'note' = '周会上一并谈过'", [instanceIds])
  expect(new Set(audited.rows.map(({ id }) => id))).toEqual(new Set(instanceIds))
  expect(audited.rows).toHaveLength(3)
})

test('where there was nothing to do a duty ends so at its deadline, and in no rate', async () => {
  const { rows } = await server.owner.query<{ status: string }>("select distinct status from duties.instance where store_id = $1 and duty_id = 'FDS-2.4' and due_at < $2 and due_at >= '2026-11-24T00:00:00Z'", [server.storeId, server.clock.now()])
  expect(rows).toEqual([{ status: 'nothing' }]) // no car came with an appointment
  // Nor were parts handed out, asked for or received, nor did anybody complain: none of these is counted as reached.
  const quiet = await server.owner.query<{ duty: string; statuses: string }>(`select duty_id as duty, string_agg(distinct status, ' ') as statuses from duties.instance where store_id = $1 and due_at < $2 and due_at >= '2026-11-24T00:00:00Z'
    and duty_id in ('PTS-3.1', 'PTS-3.2', 'PTS-3.3', 'PTS-5.1', 'STM-4.7', 'STM-5.4', 'STM-6.4', 'PPL-1.2', 'PPL-5.1', 'PPL-5.2', 'PPL-6.2') and status <> 'open' group by 1`, [server.storeId, server.clock.now()])
  expect(quiet.rows.filter(({ statuses }) => statuses !== 'nothing')).toEqual([])
  expect(quiet.rows).toHaveLength(11)
  const board = done(await as('stm').get('/duties/board?from=2026-11-24&to=2026-12-02&by=duty')) as unknown as { rows: { key: string; done: number; byData: number; rate: number | null }[] }
  expect(board.rows.find(({ key }) => key === 'FDS-2.4')).toMatchObject({ done: 0, byData: 0, rate: null })
  const { now, late } = done(await as('fds').get('/duties/today')) as unknown as Today
  expect([...late, ...now].find(({ dutyId }) => dutyId === 'FDS-2.4')).toMatchObject({ status: 'open', figure: { met: true, nothing: true } }) // something may still turn up today
})

test('the board has a line of the whole store for any days, and behind it stand all of its duties', async () => {
  const span = 'from=2026-11-24&to=2026-12-02'
  const board = async (by: string) => done(await as('stm').get(`/duties/board?${span}&by=${by}`)) as unknown as { rows: { missed: number; late: number }[]; total: { missed: number; late: number } }
  const [byPosition, byWeek] = [await board('position'), await board('week')]
  expect(byPosition.total).toEqual(byWeek.total)
  expect(byPosition.total.missed).toBe(byPosition.rows.reduce((sum, { missed }) => sum + missed, 0))
  const { rows: [all] } = await server.owner.query<{ count: number }>("select count(*)::int as count from duties.instance where store_id = $1 and status in ('late', 'missed') and due_at >= '2026-11-23T16:00:00Z' and due_at < '2026-12-02T16:00:00Z'", [server.storeId])
  expect(byPosition.total.missed + byPosition.total.late).toBe(all?.count)
  let [behind, after]: [number, string | null] = [0, '']
  while (after !== null) {
    const page = done(await as('stm').get(`/duties/board/duties?${span}&limit=200${after === '' ? '' : `&after=${after}`}`)) as { rows: unknown[]; next: string | null }
    behind += page.rows.length
    after = page.next
  }
  expect(behind).toBe(all?.count)

  // The day goes on: what is past its deadline and open still is in no rate, and stands beside it.
  await at('2026-12-05T08:00:00Z')
  await makeAhead(server.database, server.clock.now())
  await at('2026-12-05T10:00:00Z')
  const today = async <Answer>(path: string) => done(await as('stm').get(`/duties/board${path}from=2026-12-05&to=2026-12-05&by=position`)) as unknown as Answer
  const { rows, total } = await today<{ rows: { key: string; overdue: number }[]; total: { overdue: number; missed: number } }>('?')
  const { rows: open } = await server.owner.query<{ position: string; count: number }>("select position, count(*)::int as count from duties.instance where store_id = $1 and status = 'open' and due_at >= '2026-12-04T16:00:00Z' and due_at < $2 group by 1 order by 1", [server.storeId, server.clock.now()])
  expect(open.length).toBeGreaterThan(5)
  expect(rows.filter(({ overdue }) => overdue > 0).map(({ key: position, overdue: count }) => ({ position, count })).toSorted((a, b) => a.position.localeCompare(b.position))).toEqual(open)
  expect(total.overdue).toBe(open.reduce((sum, { count }) => sum + count, 0))
  const [first] = open
  expect((await today<{ rows: { status: string }[] }>(`/duties?key=${first?.position ?? ''}&limit=200&`)).rows.filter(({ status }) => status === 'open')).toHaveLength(first?.count ?? 0)
})

test('whom a task is given to is told, by name or by position; who gave it is not', async () => {
  const give = (position: string, words: string) => as('stm').post('/tasks', { words, position, ownerId: null, dueAt: new Date(server.clock.now().getTime() + 86_400_000).toISOString(), photoNeeded: false })
  const { id, number } = done(await give('FDS', '把晨会白板换新'))
  const told = async (login: string) => done(await as(login).get('/notices?kind=task-given'))['rows'] as { path: string; facts: Record<string, string> }[]
  expect(await told('fds')).toMatchObject([{ path: `/tasks/${String(id)}`, facts: { number, subject: ' · 把晨会白板换新' } }])
  expect([(await told('stm')).length, (await told('sad')).length, (await told('b-fds')).length]).toEqual([0, 0, 0])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPack, makeAhead, settleAll } from '../modules/duties/public.ts'
import type { InstanceRow, SupervisedRow, Today } from '../modules/duties/contract.ts'
import { invariants } from './modules.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { receivedCar } from './testing/ready-car.ts'
import { done } from './testing/said.ts'
import { brokenInvariants, signature, type Masters } from './testing/furnished.ts'
import { signedIn, type Caller, type TestServer } from './testing/test-server.ts'

// The job manual at work: made ahead once, closed by data, record or checklist, missed, supervised. The store's day is Monday 23 November 2026, ten o'clock.
const people = ['sad', 'fds', 'stm', 'gm', 'tec', 'pts', 'csh', 'b-sad']
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(people))
  await loadPack(server.database)
  await makeAhead(server.database, server.clock.now())
}, 60_000)
afterAll(() => server.drop())

const today = async (login: string): Promise<Today> => done(await as(login).get('/duties/today')) as unknown as Today
const mine = async (login: string, dutyId: string, part: 'late' | 'now' | 'next' | 'over' = 'now'): Promise<InstanceRow> => {
  const row = (await today(login))[part].find((known) => known.dutyId === dutyId)
  if (row === undefined) throw new Error(`${login} has no ${dutyId} in ${part}`)
  return row
}
/** Another moment; sessions end by it, so everybody signs in anew. */
const at = async (moment: string): Promise<void> => {
  server.clock = { now: () => new Date(moment) }
  as = await signedIn(server, people)
}

test('what a day owes is made once, however often the job runs, two at a time; what had passed when it began is not owed', async () => {
  expect(await makeAhead(server.database, server.clock.now())).toBe(0)
  await Promise.all([1, 2].map(() => makeAhead(server.database, new Date('2026-11-24T00:00:00Z'))))
  expect(await makeAhead(server.database, new Date('2026-11-24T00:00:00Z'))).toBe(0)
  const { now, late } = await today('fds')
  expect(late).toEqual([])
  expect(now.map(({ dutyId }) => dutyId)).toEqual(expect.arrayContaining(['FDS-1.1', 'FDS-2.5', 'FDS-2.7', 'FDS-3.3']))
  expect(now.some(({ dutyId }) => dutyId === 'FDS-2.1')).toBe(false) // due before opening
})

test('a record closes a duty once; of two at the same moment one', async () => {
  const { id, version } = await mine('stm', 'STM-6.3')
  expect((await as('stm').post(`/duties/instances/${id}/record`, { version, words: '' })).body['code']).toBe('duties.words-missing')
  const answers = await Promise.all([1, 2].map(() => as('stm').post(`/duties/instances/${id}/record`, { version, words: '拜访平安业务员，谈送修' })))
  expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
  // Done ahead of its day: it is among what is done today, not tomorrow, and again on the day it was due.
  const { dueAt } = await mine('stm', 'STM-6.3', 'over')
  const isOver = async (): Promise<boolean> => (await today('stm')).over.some((row) => row.id === id)
  await at('2026-11-24T02:00:00Z')
  expect(await isOver()).toBe(false)
  await at(`${dueAt.slice(0, 10)}T02:00:00Z`)
  expect([dueAt.slice(0, 10) > '2026-11-24', await isOver()]).toEqual([true, true])
  await at('2026-11-23T02:00:00Z')
  expect(done(await as('stm').get(`/duties/instances/${id}`))).toMatchObject({ status: 'done', closedByName: 'SH1 STM', evidence: { kind: 'record', words: '拜访平安业务员，谈送修' } })
})

test("nobody closes what is not his, or what data proves", async () => {
  const sad = await mine('sad', 'SAD-3.1')
  expect((await as('fds').post(`/duties/instances/${sad.id}/record`, { version: 1, words: 'x' })).status).toBe(404)
  expect((await as('b-sad').post(`/duties/instances/${sad.id}/record`, { version: 1, words: 'x' })).status).toBe(404)
  const proved = await mine('stm', 'STM-4.9')
  expect((await as('stm').post(`/duties/instances/${proved.id}/record`, { version: 1, words: 'x' })).body['code']).toBe('duties.proved-by-data')
})

test('a checklist is signed point by point; what failed is a task until it passes again', async () => {
  const first = await mine('fds', 'FDS-1.1')
  const points = (first.checklist?.points ?? []).map(({ id: point }) => ({ point, result: 'pass', note: '' }))
  const sign = (row: InstanceRow, answers: unknown[]) => as('fds').post(`/duties/instances/${row.id}/checklist`, { version: row.version, points: answers })
  expect((await sign(first, points.slice(1))).body['code']).toBe('duties.points-open')
  const failed = points.map((answer) => (answer.point === 'floor' ? { ...answer, result: 'fail', note: '门口有水渍' } : answer))
  expect(done(await sign(first, failed))).toMatchObject({ tasksOpened: 1, tasksClosed: 0 })
  expect((await today('fds')).tasks).toMatchObject([{ point: 'floor', note: '门口有水渍' }])
  const second = await mine('fds', 'FDS-1.1')
  expect(done(await sign(second, points))).toMatchObject({ tasksOpened: 0, tasksClosed: 1 })
  expect((await today('fds')).tasks).toEqual([])
  const third = await mine('fds', 'FDS-1.1')
  expect(done(await sign(third, failed))).toMatchObject({ tasksOpened: 1 })
  const [{ id: taskId } = { id: '' }] = (await today('fds')).tasks
  const seen = (login: string, words: string) => as(login).post(`/duties/tasks/${taskId}/seen`, { seen: words })
  expect((await seen('csh', '拖干了')).status).toBe(404) // not of his position
  expect((await seen('fds', '')).status).toBe(400)
  const answers = await Promise.all([seen('fds', '已拖干，放了防滑垫'), seen('fds', '已拖干')])
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 422])
  expect(answers.find(({ status }) => status === 422)?.body['code']).toBe('duties.task-closed')
  expect((await today('fds')).tasks).toEqual([])
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('a duty that asks for a photo is not closed without one', async () => {
  await at('2026-11-27T02:00:00Z')
  await makeAhead(server.database, server.clock.now())
  const row = await mine('fds', 'FDS-1.2')
  const points = (row.checklist?.points ?? []).map(({ id: point }) => ({ point, result: 'pass', note: '' }))
  expect((await as('fds').post(`/duties/instances/${row.id}/checklist`, { version: row.version, points })).body['code']).toBe('duties.photo-missing')
  await at('2026-11-23T02:00:00Z')
})

test("a finding at the car makes the advisor's duty in its own transaction, and the customer's answer closes it", async () => {
  const { id, version } = await receivedCar(as('sad'))
  const added = done(await as('sad').post(`/repair-orders/${id}/lines`, { version, lines: [{ kind: 'labour', operationId: masters.operations[0]?.id, payer: 'customer' }] }))
  const promisedAt = new Date(server.clock.now().getTime() + 6 * 3_600_000).toISOString()
  done(await as('sad').post(`/repair-orders/${id}/authorisation`, { version: added['version'], promisedAt, phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature }))
  const work = done(await as('tec').post(`/repair-orders/${id}/added-work`, { findings: '前制动片剩 2 毫米', urgency: 'safety' }))
  const owed = await mine('sad', 'SAD-1.7.3')
  expect(owed).toMatchObject({ dueAt: new Date(server.clock.now().getTime() + 3_600_000).toISOString(), figure: { figure: 0, target: 1, met: false }, page: '/repair-orders' })
  await settleAll(server.database, server.clock.now())
  expect((await mine('sad', 'SAD-1.7.3')).id).toBe(owed.id)
  done(await as('sad').post(`/added-work/${String(work['id'])}/withdraw`, { version: 1, reason: '看错了' }))
  await settleAll(server.database, server.clock.now())
  expect(await mine('sad', 'SAD-1.7.3', 'over')).toMatchObject({ status: 'done', closedByName: '', evidence: { kind: 'auto', figure: 1, target: 1, references: [`/repair-orders/${id}`] } })
  expect((await today('sad')).standing.find(({ dutyId }) => dutyId === 'SAD-1.2')).toMatchObject({ met: true, figure: 1, target: 1 })
})

test('an event that the product cannot see yet is reported by hand and makes its duties with their deadlines', async () => {
  expect(done(await as('stm').post('/duties/events', { event: 'notice.received', subject: '技术通报 12 号', happenedAt: '2026-11-23T02:00:00Z' }))).toEqual({ made: 2 })
  expect(await mine('stm', 'STM-8.1')).toMatchObject({ subjectName: '技术通报 12 号', dueAt: '2026-11-24T09:30:00.000Z' })
  expect((await as('stm').post('/duties/events', { event: 'nobody.waits', subject: 'x', happenedAt: '2026-11-23T02:00:00Z' })).body['code']).toBe('duties.event-makes-nothing')
  expect((await as('csh').post('/duties/events', { event: 'notice.received', subject: 'x', happenedAt: '2026-11-23T02:00:00Z' })).status).toBe(403)
})

test('late, then missed, explained; its supervisor sees it at once, the superior later; what he does not follow up is his debt', async () => {
  await at('2026-11-23T10:00:00Z') // half an hour after closing
  const late = await mine('sad', 'SAD-2.1', 'late')
  const supervised = async (login: string) => done(await as(login).get('/duties/supervision')) as unknown as { rows: SupervisedRow[]; debt: number }
  expect((await supervised('fds')).rows.find(({ id }) => id === late.id)).toMatchObject({ level: 0, mine: false, status: 'open' })
  expect((await supervised('gm')).rows.some(({ id }) => id === late.id)).toBe(false)
  await at('2026-11-23T16:00:00Z')
  const told = async () => (await server.owner.query("select 1 from platform.outbox where event = 'duty.settled'")).rowCount
  const before = await told()
  await settleAll(server.database, server.clock.now())
  expect(await told()).toBe((before ?? 0) + 2) // once in each of the two stores, whatever ended there: open pages read again
  await settleAll(server.database, server.clock.now())
  expect(await told()).toBe((before ?? 0) + 2)
  const [missed] = (await today('sad')).missed.filter(({ id }) => id === late.id)
  expect(missed).toMatchObject({ status: 'missed', evidence: null })
  expect((await as('sad').post(`/duties/instances/${late.id}/record`, { version: missed?.version, words: '补做' })).body['code']).toBe('duties.over')
  done(await as('sad').post(`/duties/instances/${late.id}/explanation`, { version: missed?.version, words: '送客户去机场' }))
  const { debt } = await supervised('fds')
  done(await as('fds').post(`/duties/instances/${late.id}/acknowledgement`, { action: 'talked', note: '请同事代做' }))
  expect((await supervised('fds')).debt).toBe(debt - 1)
  expect((await as('sad').post(`/duties/instances/${late.id}/acknowledgement`, { action: 'talked', note: 'x' })).status).toBe(403)
  expect((await as('pts').post(`/duties/instances/${late.id}/acknowledgement`, { action: 'talked', note: 'x' })).body['code']).toBe('duties.not-supervised')
  await at('2026-11-25T08:00:00Z') // seventeen and a half hours of opening later it has climbed to the top
  expect((await supervised('gm')).rows.find(({ id }) => id === late.id)).toMatchObject({ level: 3, acknowledgements: [{ action: 'talked', note: '请同事代做' }] })
  done(await as('stm').post(`/duties/instances/${late.id}/acknowledgement`, { action: 'excused', note: '店里派车' }))
  expect(done(await as('fds').get(`/duties/instances/${late.id}`))).toMatchObject({ status: 'excused', explanation: '送客户去机场' })
  expect(await brokenInvariants(server, invariants)).toEqual([])
  await at('2026-11-24T02:00:00Z')
})

test('what a supervisor has not followed up comes first, the newest on top; what he has stands apart; no more of it hides what is new', async () => {
  await at('2026-11-25T08:00:00Z')
  const page = async (query: string) => done(await as('gm').get(`/duties/supervision?${query}`)) as unknown as { rows: SupervisedRow[]; next: string | null; debt: number; others: number; positions: { position: string; owed: number; others: number }[] }
  const first = await page('limit=2')
  expect(first.rows).toHaveLength(2)
  expect(first.positions.reduce((all, { owed }) => all + owed, 0)).toBe(first.debt)
  const second = await page(`limit=2&after=${first.next ?? ''}`)
  const order = [...first.rows, ...second.rows].map(({ dueAt }) => dueAt)
  expect(order).toEqual(order.toSorted().toReversed())
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(4)
  const [newest] = first.rows
  done(await as('gm').post(`/duties/instances/${newest?.id ?? ''}/acknowledgement`, { action: 'talked', note: '在早会上谈过此事' }))
  const after = await page('limit=2')
  expect([after.debt, after.others]).toEqual([first.debt - 1, first.others + 1])
  expect(after.rows.some(({ id }) => id === newest?.id)).toBe(false)
  expect((await page('group=others')).rows.some(({ id, mine: own }) => id === newest?.id && own)).toBe(true)
  expect((await page(`group=others&find=${encodeURIComponent('早会上谈过')}`)).rows.map(({ id }) => id)).toEqual([newest?.id])
  const [{ position } = { position: '' }] = first.positions
  expect((await page(`position=${position}`)).rows.every((row) => row.position === position)).toBe(true)
  // Six hundred older ones, more than anybody reads: the newest is still the first.
  await server.owner.query(`insert into duties.instance (store_id, id, duty_id, period, position, opens_at, due_at, closes_at, closed_at, status)
    select store_id, gen_random_uuid(), duty_id, 'old-' || n, position, due_at - interval '9 days', due_at - interval '9 days' + interval '1 minute', due_at - interval '8 days', due_at - interval '8 days', 'missed' from duties.instance, generate_series(1, 600) n where id = $1`, [newest?.id])
  const many = await page('limit=2')
  expect(many.rows).toEqual(after.rows)
  expect(many.debt).toBe(after.debt + 600)
  await server.owner.query("delete from duties.instance where period like 'old-%'")
  await at('2026-11-24T02:00:00Z')
})

test('an edit changes what is not yet open, keeps its history, and an upgrade of the pack leaves it alone', async () => {
  const duty = async () => (done(await as('stm').get('/duties/manual'))['rows'] as { id: string; due: string; version: number; edited: boolean; closedBy: string }[])
  const before = (await duty()).find(({ id }) => id === 'FDS-2.6')
  const wish = { due: 'FREQ=WEEKLY;BYDAY=WE', watch: ['TEC'], holder: 'position', graceMinutes: 60, move: 'after', active: true, reason: '本店每周一次' }
  expect((await as('stm').post('/duties/manual/FDS-2.6', { ...wish, due: 'every day', version: before?.version })).body['code']).toBe('duties.deadline-unreadable')
  expect((await as('stm').post('/duties/manual/FDS-2.6', { ...wish, watch: ['XYZ'], version: before?.version })).body['code']).toBe('duties.nobody-so-called')
  done(await as('stm').post('/duties/manual/FDS-2.6', { ...wish, version: before?.version }))
  expect((await as('stm').post('/duties/manual/FDS-2.6', { ...wish, version: before?.version })).status).toBe(409)
  expect((await mine('fds', 'FDS-2.6')).period).toBe('2026-11-24') // open already: it stays
  await loadPack(server.database)
  expect((await duty()).find(({ id }) => id === 'FDS-2.6')).toMatchObject({ due: 'FREQ=WEEKLY;BYDAY=WE', edited: true })
  await at('2026-11-26T02:00:00Z')
  expect((await today('fds')).now.some(({ dutyId }) => dutyId === 'FDS-2.6')).toBe(false)
  await at('2026-11-24T02:00:00Z')
  expect(done(await as('stm').get('/duties/manual/FDS-2.6/changes'))['rows']).toMatchObject([{ reason: '本店每周一次', before: { due: 'day' }, after: { due: 'FREQ=WEEKLY;BYDAY=WE' } }])
  expect((await duty())).toHaveLength(260)
})

test('a store asks for another proof where none is by data: what is there already keeps its own, the history names both', async () => {
  const manual = async (id: string) => (done(await as('stm').get('/duties/manual'))['rows'] as { id: string; version: number; due: string; watch: string[]; holder: string; graceMinutes: number; move: string; active: boolean; proof: unknown[] }[]).find((row) => row.id === id)
  const edit = async (dutyId: string, proof: unknown) => {
    const { due, watch, holder, graceMinutes, move, active, version } = await manual(dutyId) ?? {}
    return as('stm').post(`/duties/manual/${dutyId}`, { due, watch, holder, graceMinutes, move, active, version, proof, reason: '改用检查表' })
  }
  const list = { kind: 'check', code: 'front-desk 5S', photo: true }
  expect((await edit('FDS-2.5', list)).body['code']).toBe('duties.proved-by-data')
  expect((await edit('FDS-4.1', { ...list, code: 'nowhere' })).body['code']).toBe('duties.file.no-checklist')
  const asked = (await mine('fds', 'FDS-4.1', 'late')).proof
  done(await edit('FDS-4.1', list))
  expect(await mine('fds', 'FDS-4.1', 'late')).toMatchObject({ proof: asked, checklist: null, photoNeeded: false })
  await at('2026-11-25T02:00:00Z')
  const next = (await today('fds')).late.find(({ dutyId, period }) => dutyId === 'FDS-4.1' && period === '2026-11-25')
  expect(next).toMatchObject({ checklist: { code: 'front-desk 5S' }, photoNeeded: true })
  await at('2026-11-24T02:00:00Z')
  expect(done(await as('stm').get('/duties/manual/FDS-4.1/changes'))['rows']).toMatchObject([{ before: { proof: asked }, after: { proof: [{ kind: 'check', code: 'front-desk 5S' }, { kind: 'photo' }] } }])
  done(await edit('FDS-4.1', { kind: 'record', zh: '登记簿', en: 'the book', photo: false }))
  expect((await manual('FDS-4.1'))?.proof).toEqual([{ kind: 'record', zh: '登记簿', en: 'the book' }])
})

test('a position that nobody holds falls to its superior', async () => {
  const inf = (await today('stm')).now.filter(({ position }) => position === 'INF').map(({ dutyId }) => dutyId)
  expect(inf).toContain('INF-2.6') // nobody is information clerk in this store
})

test('three cars a day are audited, every advisor in turn; what failed stays with him until a later audit passes it', async () => {
  const audits = async () => done(await as('fds').get('/duties/audits')) as unknown as { next: { orderId: string; advisorName: string }[]; points: { id: string }[]; findings: { point: string }[]; done: unknown[] }
  const cars = [await receivedCar(as('sad')), await receivedCar(as('sad')), await receivedCar(as('stm'))]
  const { next, points } = await audits()
  expect(new Set(next.map(({ advisorName }) => advisorName))).toEqual(new Set(['SH1 SAD', 'SH1 STM']))
  const answers = (failing: string | null) => points.map(({ id: point }) => ({ point, result: point === failing ? 'fail' : 'pass', note: point === failing ? '客户自己找人' : '' }))
  const audit = (index: number, failing: string | null, login = 'fds') => as(login).post('/duties/audits', { orderId: cars[index]?.id, points: answers(failing) })
  expect((await audit(0, null, 'sad')).status).toBe(403)
  expect((await audit(2, null, 'stm')).body['code']).toBe('duties.own-car')
  expect((await as('fds').post('/duties/audits', { orderId: cars[0]?.id, points: answers(null).slice(1) })).body['code']).toBe('duties.points-open')
  expect(done(await audit(0, 'greeted'))).toMatchObject({ failed: 1 })
  expect((await audit(0, null)).status).toBe(404)
  expect((await today('sad')).findings).toMatchObject([{ point: 'greeted', note: '客户自己找人' }])
  expect((await mine('fds', 'FDS-2.5')).figure).toEqual({ figure: 1, target: 3, met: false, nothing: false })
  done(await audit(1, null))
  expect((await today('sad')).findings).toEqual([])
  done(await audit(2, null))
  await settleAll(server.database, new Date(server.clock.now().getTime() + 1))
  expect(await mine('fds', 'FDS-2.5', 'over')).toMatchObject({ status: 'done', evidence: { kind: 'auto', figure: 3, target: 3 } })
})

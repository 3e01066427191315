import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InstanceRow, Today } from '../modules/duties/contract.ts'
import { headerOf } from '../modules/duties/domain/pack-table.ts'
import { packFields } from '../modules/duties/domain/pack-file.ts'
import { loadPack, makeAhead, settleAll } from '../modules/duties/public.ts'
import { xlsxWriter } from '../platform/sheets/write-xlsx.ts'
import { invariants } from './modules.ts'
import { brokenInvariants } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { code, done } from './testing/said.ts'
import { signedIn, type Caller, type TestServer } from './testing/test-server.ts'

// A dealership's own manual from Excel and YAML, its own checklists, and the trend. It is Monday 23 November 2026, ten o'clock.
const people = ['stm', 'fds', 'sad', 'csh', 'b-stm', 'b-fds']
let server: TestServer
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, as } = await furnishedServer(people))
  await loadPack(server.database)
  await makeAhead(server.database, server.clock.now())
}, 60_000)
afterAll(() => server.drop())

type Row = { id: string; verdict: string; changes: string[]; findings: { at: string; code: string; facts: Record<string, unknown> }[] }
type Preview = { id: string; version: number; rows: Row[]; outcome: Record<string, number> }

let key = 0
const send = (bytes: Uint8Array, fileName: string, login = 'stm', pack = 'OWN') => server.ask('POST', `/api/duties/packs/files?${new URLSearchParams({ pack, zh: '本店手册', en: 'Own manual', fileName }).toString()}`, {
  payload: Buffer.from(bytes), headers: { cookie: as(login).cookie, 'content-type': 'application/octet-stream', 'idempotency-key': `own-manual-${String(key += 1)}` },
})
const workbook = (...rows: string[][]): Uint8Array => {
  const writer = xlsxWriter({ name: '手册', headRows: 1, widths: [] })
  writer.add([packFields.map(headerOf), ...rows])
  return writer.end()
}
const preview = async (bytes: Uint8Array, fileName: string): Promise<Preview> => {
  const { id } = done(await send(bytes, fileName))
  return done(await as('stm').get(`/duties/packs/files/${String(id)}`)) as unknown as Preview
}
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).toSorted((a, b) => a - b)
const take = ({ id, version }: Preview) => as('stm').post(`/duties/packs/files/${id}/take`, { version })
const lounge = ['OWN-1.1', '前台主管', '前台', '巡视休息区', 'Walk through the lounge', 'day', '每人', 'check: 前台 5S', 'SAD', '60', '']
const umbrellas = ['OWN-1.2', 'FDS', '', '盘点雨伞', 'Count umbrellas', 'day', '', 'record: 雨伞数|umbrellas', '', '', '顺延']
const today = async (login: string) => done(await as(login).get('/duties/today')) as unknown as Today
const mine = async (login: string, dutyId: string): Promise<InstanceRow[]> => {
  const { now, late, next } = await today(login)
  return [...late, ...now, ...next].filter((row) => row.dutyId === dutyId)
}

test('a manual comes from Excel: each bad cell is named, the good rows are taken, the same file twice changes nothing', async () => {
  const bad = ['SAD-2.1', '门卫', '', '', 'x', 'sometimes', '', 'auto: FDS-99', '', '', '']
  const file = workbook(['例：OWN-9', 'FDS', '', '例', 'example', 'day', '', 'record', '', '', ''], lounge, umbrellas, bad, ['OWN-1.1', 'FDS', '', '重复', 'twice', 'day', '', 'record', '', '', ''])
  expect((await send(file, 'own.xlsx', 'csh')).status).toBe(403)
  expect(code(await send(file, 'own.xlsx', 'stm', 'FDS'))).toBe('duties.pack-like-position')
  const first = await preview(file, 'own.xlsx')
  expect(first.outcome).toEqual({ new: 2, changed: 0, same: 0, kept: 0, refused: 2, gone: 0 })
  expect(first.rows[2]?.findings.map(({ at, code: why }) => [at, why])).toEqual([
    ['A5', 'duties.file.id-ships'], ['B5', 'duties.nobody-so-called'], ['D5', 'duties.file.empty'], ['F5', 'duties.file.when-unreadable'], ['H5', 'duties.file.no-proof']])
  expect(first.rows[3]?.findings).toMatchObject([{ at: 'A6', code: 'duties.file.twice', facts: { line: 3 } }])
  expect((await as('b-stm').get(`/duties/packs/files/${first.id}`)).status).toBe(404)
  const taken = await Promise.all([1, 2].map(() => take(first)))
  expect(statuses(taken)).toEqual([200, 409])
  expect(code(await as('stm').post(`/duties/packs/files/${first.id}/take`, { version: 2 }))).toBe('duties.file.taken')
  expect((await mine('fds', 'OWN-1.1'))[0]).toMatchObject({ zh: '巡视休息区', checklist: { code: 'front-desk 5S' }, holderName: 'SH1 FDS' })
  expect((await mine('fds', 'OWN-1.2'))[0]).toMatchObject({ checklist: null, holderName: '' })
  expect((await mine('b-fds', 'OWN-1.1'))).toEqual([])
  const again = await preview(file, 'own.xlsx')
  expect(again.outcome).toMatchObject({ new: 0, changed: 0, same: 2, gone: 0 })
  expect(code(await take(again))).toBe('duties.file.all-refused')
  const rows = done(await as('stm').get('/duties/manual'))['rows'] as { id: string; pack: string }[]
  expect(rows.filter(({ pack }) => pack === 'OWN').map(({ id }) => id)).toEqual(['OWN-1.1', 'OWN-1.2'])
})

test('the next edition from YAML is a difference: what is open stays, what a store changed by hand stays, what is gone is made no more', async () => {
  const [open] = await mine('fds', 'OWN-1.1')
  const version = (done(await as('stm').get('/duties/manual'))['rows'] as { id: string; version: number }[]).find(({ id }) => id === 'OWN-1.2')?.version ?? 0
  done(await as('stm').post('/duties/manual/OWN-1.2', { version, due: 'day@open', watch: [], holder: 'position', graceMinutes: 240, move: 'after', active: true, reason: '早上数' }))
  const yaml = `position: FDS
duties:
- {id: OWN-1.1, zh: 巡视休息区与茶水间, en: Walk through the lounge, when: day@close, holder: each, proof: "check(front-desk 5S)", watch: [SAD], grace: 60}
- {id: OWN-1.2, zh: 盘点雨伞和伞架, en: Count umbrellas and stands, when: day, proof: record}
- {id: OWN-1.3, zh: 单据审查完成, en: Review closed, when: "on(order.settled)+P1D", proof: "auto: STM-4.9"}
- {id: OWN-1.4, zh: 甲, en: a, when: "on(moon.full)+P1D", proof: record}
`
  const second = await preview(new TextEncoder().encode(yaml), 'own.yaml')
  expect(second.rows.map(({ id, verdict }) => [id, verdict])).toEqual([['OWN-1.1', 'changed'], ['OWN-1.2', 'kept'], ['OWN-1.3', 'new'], ['OWN-1.4', 'refused']])
  expect(second.rows[0]).toMatchObject({ changes: ['area', 'zh', 'due'], edit: { before: { zh: '巡视休息区' }, after: { zh: '巡视休息区与茶水间', due: 'day@close' } } }) // what it says now, and would say
  expect(second.rows[3]?.findings).toMatchObject([{ at: 'when (6)', code: 'duties.file.event-unknown' }])
  expect(done(await take(second))).toMatchObject({ edition: 2 })
  expect((await mine('fds', 'OWN-1.1')).find(({ id }) => id === open?.id)).toMatchObject({ dueAt: open?.dueAt, version: open?.version })
  const third = await preview(new TextEncoder().encode(yaml.replace(/- .id: OWN-1.1.*\n/, '')), 'own.yml')
  expect(third.rows.find(({ verdict }) => verdict === 'gone')).toMatchObject({ id: 'OWN-1.1' })
  done(await take(third))
  expect((await mine('fds', 'OWN-1.1')).map(({ id }) => id)).toEqual([open?.id])
  expect(done(await as('stm').get('/duties/manual/OWN-1.1/changes'))['rows']).toMatchObject([{ after: { active: false } }, { before: { zh: '巡视休息区' }, after: { zh: '巡视休息区与茶水间' } }]) // a title too
  expect(code(await send(new TextEncoder().encode('a: &x [1]\nduties: [*x, *x]'), 'x.yaml'))).toBe('duties.file.yaml-unreadable')
  expect(code(await send(new TextEncoder().encode('编号,岗位\nOWN-1,FDS'), 'x.csv'))).toBe('duties.file.no-header')
  expect(code(await send(Uint8Array.of(0x25, 0x50, 0x44, 0x46), 'x.xlsx'))).toBe('platform.file-not-a-table')
})

test('a manual is switched off as a whole: what is open stays to be done, tomorrow owes nothing of it; on again it does', async () => {
  const pack = async () => (done(await as('stm').get('/duties/packs'))['rows'] as { id: string; version: number; active: boolean; duties: number }[])[0]
  const seen = await pack()
  expect(seen).toMatchObject({ id: 'OWN', active: true, duties: 2 })
  const turn = (version: number, active: boolean) => as('stm').post('/duties/packs/OWN/switch', { version, active, reason: '试行结束' })
  expect(code(await turn(seen?.version ?? 0, true))).toBe('duties.pack-so-already')
  done(await turn(seen?.version ?? 0, false))
  expect((await turn(seen?.version ?? 0, true)).status).toBe(409)
  expect((await mine('fds', 'OWN-1.2')).map(({ period }) => period)).toEqual(['2026-11-23'])
  const rows = done(await as('stm').get('/duties/manual'))['rows'] as { id: string; withdrawn: string | null }[]
  expect(Object.fromEntries(rows.filter(({ id }) => id.startsWith('OWN')).map(({ id, withdrawn }) => [id, withdrawn]))).toEqual({ 'OWN-1.1': 'gone', 'OWN-1.2': 'off', 'OWN-1.3': 'off' })
  expect(done(await turn((seen?.version ?? 0) + 1, true))).toMatchObject({ made: 7 }) // a week of mornings
})

test('a checklist is changed: the next signature answers it as it is now, the last one keeps its points; a failed point is not retired', async () => {
  type List = { code: string; version: number; zh: string; en: string; points: { id: string; zh: string; en: string; photo: boolean; noteOnFail: boolean; retired: boolean }[] }
  const list = async (wanted: string): Promise<List> => {
    const row = (done(await as('stm').get('/duties/checklists'))['rows'] as List[]).find(({ code: of }) => of === wanted)
    if (row === undefined) throw new Error(`no list ${wanted}`)
    return row
  }
  const edit = ({ code: of, ...body }: List) => as('stm').post(`/duties/checklists/${encodeURIComponent(of)}`, { version: body.version, zh: body.zh, en: body.en, points: body.points, reason: '本店要求' })
  const [row] = await mine('fds', 'FDS-1.1')
  const answers = (points: readonly { id: string }[], failed: string) => points.map(({ id: point }) => ({ point, result: point === failed ? 'fail' : 'pass', note: point === failed ? '有水渍' : '' }))
  const sign = (to: InstanceRow | undefined, points: unknown[]) => as('fds').post(`/duties/instances/${to?.id ?? ''}/checklist`, { version: to?.version, points })
  done(await sign(row, answers(row?.checklist?.points ?? [], 'floor')))
  const before = await list('front-desk 5S')
  const retire = (id: string) => ({ ...before, points: before.points.map((point) => (point.id === id ? { ...point, retired: true } : point)) })
  expect(code(await edit(retire('floor')))).toBe('duties.checklist.point-has-task')
  expect(code(await edit({ ...before, points: before.points.slice(1) }))).toBe('duties.checklist.point-lost')
  const added = { id: null, zh: '绿植浇水', en: 'Plants watered', photo: true, noteOnFail: false, retired: false } as unknown as List['points'][number]
  expect((await as('fds').post('/duties/checklists/front-desk%205S', {})).status).toBe(403)
  const both = await Promise.all([1, 2].map(() => edit({ ...retire('glass'), points: [added, ...retire('glass').points] })))
  expect(statuses(both)).toEqual([200, 409])
  const [next] = await mine('fds', 'FDS-1.1')
  expect(next?.checklist?.points.map(({ id }) => id)).toEqual(['p1', 'floor', 'desks', 'lounge', 'forms', 'washroom'])
  expect(code(await sign(next, answers(next?.checklist?.points ?? [], '')))).toBe('duties.point-photo-missing')
  const none = answers(next?.checklist?.points ?? [], '').map((answer) => (answer.point === 'p1' ? { ...answer, result: 'none' } : answer))
  expect(done(await sign(next, none))).toMatchObject({ tasksClosed: 1 })
  expect(done(await as('fds').get(`/duties/instances/${row?.id ?? ''}`))).toMatchObject({ evidence: { points: [{ point: 'floor', result: 'fail' }, { point: 'desks' }, { point: 'glass' }, { point: 'lounge' }, { point: 'forms' }, { point: 'washroom' }] } })
  expect(done(await as('stm').get('/duties/checklists/front-desk%205S/changes'))['rows']).toMatchObject([{ personName: 'SH1 STM', reason: '本店要求' }])
  const own = { code: 'lounge-round', zh: '休息区巡视', en: 'Lounge round', points: [added], reason: '新增' }
  done(await as('stm').post('/duties/checklists', own))
  expect(code(await as('stm').post('/duties/checklists', own))).toBe('duties.checklist.code-taken')
  expect((await preview(workbook(['OWN-2.1', 'FDS', '', '甲', 'a', 'day', '', 'check: 休息区巡视', '', '', '']), 'own.xlsx')).rows[0]).toMatchObject({ verdict: 'new' })
})

test('the trend counts passes and failures by week, and shows the task behind a failure', async () => {
  const trend = done(await as('stm').get('/duties/trend?weeks=4')) as unknown as { weeks: string[]; groups: { code: string; passed: number; failed: number; points: { checklist: string; point: string; passed: number; failed: number; weeks: { passed: number; failed: number }[] }[] }[] }
  expect(trend.weeks).toEqual(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'])
  const floor = trend.groups.find(({ code: of }) => of === 'front-desk')?.points.find(({ checklist }) => checklist === 'front-desk 5S')
  expect(floor).toMatchObject({ point: 'floor', passed: 1, failed: 1, weeks: [{}, {}, { passed: 0, failed: 0 }, { passed: 1, failed: 1 }] })
  const byList = done(await as('stm').get('/duties/trend?weeks=4&by=checklist')) as unknown as typeof trend
  expect(byList.groups.find(({ code: of }) => of === 'front-desk 5S')?.points[0]).toEqual(floor)
  const failures = async (area: string) => done(await as('stm').get(`/duties/trend/failures?${new URLSearchParams({ weeks: '4', checklist: 'front-desk 5S', point: 'floor', area }).toString()}`))['rows']
  expect([await failures('front-desk'), await failures('workshop')]).toMatchObject([[{ note: '有水渍' }], []])
  expect(done(await as('stm').get(`/duties/trend/failures?${new URLSearchParams({ weeks: '4', checklist: 'front-desk 5S', point: 'floor' }).toString()}`))['rows'])
    .toMatchObject([{ note: '有水渍', personName: 'SH1 FDS', taskClosedByName: 'SH1 FDS' }])
  expect((await as('csh').get('/duties/trend')).status).toBe(403)
  expect((await as('stm').get('/duties/trend/file?weeks=4')).status).toBe(200)
  await settleAll(server.database, server.clock.now())
  server.clock = { now: () => new Date('2026-11-25T02:00:00Z') }
  as = await signedIn(server, people)
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

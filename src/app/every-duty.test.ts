import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idMaker } from '../kernel/ids.ts'
import { addDays, fromWallTime, localDay, startOfDay } from '../kernel/time.ts'
import type { InstanceRow, Today } from '../modules/duties/contract.ts'
import { isSigned } from '../modules/duties/domain/checklists.ts'
import { awaitableEvents } from '../modules/duties/domain/event-names.ts'
import { shippedDuties, type ShippedDuty } from '../modules/duties/domain/default-pack.ts'
import { generateInstances, loadPack, provedDuties } from '../modules/duties/public.ts'
import { hoursOf, type OpeningTimes } from '../modules/organisation/domain/opening.ts'
import { openingTimes } from '../modules/organisation/public.ts'
import { chanceFrom } from './demo/chance.ts'
import { done } from './testing/said.ts'
import { smallPicture } from './testing/small-picture.ts'
import { signedIn, testServer, type Caller, type TestServer } from './testing/test-server.ts'

// Each of the 260 duties of the manual, by its id: it appears for its holder at its time through a whole year, and closes by its proof; what always holds, and what belongs to
// a step, stands as a figure. A duty that falls out of the pack, loses its deadline or its proof fails here. The year is 2026, in Shanghai.
const timeZone = 'Asia/Shanghai'
const [first, last] = ['2026-01-01', '2026-12-31']
const newYear = startOfDay(first, timeZone)
const root = path.join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const logins = [...new Set(shippedDuties.map(({ position }) => position.toLowerCase()))]
const proved = new Set(provedDuties())

type Kind = 'calendar' | 'event' | 'standing'
const kindOf = ({ when }: ShippedDuty): Kind => (when === 'always' || /^on\([^)]*\)$/.test(when) ? 'standing' : when.startsWith('on(') ? 'event' : 'calendar')
const of = (kind: Kind): ShippedDuty[] => shippedDuties.filter((duty) => kindOf(duty) === kind)

type Made = { readonly id: string; readonly dutyId: string; readonly position: string; readonly period: string; readonly holderId: string | null; readonly opensAt: Date; readonly dueAt: Date }
let server: TestServer
let as: (login: string) => Caller
let opening: OpeningTimes
let year: Made[]

const made = async (): Promise<Made[]> => (await server.owner.query<Made>(`
  select id, duty_id as "dutyId", position, period, holder_id as "holderId", opens_at as "opensAt", due_at as "dueAt" from duties.instance where store_id = $1 order by opens_at, duty_id`, [server.storeId])).rows

/** Another moment; sessions end by it, so everybody signs in anew. */
async function itIs(moment: Date): Promise<void> {
  server.clock = { now: () => moment }
  as = await signedIn(server, logins)
}

beforeAll(async () => {
  server = await testServer(['INF'])
  await loadPack(server.database)
  opening = await server.reads('SYS', (reading) => openingTimes(reading, first, addDays(last, 40)))
  const chance = chanceFrom(7)
  const newId = () => idMaker((size) => chance.bytes(size))(newYear)
  await server.database.transaction([server.storeId], (tx) => generateInstances(tx, { id: server.storeId, timeZone }, { now: newYear, days: 366, newId }))
  year = (await made()).filter(({ period }) => period.startsWith('2026'))
  await itIs(new Date('2026-01-06T02:00:00Z')) // a Tuesday, ten o'clock
}, 120_000)
afterAll(() => server.drop())

const days: string[] = []
for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
const isOpen = (day: string): boolean => hoursOf(opening, day) !== null
const weekday = (day: string): string => ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
const dayOfMonth = (day: string): number => Number(day.slice(8))
const lengthOf = (day: string): number => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()

/** Whether a day is one of a monthly rule's days, told day by day: a rule that names the 31st means the last day of a short month. */
function isNamed(day: string, rule: ReadonlyMap<string, string>): boolean {
  const [byDay, byMonthDay] = [rule.get('BYDAY')?.split(','), rule.get('BYMONTHDAY')?.split(',').map(Number)]
  const weekdays = byDay === undefined || byDay.some((named) => named.slice(-2) === weekday(day) && (named.length === 2 || Number(named.slice(0, -2)) === Math.ceil(dayOfMonth(day) / 7)))
  const asDay = (number: number): number => (number < 0 ? lengthOf(day) + 1 + number : Math.min(number, lengthOf(day)))
  const chosen = byMonthDay?.map(asDay)
  if (rule.get('BYSETPOS') === '-1') return chosen !== undefined && dayOfMonth(day) === Math.max(...chosen)
  return weekdays && (chosen === undefined || chosen.includes(dayOfMonth(day)))
}

/** The periods of the year in which a duty is due, counted without the engine. */
function periodsOf({ when }: ShippedDuty): string[] {
  if (when.startsWith('day')) return days.filter(isOpen).flatMap((day) => (when === 'day@3x' ? [1, 2, 3].map((part) => `${day}/${String(part)}`) : [day]))
  const rule = new Map(when.split(';').map((part) => part.split('=') as [string, string]))
  if (rule.has('BYDAY') || rule.has('BYMONTHDAY')) return days.filter((day) => isNamed(day, rule))
  if (rule.get('FREQ') === 'YEARLY') return ['2026']
  if (rule.get('FREQ') === 'MONTHLY') return Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`).filter((_, month) => month % Number(rule.get('INTERVAL') ?? 1) === 0)
  return days.filter((day) => weekday(day) === 'MO')
}

test('the manual has 260 duties, each of one kind', () => {
  expect([shippedDuties.length, new Set(shippedDuties.map(({ id }) => id)).size]).toEqual([260, 260])
  expect([of('calendar').length, of('event').length, of('standing').length]).toEqual([132, 58, 70])
})

test.each(of('calendar').map((duty) => [duty.id, duty.when, duty] as const))('%s appears in each of its periods: %s', (_id, _when, duty) => {
  const own = year.filter(({ dutyId }) => dutyId === duty.id)
  const holder = duty.holder === 'each' ? server.actor(duty.position).personId : null
  expect([...new Set(own.map(({ position, holderId }) => `${position} ${String(holderId)}`))]).toEqual([`${duty.position} ${String(holder)}`])
  const expected = periodsOf(duty)
  const periods = own.map(({ period }) => period).toSorted()
  if (duty.when.startsWith('FREQ=WEEKLY') && !duty.when.includes('BYDAY')) expect(periods.length).toBe(53) // the week of New Year's Day began in the old year
  else expect(periods).toEqual(expected)
  for (const { period, opensAt, dueAt } of own) {
    const day = localDay(dueAt, timeZone)
    const hours = hoursOf(opening, day)
    expect(hours, `${duty.id} ${period} falls on a closed day`).not.toBeNull()
    expect(opensAt.getTime()).toBeLessThan(dueAt.getTime())
    const wall = (moment: string | undefined): number => fromWallTime(`${day}T${moment ?? ''}`, timeZone)?.getTime() ?? 0
    const [opens, closes] = [wall(hours?.opens), wall(hours?.closes)]
    const wished = duty.when === 'day@open' ? opens : duty.when === 'day@close' ? closes + 3_600_000 : closes
    if (duty.when === 'day@3x') expect(dueAt.getTime()).toBe(opens + (closes - opens) * ([0.25, 0.5, 1][Number(period.slice(-1)) - 1] ?? 0))
    else expect([duty.id, period, dueAt.toISOString()]).toEqual([duty.id, period, new Date(wished).toISOString()])
    if (/^\d{4}-\d\d-\d\d$/.test(period) && isOpen(period)) expect(day).toBe(period)
  }
})

test('each duty of an event appears when its event is told, with its span', async () => {
  const at = server.clock.now()
  const later = new Date(at.getTime() + 10 * 86_400_000) // a count is planned ahead
  const told = new Map<string, Date>()
  for (const { when } of of('event')) {
    for (const event of /\(([^)]*)\)/.exec(when)?.[1]?.split('|').map((name) => name.trim().split(' ')[0] ?? '') ?? []) told.set(event, event === 'count.planned' ? later : at)
  }
  for (const [event, happenedAt] of told) done(await as('stm').post('/duties/events', { event, subject: `${event} 1`, happenedAt: happenedAt.toISOString() }))
  const rows = (await made()).filter(({ period }) => !period.startsWith('20'))
  for (const duty of of('event')) {
    const own = rows.filter(({ dutyId }) => dutyId === duty.id)
    expect([duty.id, own.length]).toEqual([duty.id, own.length === 0 ? 'none' : (/\(([^)]*)\)/.exec(duty.when)?.[1]?.split('|').length ?? 0)])
    const [, sign = '+', span = '', unit = ''] = /\)([+-])P(?:T)?(\d+)([DH])$/.exec(duty.when) ?? []
    for (const { period, dueAt } of own) {
      const happened = told.get(period.split(' ')[0] ?? '') ?? at
      if (unit === 'H') {
        // 'At once' leaves the time to answer.
        expect([duty.id, dueAt.getTime() - happened.getTime()]).toEqual([duty.id, span === '0' ? 15 * 60_000 : Number(span) * 3_600_000])
        continue
      }
      const named = addDays(localDay(happened, timeZone), Number(span) * (sign === '-' ? -1 : 1))
      const day = localDay(dueAt, timeZone)
      const closes = hoursOf(opening, day)?.closes
      expect([duty.id, isOpen(named) ? day === named : isOpen(day), dueAt.getTime()]).toEqual([duty.id, true, fromWallTime(`${day}T${closes ?? ''}`, timeZone)?.getTime()])
    }
  }
})


async function photograph(login: string, row: InstanceRow, detail: string): Promise<void> {
  const query = new URLSearchParams({ subject: 'duty', subjectId: row.id, occasion: 'work', detail, takenAt: server.clock.now().toISOString() })
  const { status, body } = await server.ask('POST', `/api/photos?${query.toString()}`, { payload: smallPicture, headers: { cookie: as(login).cookie, 'content-type': 'application/octet-stream', 'idempotency-key': `photo-${row.id}-${detail}` } })
  expect([row.dutyId, status, body['code']]).toEqual([row.dutyId, 200, undefined])
}

/** Closes it as its holder does: the checklist where it has one, else what the manual wants on record. */
async function closeByHand(login: string, id: string): Promise<void> {
  const row = done(await as(login).get(`/duties/instances/${id}`)) as unknown as InstanceRow
  const deed = `/duties/instances/${id}/${row.checklist === null ? 'record' : 'checklist'}`
  const points = (row.checklist?.points ?? []).map(({ id: point }) => ({ point, result: 'pass', note: '' }))
  const body = { version: row.version, ...(row.checklist === null ? { words: '已完成' } : { points }) }
  if (row.photoNeeded) {
    expect((await as(login).post(deed, body)).body['code']).toBe('duties.photo-missing')
    for (const detail of row.checklist?.points.filter(({ photo }) => photo).map(({ id: point }) => point) ?? ['']) await photograph(login, row, detail)
    if (row.checklist?.points.every(({ photo }) => !photo) === true) await photograph(login, row, '')
  }
  done(await as(login).post(deed, body))
  expect(done(await as(login).get(`/duties/instances/${id}`))).toMatchObject({ dutyId: row.dutyId, status: 'done', evidence: { kind: row.checklist === null ? 'record' : 'check' } })
  expect((await as(login).post(deed, { ...body, version: row.version + 1 })).body['code']).toBe('duties.over')
}

test('what no data proves closes by its record or its signed checklist, once, in its time', async () => {
  const byHand = [...of('calendar'), ...of('event')].filter(({ id }) => !proved.has(id))
  const now = server.clock.now()
  const rows = await made()
  const chosen = byHand.map((duty) => {
    const row = rows.find(({ dutyId, dueAt }) => dutyId === duty.id && dueAt > now)
    if (row === undefined) throw new Error(`${duty.id} is not due any more`)
    return { ...row, login: duty.position.toLowerCase(), at: new Date(Math.max(now.getTime(), row.opensAt.getTime() + 60_000)) }
  }).toSorted((one, other) => one.at.getTime() - other.at.getTime())
  for (const { id, login, at } of chosen) {
    if (at.getTime() !== server.clock.now().getTime()) await itIs(at)
    await closeByHand(login, id)
  }
  expect(chosen).toHaveLength(byHand.length)
  // Signing the round sends it to the station manager (INF-2.6), and the review of papers to the advisors (FDS-2.7).
  const { rows: told } = await server.owner.query<{ list: string; personId: string }>(`
    select n.facts ->> 'listEn' as list, r.person_id as "personId" from notices.notice n join notices.recipient r on r.store_id = n.store_id and r.notice_id = n.id where n.store_id = $1 and n.kind = 'checklist-signed' order by 1`, [server.storeId])
  expect(told).toEqual([{ list: '6S round', personId: server.actor('STM').personId }, { list: 'Document review', personId: server.actor('SAD').personId }])
}, 120_000)

test('what data proves nobody ticks', async () => {
  const rows = await made()
  for (const { id: dutyId, position, proof } of [...of('calendar'), ...of('event')].filter(({ id }) => proved.has(id))) {
    const row = rows.find((one) => one.dutyId === dutyId)
    expect([dutyId, (await as(position.toLowerCase()).post(`/duties/instances/${String(row?.id)}/record`, { version: 1, words: '已完成' })).body['code']]).toEqual([dutyId, isSigned(proof) ? 'duties.needs-checklist' : 'duties.proved-by-data'])
  }
})

test('what always holds, and what belongs to a step, stands as a figure before its position; what no module proves yet is on the list of what is to come', async () => {
  const toCome = new Set(read('docs/proofs-to-come.txt').split('\n').map((line) => line.split(' ')[0]))
  const shown = new Map<string, Today['standing'][number]>()
  for (const login of logins) for (const one of (done(await as(login).get('/duties/today')) as unknown as Today).standing) shown.set(one.dutyId, one)
  for (const { id, proof } of of('standing')) expect([id, toCome.has(id) || isSigned(proof) || typeof shown.get(id)?.figure === 'number']).toEqual([id, true])
  expect(of('standing').filter(({ id }) => toCome.has(id)).length).toBeLessThanOrEqual(15)
})

test('what stands and no data shows yet is owed on record: a standard at the end of each month, a step on the day its event is told', async () => {
  const unseen = of('standing').filter(({ id }) => !proved.has(id))
  expect(unseen.map(({ id }) => id)).toEqual(['STM-8.5', 'INF-1.1', 'WSS-4.5', 'PTS-12.2', 'INS-4.2', 'WCL-1.1', 'WCL-1.2', 'WCL-1.4'])
  const [always, steps] = [unseen.filter(({ when }) => when === 'always'), unseen.filter(({ when }) => when !== 'always')]
  for (const { id } of always) expect([id, new Set(year.filter(({ dutyId }) => dutyId === id).map(({ period }) => period.slice(0, 7))).size]).toEqual([id, 12])
  await itIs(new Date('2026-07-07T02:00:00Z'))
  const events = new Set(steps.map(({ when }) => /\(([^)]*)\)/.exec(when)?.[1] ?? ''))
  expect([...events].filter((event) => !awaitableEvents.some((known) => known.event === event))).toEqual([]) // a deed tells it, or the page of Today offers it
  for (const event of events) done(await as('stm').post('/duties/events', { event, subject: `${event} 9`, happenedAt: server.clock.now().toISOString() }))
  const rows = (await made()).filter(({ dueAt }) => dueAt > server.clock.now())
  for (const { id, position } of unseen) {
    const row = rows.find(({ dutyId, period }) => dutyId === id && (period.startsWith('2026-07') || period.endsWith(' 9')))
    expect([id, row === undefined ? 'none' : localDay(row.dueAt, timeZone)]).toEqual([id, always.some((one) => one.id === id) ? '2026-07-31' : '2026-07-07'])
    if (row !== undefined && row.opensAt <= server.clock.now()) await closeByHand(position.toLowerCase(), row.id)
  }
})

test('each duty that data proves is closed by its data in a test, or by the demo store', () => {
  const folder = path.join(root, 'src/app')
  const tests = [...readdirSync(folder).filter((name) => name.endsWith('.test.ts') && name !== 'every-duty.test.ts').map((name) => `src/app/${name}`), 'src/app/demo/loading.test.ts'].map(read).join('\n')
  const unseen = [...of('calendar'), ...of('event')].filter(({ id }) => proved.has(id) && !new RegExp(`\\b${id.replaceAll('.', '\\.')}\\b(?!\\.)`).test(tests)).map(({ id }) => id)
  expect(unseen).toEqual([])
})

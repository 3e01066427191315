import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, fromWallTime, localDay } from '../kernel/time.ts'
import { addUp, figureCodes, valueOf, type Sums } from '../modules/reports/domain/figures.ts'
import { makeProduct, type Person, type Product } from './testing/product.ts'

// The demo store's two weeks, counted a second time: row by row, without a single sum of the database.
const timeZone = 'Asia/Shanghai'
let product: Product
let stm: Person
beforeAll(async () => {
  product = await makeProduct()
  await product.start()
  stm = await product.signIn('stm')
}, 240_000)
afterAll(() => product.remove())

type Row = Readonly<Record<string, unknown>>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
/** A quote has not arrived yet: it counts for no day. */
const dayOf = (at: unknown): string => (at === null ? '' : localDay(at as Date, timeZone))
const spent = (from: unknown, to: unknown): number => (to as Date).getTime() - (from as Date).getTime()
/** Minutes before and after the appointed moment. */
const kept = (arrived: unknown, at: unknown): boolean => spent(at, arrived) >= -30 * 60_000 && spent(at, arrived) <= 15 * 60_000

async function rowsOf(table: string): Promise<Row[]> {
  return product.sql(`select t.* from ${table} t join organisation.store s on s.id = t.store_id where s.code = 'SH1'`)
}

/** What each record says, with the day, the advisor and the team it counts for. */
type Piece = { readonly day: string; readonly advisor: string; readonly team: string; readonly sums: Sums }

async function count(): Promise<Piece[]> {
  const [orders, statements, jobs, clocks, lines, inspections, bookings, requests, contacts, complaints, steps, spells, comebacks, members] = await Promise.all([
    'repair_orders.repair_order', 'settlement.statement', 'workshop.job', 'workshop.clock', 'repair_orders.line', 'workshop.inspection', 'appointments.appointment', 'purchasing.request', 'care.contact', 'care.complaint', 'care.complaint_step', 'attendance.spell', 'quality.comeback', 'teams.team_member',
  ].map(rowsOf)) as [Row[], Row[], Row[], Row[], Row[], Row[], Row[], Row[], Row[], Row[], Row[], Row[], Row[], Row[]]
  const teamOf = (person: unknown, day: string): string => text(members.find((member) => member['person_id'] === person && text(member['from_day']) <= day && (text(member['until_day']) === 'infinity' || text(member['until_day']) >= day))?.['team_id'])
  const orderOf = new Map(orders.map((order) => [order['id'], order]))
  const piece = (at: unknown, orderId: unknown, counted: Sums, person: unknown = orderOf.get(orderId)?.['advisor_id']): Piece => ({ day: dayOf(at), advisor: text(orderOf.get(orderId)?.['advisor_id']), team: teamOf(person, dayOf(at)), sums: counted })
  const lastAt = (inspection: Row): unknown => clocks.filter((clock) => clock['order_id'] === inspection['order_id'] && clock['stopped_at'] !== null && spent(clock['stopped_at'], inspection['at']) >= 0).toSorted((a, b) => spent(a['stopped_at'], b['stopped_at']))[0]?.['person_id'] ?? null
  const delivered = orders.filter(({ status }) => status === 'delivered')
  const sign = (statement: Row, one: 1 | -1): Sums => ({ outputFen: one * Number(statement['total_fen']), allowanceFen: one * Number(statement['allowance_fen']) })
  const visitOf = (booking: Row) => orders.filter(({ plate, arrived_at: arrived }) => plate === booking['plate'] && dayOf(arrived) === dayOf(booking['at'])).toSorted((a, b) => spent(b['arrived_at'], a['arrived_at']))[0]
  return [
    ...orders.map((order) => piece(order['arrived_at'], order['id'], { arrived: 1, sameDay: order['status'] === 'delivered' && dayOf(order['closed_at']) === dayOf(order['arrived_at']) ? 1 : 0 })),
    ...delivered.map((order) => {
      const short = new Set(requests.filter((request) => request['order_id'] === order['id'] && request['status'] !== 'cancelled').map((request) => request['line_id'])).size
      const promised = order['promised_at'] !== null
      return piece(order['closed_at'], order['id'], {
        delivered: 1, promised: promised ? 1 : 0, onTime: promised && spent(order['closed_at'], order['promised_at']) >= 0 ? 1 : 0, stayMilliseconds: spent(order['arrived_at'], order['closed_at']),
        partLines: lines.filter((line) => line['order_id'] === order['id'] && line['kind'] === 'part').length, shortLines: short, shortVisits: short > 0 ? 1 : 0,
      })
    }),
    ...statements.map((statement) => piece(statement['at'], statement['order_id'], sign(statement, 1))),
    ...statements.filter((statement) => statement['reversed_at'] !== null).map((statement) => piece(statement['reversed_at'], statement['order_id'], sign(statement, -1))),
    ...jobs.filter(({ status }) => status === 'finished').map((job) => piece(job['finished_at'], job['order_id'], { soldMilliseconds: Number(lines.find(({ id }) => id === job['line_id'])?.['quantity_thousandths']) * 3_600 }, job['technician_id'])),
    ...clocks.filter((clock) => clock['stopped_at'] !== null).map((clock) => piece(clock['stopped_at'], clock['order_id'], { workedMilliseconds: spent(clock['started_at'], clock['stopped_at']) }, clock['person_id'])),
    ...spells.filter((spell) => spell['technician'] === true && spell['left_at'] !== null).map((spell) => piece(spell['left_at'], null, { attendedMilliseconds: spent(spell['came_at'], spell['left_at']) }, spell['person_id'])),
    ...cameBack(comebacks).map((comeback) => piece(comeback['proposed_at'], comeback['order_id'], { cameBack: 1 })),
    ...await bayPieces(jobs, clocks),
    ...inspections.map((inspection) => piece(inspection['at'], inspection['order_id'], { inspected: 1, failed: inspection['result'] === 'failed' ? 1 : 0 }, lastAt(inspection))),
    ...bookings.filter(({ status }) => status === 'booked').map((booking): Piece => {
      const visit = visitOf(booking)
      return { day: dayOf(booking['at']), advisor: text(booking['advisor_id']), team: teamOf(booking['advisor_id'], dayOf(booking['at'])), sums: { booked: 1, came: visit === undefined ? 0 : 1, kept: visit !== undefined && kept(visit['arrived_at'], booking['at']) ? 1 : 0 } }
    }),
    ...contacts.filter(({ result }) => result === 'reached').map((contact) => piece(contact['at'], contact['order_id'], { reached: 1, satisfied: contact['satisfied'] === true ? 1 : 0 })),
    ...complaints.map((complaint) => piece(complaint['opened_at'], complaint['order_id'], { complaints: 1, answeredInTime: inTime(complaint, steps) ? 1 : 0 })),
  ]
}

/** Every answer within a day of the complaint, or of the customer's word that he was not content. */
function inTime(complaint: Row, steps: readonly Row[]): boolean {
  const said = steps.filter((step) => step['complaint_id'] === complaint['id']).toSorted((a, b) => spent(b['at'], a['at']))
  return complaint['status'] !== 'open' && said.every((step, at) => step['kind'] !== 'answered' || spent(said[at - 1]?.['at'] ?? complaint['opened_at'], step['at']) <= 86_400_000)
}

/** A car is counted once, when it was first said. */
const cameBack = (comebacks: readonly Row[]): Row[] => [...Map.groupBy(comebacks.filter(({ status }) => status !== 'withdrawn'), (comeback) => comeback['order_id']).values()]
  .flatMap((ofOrder) => ofOrder.toSorted((a, b) => spent(b['proposed_at'], a['proposed_at'])).slice(0, 1))

/** Minute by minute: a bay in which somebody's clock ran, and a bay that stood open. */
async function bayPieces(jobs: readonly Row[], clocks: readonly Row[]): Promise<Piece[]> {
  const bayOf = new Map(jobs.map((job) => [job['id'], text(job['bay'])]))
  const spans = Map.groupBy(clocks.filter((clock) => clock['stopped_at'] !== null && (bayOf.get(clock['job_id']) ?? '') !== ''), (clock) => `${dayOf(clock['stopped_at'])} ${bayOf.get(clock['job_id']) ?? ''}`)
  const used = [...spans].map(([key, ofBay]): Piece => {
    let [sum, seen] = [0, Number.NEGATIVE_INFINITY]
    for (const clock of ofBay.toSorted((a, b) => spent(b['started_at'], a['started_at']))) {
      const [from, until] = [Math.max(seen, (clock['started_at'] as Date).getTime()), (clock['stopped_at'] as Date).getTime()]
      sum += Math.max(0, until - from)
      seen = Math.max(seen, until)
    }
    return { day: key.slice(0, 10), advisor: '', team: '', sums: { bayMilliseconds: sum } }
  })
  return [...used, ...await openBays()]
}

/** Without bays out of service: the demo store has none. */
async function openBays(): Promise<Piece[]> {
  const [bays, hours, exceptions] = await Promise.all(['workshop.bay', 'organisation.opening_hours', 'organisation.opening_exception'].map(rowsOf)) as [Row[], Row[], Row[]]
  const working = bays.filter(({ active, kind }) => active === true && kind !== 'wash').length
  const now = new Date()
  return Array.from({ length: 40 }, (_, ago) => addDays(localDay(now, timeZone), -ago)).flatMap((day): Piece[] => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
    const of = exceptions.find((each) => each['day'] === day) ?? hours.find((each) => each['weekday'] === weekday)
    if (of === undefined || of['opens'] === null) return []
    const [opens, closes] = [fromWallTime(`${day}T${text(of['opens']).slice(0, 5)}`, timeZone), fromWallTime(`${day}T${text(of['closes']).slice(0, 5)}`, timeZone)].map((at) => at?.getTime() ?? 0) as [number, number]
    return [{ day, advisor: '', team: '', sums: { bayOpenMilliseconds: working * Math.max(0, Math.min(closes, now.getTime()) - opens) } }]
  })
}

/** The bays stand open while we count: of their use the whole percent is compared. */
const about = (code: string, value: number | null | undefined): number | null | undefined => (code === 'bay-utilisation' && typeof value === 'number' ? Math.floor((value + 5) / 100) : value)

type Answer = { groups: { key: string }[]; figures: { code: string; total: { value: number | null }; values: (number | null)[] }[] }

test('on the demo store every figure of every day, advisor and team is what a second count finds', async () => {
  const ccc = await product.signIn('ccc')
  done(await ccc.post('/complaints', { plate: '沪A·D90003', customerName: '陈晨', kind: 'time', words: '等了两个小时没有人说明' }, 'recount-complaint'))
  const { rows: calls } = (await ccc.get('/follow-ups')).body as { rows: { orderId: string }[] }
  const scores = { reception: 5, quality: 5, price: 4, time: 5, cleanliness: 5 }
  done(await ccc.post(`/follow-ups/${calls[0]?.orderId ?? ''}`, { result: 'reached', scores, satisfied: true }, 'recount-1'))
  done(await ccc.post(`/follow-ups/${calls[1]?.orderId ?? ''}`, { result: 'reached', scores, satisfied: false, words: '异响', complaint: 'quality' }, 'recount-2'))
  const today = localDay(new Date(), timeZone)
  const period = { from: addDays(today, -20), to: today }
  const pieces = (await count()).filter(({ day }) => day >= period.from && day <= period.to)
  for (const by of ['day', 'advisor', 'team'] as const) {
    const answer = (await stm.get(`/reports/figures?from=${period.from}&to=${period.to}&by=${by}`)).body as Answer
    const expected = (only: (piece: Piece) => boolean) => addUp(pieces.filter(only).map(({ sums }) => sums))
    for (const code of figureCodes) {
      const figure = answer.figures.find((known) => known.code === code)
      expect({ code, value: about(code, figure?.total.value) }).toEqual({ code, value: about(code, valueOf(code, expected(() => true))) })
      expect({ code, by, values: figure?.values.map((value) => about(code, value)) }).toEqual({ code, by, values: answer.groups.map(({ key }) => about(code, valueOf(code, expected((piece) => piece[by] === key)))) })
    }
  }
  expect(addUp(pieces.map(({ sums }) => sums))).toMatchObject({ reached: 2, satisfied: 1, complaints: 2 })
}, 60_000)

type Line = { key: string; done: number; late: number; missed: number; excused: number; byData: number; overdue: number }

test('the board of duties is what a second count of the duties finds, by position, team, person, duty and week; behind a line stand as many', async () => {
  const today = localDay(new Date(), timeZone)
  const span = `from=${addDays(today, -13)}&to=${today}`
  const now = Date.now()
  // What is open and past its deadline stands on the board beside what ended.
  const over = (await rowsOf('duties.instance')).filter((row) => (row['status'] !== 'open' || (row['due_at'] as Date).getTime() < now) && dayOf(row['due_at']) >= addDays(today, -13) && dayOf(row['due_at']) <= today)
  expect(over.length).toBeGreaterThan(500)
  const members = await rowsOf('teams.team_member') // nobody changed his team so far
  const monday = (row: Row): string => { const day = dayOf(row['due_at']); return addDays(day, 1 - (new Date(`${day}T00:00:00Z`).getUTCDay() || 7)) }
  const keys: Readonly<Record<string, (row: Row) => string>> = {
    position: (row) => text(row['position']), team: (row) => text(members.find((member) => member['person_id'] === (row['holder_id'] ?? row['closed_by'] ?? row['did_by']))?.['team_id']), person: (row) => `${text(row['holder_id'] ?? row['closed_by'] ?? row['did_by'] ?? '')}|${text(row['position'])}`, duty: (row) => text(row['duty_id']), week: monday,
  }
  for (const [by, keyOf] of Object.entries(keys)) {
    const { rows } = (await stm.get(`/duties/board?${span}&by=${by}`)).body as { rows: Line[] }
    const count = (of: readonly Row[], is: (row: Row) => boolean): number => of.filter(is).length
    const expected = [...Map.groupBy(over, keyOf)].map(([key, of]): Line => ({
      key, done: count(of, ({ status }) => status === 'done'), late: count(of, ({ status }) => status === 'late'), missed: count(of, ({ status }) => status === 'missed'), excused: count(of, ({ status }) => status === 'excused'),
      byData: count(of, ({ evidence, status }) => (evidence as { kind?: string } | null)?.kind === 'auto' && status !== 'nothing'), // where there was nothing to do nothing was proved
      overdue: count(of, ({ status }) => status === 'open'),
    }))
    const sorted = (lines: readonly Line[]) => lines.map(({ key, done: inTime, late, missed, excused, byData, overdue }) => ({ key, inTime, late, missed, excused, byData, overdue })).toSorted((one, other) => one.key.localeCompare(other.key))
    expect({ by, lines: sorted(rows) }).toEqual({ by, lines: sorted(expected) })
    const [line] = rows.toSorted((one, other) => other.missed + other.late - one.missed - one.late)
    const behind: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const page = (await stm.get(`/duties/board/duties?${span}&by=${by}&key=${encodeURIComponent(line?.key ?? '')}&limit=50${after === '' ? '' : `&after=${after}`}`)).body as { rows: { id: string }[]; next: string | null }
      behind.push(...page.rows.map(({ id }) => id))
      after = page.next
    }
    const faults = (line?.late ?? 0) + (line?.missed ?? 0) + (line?.overdue ?? 0)
    expect([by, new Set(behind).size, behind.length]).toEqual([by, faults, behind.length])
    expect(behind.length).toBe(faults)
  }
}, 60_000)

function done({ status, body }: { status: number; body: unknown }): void {
  expect({ status, body }).toMatchObject({ status: 200 })
}

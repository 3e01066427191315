import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Position } from '../kernel/permissions.ts'
import { addDays, fromWallTime } from '../kernel/time.ts'
import type { AnswerOf } from '../platform/contract.ts'
import { acknowledge } from '../modules/duties/actions/acknowledge.ts'
import { fileRecord, signChecklist } from '../modules/duties/actions/close-duty.ts'
import { reportEvent } from '../modules/duties/actions/events.ts'
import type { seeBoard } from '../modules/duties/contract.ts'
import { checklistOf } from '../modules/duties/domain/checklists.ts'
import { shippedDuties } from '../modules/duties/domain/default-pack.ts'
import { loadPack, makeAhead, provedDuties, settleAll } from '../modules/duties/public.ts'
import { makeTeam } from '../modules/teams/actions/keep-teams.ts'
import { addMember, moveMember } from '../modules/teams/actions/members.ts'
import { chanceFrom } from './demo/chance.ts'
import { done } from './testing/said.ts'
import { size, tell } from './testing/proof.ts'
import { testServer, type TestServer } from './testing/test-server.ts'

// A house at work for a year: its people do their duties, a fifth of them sloppily, things happen, supervisors acknowledge. What the board says afterwards must equal what was really done,
// counted three times: by the diary of this test, by the audit, and by SQL over the instances. The small size is two weeks over the end of a month.
const timeZone = 'Asia/Shanghai'
const first = '2026-01-24'
const days = size({ test: 16, prove: 365 })
const sloppy: readonly Position[] = ['TEC', 'WHK', 'SAD', 'INS']
const proved = new Set(provedDuties())
const withPhoto = new Set(shippedDuties.filter(({ proof }) => proof.some(({ kind }) => kind === 'photo')).map(({ id }) => id))
const duties = new Map(shippedDuties.map((duty) => [duty.id, duty]))
const chance = chanceFrom(2026)

type Open = { readonly id: string; readonly dutyId: string; readonly position: Position; readonly dueAt: Date; readonly version: number }
type Tally = { done: number; late: number; missed: number; excused: number }
const diary = new Map<string, Tally>()
const note = (position: string, how: keyof Tally, by = 1): void => {
  const tally = diary.get(position) ?? { done: 0, late: 0, missed: 0, excused: 0 }
  tally[how] += by
  diary.set(position, tally)
}

let server: TestServer
beforeAll(async () => {
  server = await testServer(['INF'])
  await loadPack(server.database)
}, 60_000)
afterAll(() => server.drop())

const at = (day: string, wall: string): Date => fromWallTime(`${day}T${wall}`, timeZone) ?? new Date(Number.NaN)
const itIs = (moment: Date): void => { server.clock = { now: () => moment } }
const rowsOf = async <Row extends object>(query: string, values: readonly unknown[] = []): Promise<Row[]> => (await server.owner.query<Row>(query, [server.storeId, ...values])).rows

/** What its people still owe, apart from what data closes and what wants a picture. */
const owed = async (moment: Date): Promise<Open[]> => (await rowsOf<Open>(`
  select id, duty_id as "dutyId", position, due_at as "dueAt", version from duties.instance
  where store_id = $1 and status = 'open' and opens_at <= $2 and closes_at > $2 order by due_at, id`, [moment])).filter(({ dutyId }) => !proved.has(dutyId) && !withPhoto.has(dutyId))

async function close({ id: instanceId, dutyId, position, dueAt, version }: Open): Promise<void> {
  const list = checklistOf(duties.get(dutyId)?.proof ?? [])
  if (list === null) await server.does(position, (deed) => fileRecord(deed, { instanceId, version, words: '已完成' }))
  else await server.does(position, (deed) => signChecklist(deed, { instanceId, version, points: list.points.map(({ id: point }) => ({ point, result: 'pass' as const, note: '' })) }))
  note(position, server.clock.now() <= dueAt ? 'done' : 'late')
}

/** Whether somebody will do it in time is decided once, when he first sees it. */
const minded = new Map<string, boolean>()
function minds({ id, position }: Open): boolean {
  const known = minded.get(id) ?? chance.percent(sloppy.includes(position) ? 50 : 97)
  minded.set(id, known)
  return known
}

/** A diligent person does what is due today; a sloppy one half of it, and some of the rest too late. */
async function workAt(moment: Date, late: boolean): Promise<void> {
  itIs(moment)
  for (const row of await owed(moment)) {
    if ((row.dueAt < moment) !== late || row.dueAt.getTime() - moment.getTime() > 12 * 3_600_000) continue
    if (late ? chance.percent(15) : minds(row)) await close(row)
  }
}

/** The station manager speaks about some of what was missed, and excuses a little. */
async function superviseAt(moment: Date): Promise<void> {
  itIs(moment)
  const missed = await rowsOf<{ id: string; position: string }>(`
    select i.id, i.position from duties.instance i where i.store_id = $1 and i.status = 'missed' and i.position in ('FDS', 'SAD', 'WSS', 'PTS', 'INS') and i.due_at > $2
      and not exists (select from duties.acknowledgement a where a.store_id = i.store_id and a.instance_id = i.id) order by i.id`, [new Date(moment.getTime() - 86_400_000)])
  for (const { id: instanceId, position } of missed) {
    if (!chance.percent(40)) continue
    const action = chance.percent(25) ? 'excused' as const : 'talked' as const
    await server.does('STM', (deed) => acknowledge(deed, { instanceId, action, note: '已当面沟通' }))
    if (action === 'excused') note(position, 'excused')
  }
}

const happenings = ['notice.received', 'rescue.requested', 'accident.reported', 'accident.arrived', 'claim.repaired', 'damage_list.issued', 'part.quality_fault', 'employee.joined']

async function live(day: string, index: number): Promise<void> {
  await makeAhead(server.database, at(day, '03:00'))
  itIs(at(day, '10:15'))
  if (chance.percent(60)) await server.does('STM', (deed) => reportEvent(deed, { event: chance.pick(happenings), subject: `第 ${String(index)} 天`, happenedAt: at(day, '10:00').toISOString() }))
  for (const [wall, late] of [['08:10', false], ['11:00', false], ['17:20', false], ['20:40', true]] as const) await workAt(at(day, wall), late)
  await settleAll(server.database, at(day, '21:30'))
  await settleAll(server.database, at(addDays(day, 1), '00:05'))
  await superviseAt(at(addDays(day, 1), '00:10'))
}

/** Two teams; the advisor goes from one to the other every third day, the storekeeper stays. */
async function regroup(day: string, index: number): Promise<void> {
  itIs(at(day, '03:00'))
  if (index === 0) {
    for (const [nameZh, nameEn, position] of [['甲组', 'A', 'SAD'], ['乙组', 'B', 'WHK']] as const) {
      const { id: teamId } = await server.does('STM', (deed) => makeTeam(deed, { nameZh, nameEn, leaderId: server.actor('STM').personId }))
      await server.does('STM', (deed) => addMember(deed, { teamId, personId: server.actor(position).personId, from: day }))
    }
  } else if (index % 3 === 0) {
    const [advisor] = await rowsOf<{ memberId: string; version: number; teamId: string }>(`
      select m.id as "memberId", m.version, (select t.id from teams.team t where t.store_id = $1 and t.id <> m.team_id) as "teamId" from teams.team_member m where m.store_id = $1 and m.person_id = $2 and m.until_day = 'infinity'`, [server.actor('SAD').personId])
    if (advisor !== undefined) await server.does('STM', (deed) => moveMember(deed, { ...advisor, from: day }))
  }
}

test('a year of duties: the board equals the diary, the audit and a count by SQL; nothing twice, nothing left open past its end', async () => {
  for (let index = 0; index < days; index += 1) {
    await regroup(addDays(first, index), index)
    await live(addDays(first, index), index)
  }
  const last = addDays(first, days - 1)
  const end = at(addDays(last, 1), '00:05')
  await settleAll(server.database, end)
  const [span, until] = [at(first, '00:00'), at(addDays(last, 1), '00:00')]

  const counted = await rowsOf<{ position: string; auto: number } & Tally>(`
    select position, count(*) filter (where status = 'done')::int as done, count(*) filter (where status = 'late')::int as late, count(*) filter (where status = 'missed')::int as missed,
      count(*) filter (where status = 'excused')::int as excused, count(*) filter (where evidence ->> 'kind' = 'auto')::int as auto
    from duties.instance where store_id = $1 and due_at >= $2 and due_at < $3 and status <> 'open' group by position`, [span, until])
  itIs(end)
  const manager = await server.as('stm')
  const board = async (by: string) => (done(await manager.get(`/duties/board?from=${first}&to=${last}&by=${by}`)) as unknown as AnswerOf<typeof seeBoard>).rows
  const figures = ({ position, done: inTime, late, missed, excused }: { readonly position: string } & Tally) => ({ position, done: inTime, late, missed, excused })
  const byPosition = (one: { position: string }, other: { position: string }) => one.position.localeCompare(other.position)
  expect((await board('position')).map(figures).toSorted(byPosition)).toEqual(counted.map(figures).toSorted(byPosition))
  const sum = (rows: readonly Tally[]): Tally => rows.reduce((all, row) => ({ done: all.done + row.done, late: all.late + row.late, missed: all.missed + row.missed, excused: all.excused + row.excused }), { done: 0, late: 0, missed: 0, excused: 0 })
  for (const by of ['team', 'person', 'duty', 'week']) expect([by, sum(await board(by))]).toEqual([by, sum(counted)])

  const byTeam = await rowsOf<{ key: string } & Tally>(`
    select coalesce(m.team_id::text, '') as key, count(*) filter (where i.status = 'done')::int as done, count(*) filter (where i.status = 'late')::int as late, count(*) filter (where i.status = 'missed')::int as missed,
      count(*) filter (where i.status = 'excused')::int as excused
    from duties.instance i left join teams.team_member m on m.store_id = i.store_id and m.person_id = coalesce(i.holder_id, i.closed_by, i.did_by) and (i.due_at at time zone 'Asia/Shanghai')::date between m.from_day and m.until_day
    where i.store_id = $1 and i.due_at >= $2 and i.due_at < $3 and i.status <> 'open' group by 1 order by 1`, [span, until])
  expect(byTeam).toHaveLength(3) // two teams, and those of none
  expect((await board('team')).map(({ key, done: inTime, late, missed, excused }) => ({ key, done: inTime, late, missed, excused })).toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual(byTeam)

  // What this test wrote down, duty by duty, and what the audit kept of it.
  const byHand = await rowsOf<{ position: string; done: number; late: number }>(`
    select position, count(*) filter (where status = 'done')::int as done, count(*) filter (where status = 'late')::int as late
    from duties.instance where store_id = $1 and evidence ->> 'kind' <> 'auto' group by position`)
  for (const { position, done: inTime, late } of byHand) expect([position, inTime, late]).toEqual([position, diary.get(position)?.done ?? 0, diary.get(position)?.late ?? 0])
  const audited = await rowsOf<Tally>(`
    select count(*) filter (where after ->> 'status' = 'done')::int as done, count(*) filter (where after ->> 'status' = 'late')::int as late, 0 as missed, count(*) filter (where after ->> 'action' = 'excused')::int as excused
    from platform.audit where store_id = $1 and subject = 'duty'`)
  const written = sum([...diary.values()])
  expect(audited).toEqual([{ ...written, missed: 0 }])
  expect(sum(counted).excused).toBe(written.excused)

  const [{ twice, hanging } = { twice: -1, hanging: -1 }] = await rowsOf<{ twice: number; hanging: number }>(`
    select (select count(*) from (select from duties.instance where store_id = $1 group by duty_id, period, holder_id having count(*) > 1) as d)::int as twice,
      (select count(*) from duties.instance where store_id = $1 and status = 'open' and closes_at <= $2)::int as hanging`, [end])
  expect([twice, hanging]).toEqual([0, 0])
  const all = sum(counted)
  const shares = await rowsOf<{ sloppy: boolean; share: number }>(`
    select position = any($2) as sloppy, count(*) filter (where status = 'done')::float8 / count(*) as share
    from duties.instance where store_id = $1 and status <> 'open' and not duty_id = any($3) group by 1 order by 1`, [sloppy, [...proved, ...withPhoto]])
  expect(shares.map((row) => row.sloppy)).toEqual([false, true])
  expect(shares[1]?.share ?? 1).toBeLessThan((shares[0]?.share ?? 0) - 0.2)
  tell(`${String(days)} simulated days of duties: ${String(all.done)} in time, ${String(all.late)} late, ${String(all.missed)} missed, ${String(all.excused)} excused; the board by position, team, person, duty and week equals the diary, the audit and the count by SQL`)
}, 1_500_000)

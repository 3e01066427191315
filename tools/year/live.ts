import type { Actor } from '../../src/kernel/actor.ts'
import type { Permission, Position } from '../../src/kernel/permissions.ts'
import { RefusedError } from '../../src/kernel/refusal.ts'
import { addDays, fromWallTime } from '../../src/kernel/time.ts'
import { chanceFrom, type Chance } from '../../src/app/demo/chance.ts'
import { sloppyAmong } from '../../src/app/demo/sloppy.ts'
import { react } from '../../src/app/modules.ts'
import { acknowledge } from '../../src/modules/duties/actions/acknowledge.ts'
import { explainMiss, fileRecord, signChecklist } from '../../src/modules/duties/actions/close-duty.ts'
import { askedPoints, checklistOf } from '../../src/modules/duties/domain/checklists.ts'
import { shippedDuties } from '../../src/modules/duties/domain/default-pack.ts'
import { supervisorsOf } from '../../src/modules/duties/domain/pack.ts'
import { loadPack, makeAhead, provedDuties, settleAll } from '../../src/modules/duties/public.ts'
import { takePhoto } from '../../src/modules/photos/actions/photos.ts'
import { moveMember } from '../../src/modules/teams/actions/members.ts'
import { perform, type Deed } from '../../src/platform/deed.ts'
import { keptFiles, type KeptFiles } from '../../src/platform/kept-files.ts'
import { seed, type House } from './house.ts'

// The tail of the year: the engine makes what is due, day by day, with the clock moved; people do it by the product's own deeds, a fifth of them sloppily.

export const timeZone = 'Asia/Shanghai'
export const at = (day: string, wall: string): Date => fromWallTime(`${day}T${wall}`, timeZone) ?? new Date(Number.NaN)

export type Lived = { days: number; closed: number; late: number; photos: number; failedPoints: number; spoken: number; excused: number; explained: number; refused: number }

type Worker = { readonly actor: Actor; readonly login: string; readonly position: Position; readonly sloppy: boolean }
type Open = { readonly id: string; readonly storeId: string; readonly dutyId: string; readonly position: Position; readonly doerId: string | null; readonly dueAt: Date; readonly version: number }

const duties = new Map(shippedDuties.map((duty) => [duty.id, duty]))
const segment = (code: number, content: readonly number[]): number[] => [0xff, code, 0, content.length + 2, ...content]
/** The smallest picture that is one. */
const picture = Uint8Array.from([0xff, 0xd8, ...segment(0xc0, [8, 0, 20, 0, 30, 1, 1, 0x11, 0]), ...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0x34, 0xff, 0xd9])

async function workersOf({ sql }: House): Promise<Worker[]> {
  const rows = await sql<{ storeId: string; storeCode: string; personId: string; name: string; login: string; position: Position; rights: Permission[] }>(`
    select t.store_id as "storeId", o.code as "storeCode", p.id as "personId", p.name, c.login, t.position, array(select r.permission from organisation.position_right r where r.store_id = t.store_id and r.position = t.position) as rights
    from organisation.staff t join organisation.store o on o.id = t.store_id join organisation.person p on p.id = t.person_id join organisation.credential c on c.person_id = p.id where t.until is null order by o.code, c.login`)
  const people = (small: boolean) => rows.filter(({ login, storeCode }) => (small ? login.startsWith('b-') : !login.startsWith('b-') && storeCode === 'SH1'))
  const sloppy = new Set([people(false), people(true)].flatMap((those) => sloppyAmong(those, seed)).map(({ personId }) => personId))
  return rows.map(({ storeId, storeCode, personId, name, login, position, rights }) => ({
    login, position, sloppy: sloppy.has(personId), actor: { storeId, storeCode, personId, name, timeZone, positions: [position], permissions: new Set(rights) },
  }))
}

/** What is at hand while it is lived. */
type Life = { readonly house: House; readonly chance: Chance; readonly workers: readonly Worker[]; readonly lived: Lived; readonly files: KeptFiles; /** Whether somebody minds a duty is decided once. */ readonly minded: Map<string, boolean>; readonly run: string; calls: number }

/** What remains of the year and a fortnight beyond it. Nothing where it was lived already. */
export async function liveOn(house: House, until: string, from: string): Promise<Lived> {
  const lived: Lived = { days: 0, closed: 0, late: 0, photos: 0, failedPoints: 0, spoken: 0, excused: 0, explained: 0, refused: 0 }
  const life: Life = { house, chance: chanceFrom(Number(from.replaceAll('-', ''))), workers: await workersOf(house), lived, files: keptFiles(house.photoFolder), minded: new Map(), run: `year-${from}`, calls: 0 }
  await loadPack(house.database)
  for (let day = from; day <= until; day = addDays(day, 1)) await liveDay(life, day)
  return lived
}

async function liveDay(life: Life, day: string): Promise<void> {
  const { database } = life.house
  await makeAhead(database, at(day, '03:00'))
  await regroup(life, day)
  for (const [wall, late] of [['08:10', false], ['11:00', false], ['17:20', false], ['20:40', true]] as const) {
    await workAt(life, at(day, wall), late)
    await settleAll(database, at(day, wall))
  }
  while (await settleAll(database, at(addDays(day, 1), '00:05')) > 0);
  await superviseAt(life, at(addDays(day, 1), '00:10'))
  life.lived.days += 1
}

/** Now and then somebody changes his team, so that the board has to know who was where on which day. */
async function regroup(life: Life, day: string): Promise<void> {
  const { house, workers, chance } = life
  house.itIs(at(day, '07:30'))
  for (const { actor } of workers.filter(({ position }) => position === 'STM')) {
    const members = await house.sql<{ id: string; teamId: string; version: number }>(`select id, team_id as "teamId", version from teams.team_member where store_id = $1 and until_day = 'infinity' order by id`, [actor.storeId])
    const mover = chance.percent(30) && members.length > 0 ? chance.pick(members) : undefined
    const elsewhere = members.filter(({ teamId }) => teamId !== mover?.teamId)
    if (mover === undefined || elsewhere.length === 0) continue
    await does(life, actor, (deed) => moveMember(deed, { memberId: mover.id, version: mover.version, teamId: chance.pick(elsewhere).teamId, from: day }))
  }
}

/** A refusal is an answer: somebody away, a superior's duty. It is counted, and the duty stays as it is. */
async function does(life: Life, actor: Actor, work: (deed: Deed) => Promise<unknown>): Promise<boolean> {
  const { house: { database, now }, run } = life
  life.calls += 1
  try {
    await perform({ database, clock: { now }, onNews: () => {}, react }, actor, { operation: 'year', key: `${run}-${String(life.calls)}`, body: life.calls, requestId: 'year' }, work)
    return true
  } catch (cause) {
    if (!(cause instanceof RefusedError)) throw cause
    life.lived.refused += 1
    return false
  }
}

function doerOf({ workers, chance }: Life, { storeId, position, doerId }: Open): Worker | undefined {
  const able = workers.filter(({ actor }) => actor.storeId === storeId && (doerId === null || actor.personId === doerId))
  const holders = able.filter((worker) => worker.position === position)
  if (holders.length > 0) return chance.pick(holders)
  return doerId === null ? undefined : able[0]
}

const answerOf = (chance: Chance, sloppy: boolean, { id: point, photo }: ReturnType<typeof askedPoints>[number]) => {
  if (photo) return { point, result: 'none' as const, note: '' }
  return chance.percent(sloppy ? 6 : 2) ? { point, result: 'fail' as const, note: '未达标，限期整改' } : { point, result: 'pass' as const, note: '' }
}

async function close(life: Life, { id: instanceId, dutyId, dueAt, version }: Open, { actor, sloppy }: Worker): Promise<void> {
  const { house: { now }, lived, files, chance } = life
  const proof = duties.get(dutyId)?.proof ?? []
  const list = checklistOf(proof)
  const pictured = proof.some(({ kind }) => kind === 'photo') && await does(life, actor, (deed) => takePhoto(deed, files, { subject: 'duty', subjectId: instanceId, occasion: 'duty', detail: '', takenAt: now().toISOString(), bytes: picture }))
  const points = list === null ? [] : askedPoints(list).map((point) => answerOf(chance, sloppy, point))
  if (!await does(life, actor, (deed): Promise<unknown> => (list === null ? fileRecord(deed, { instanceId, version, words: '已完成' }) : signChecklist(deed, { instanceId, version, points })))) return
  lived.closed += 1
  lived.photos += Number(pictured)
  lived.failedPoints += points.filter(({ result }) => result === 'fail').length
  lived.late += Number(now() > dueAt)
}

const openColumns = 'id, store_id as "storeId", duty_id as "dutyId", position, coalesce(deputy_id, holder_id) as "doerId", due_at as "dueAt", version'

/** A diligent person does what is due today, a sloppy one half of it; of the rest some too late. */
async function workAt(life: Life, moment: Date, late: boolean): Promise<void> {
  const { house, chance, minded } = life
  house.itIs(moment)
  const open = await house.sql<Open>(`
    select ${openColumns} from duties.instance
    where status = 'open' and opens_at <= $1 and closes_at > $1 and due_at < $1::timestamptz + interval '12 hours' and (due_at < $1) = $2 and not duty_id = any($3) order by store_id, due_at, id`, [moment, late, provedDuties()])
  for (const row of open) {
    const worker = doerOf(life, row)
    if (worker === undefined) continue
    const minds = minded.get(row.id) ?? chance.percent(worker.sloppy ? 50 : 96)
    minded.set(row.id, minds)
    if (late ? chance.percent(worker.sloppy ? 40 : 60) : minds) await close(life, row, worker)
  }
}

/** The night after: who missed it says why, and those who watch him speak about it, the sloppy ones never. */
async function superviseAt(life: Life, moment: Date): Promise<void> {
  const { house, chance, workers, lived } = life
  house.itIs(moment)
  const missed = await house.sql<Open>(`
    select ${openColumns} from duties.instance where status = 'missed' and closed_at > $1::timestamptz - interval '1 day' order by store_id, due_at, id`, [moment])
  for (const row of missed) {
    const doer = doerOf(life, row)
    const words = doer?.sloppy === true ? '太忙，忘了' : '当日人手不足，次日补上'
    if (doer !== undefined && chance.percent(doer.sloppy ? 60 : 70) && await does(life, doer.actor, (deed) => explainMiss(deed, { instanceId: row.id, version: row.version, words }))) lived.explained += 1
    const watching = supervisorsOf(shippedDuties, row.position)
    for (const { actor } of workers.filter(({ actor: { storeId }, position, sloppy }) => storeId === row.storeId && watching.includes(position) && !sloppy)) {
      if (!chance.percent(85)) continue
      const action = chance.percent(12) ? 'excused' as const : 'talked' as const
      if (!await does(life, actor, (deed) => acknowledge(deed, { instanceId: row.id, action, note: '已当面沟通' }))) continue
      lived.spoken += 1
      lived.excused += Number(action === 'excused')
      if (action === 'excused') break
    }
  }
}

import type { Actor } from '../../src/kernel/actor.ts'
import type { Permission, Position } from '../../src/kernel/permissions.ts'
import { RefusedError } from '../../src/kernel/refusal.ts'
import { addDays, fromWallTime } from '../../src/kernel/time.ts'
import { chanceFrom } from '../../src/app/demo/chance.ts'
import { sloppyAmong } from '../../src/app/demo/sloppy.ts'
import { react } from '../../src/app/modules.ts'
import { acknowledge, explainMiss, fileRecord, signChecklist } from '../../src/modules/duties/actions/close-duty.ts'
import { askedPoints, checklistOf } from '../../src/modules/duties/domain/checklists.ts'
import { shippedDuties } from '../../src/modules/duties/domain/default-pack.ts'
import { supervisorsOf } from '../../src/modules/duties/domain/pack.ts'
import { loadPack, makeAhead, provedDuties, settleAll } from '../../src/modules/duties/public.ts'
import { takePhoto } from '../../src/modules/photos/actions/photos.ts'
import { perform, type Deed } from '../../src/platform/deed.ts'
import { keptFiles } from '../../src/platform/kept-files.ts'
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

/** What remains of the year and a fortnight beyond it. Nothing where it was lived already. */
export async function liveOn(house: House, until: string, from: string): Promise<Lived> {
  const chance = chanceFrom(Number(from.replaceAll('-', '')))
  const proved = new Set(provedDuties())
  const workers = await workersOf(house)
  const lived: Lived = { days: 0, closed: 0, late: 0, photos: 0, failedPoints: 0, spoken: 0, excused: 0, explained: 0, refused: 0 }
  const files = keptFiles(house.photoFolder)
  const minded = new Map<string, boolean>()
  let calls = 0

  /** A refusal is an answer: somebody away, a superior's duty. It is counted, and the duty stays open. */
  const does = async (actor: Actor, work: (deed: Deed) => Promise<unknown>): Promise<boolean> => {
    calls += 1
    try {
      await perform({ database: house.database, clock: { now: house.now }, onNews: () => {}, react }, actor, { operation: 'year', key: `year-${from}-${String(calls)}`, body: calls, requestId: 'year' }, work)
      return true
    } catch (cause) {
      if (!(cause instanceof RefusedError)) throw cause
      lived.refused += 1
      return false
    }
  }
  const doerOf = ({ storeId, position, doerId }: Open): Worker | undefined => {
    const held = workers.filter(({ actor }) => actor.storeId === storeId && (doerId === null || actor.personId === doerId))
    const holders = held.filter((worker) => worker.position === position)
    return holders.length > 0 ? chance.pick(holders) : doerId === null ? undefined : held[0]
  }
  const close = async ({ id: instanceId, dutyId, dueAt, version }: Open, { actor, sloppy }: Worker): Promise<void> => {
    const proof = duties.get(dutyId)?.proof ?? []
    const list = checklistOf(proof)
    if (proof.some(({ kind }) => kind === 'photo') && await does(actor, (deed) => takePhoto(deed, files, { subject: 'duty', subjectId: instanceId, occasion: 'duty', detail: '', takenAt: house.now().toISOString(), bytes: picture }))) lived.photos += 1
    const points = list === null ? [] : askedPoints(list).map(({ id: point, photo }) => (photo ? { point, result: 'none' as const, note: '' } : chance.percent(sloppy ? 6 : 2) ? { point, result: 'fail' as const, note: '未达标，限期整改' } : { point, result: 'pass' as const, note: '' }))
    const done = await does(actor, (deed): Promise<unknown> => (list === null ? fileRecord(deed, { instanceId, version, words: '已完成' }) : signChecklist(deed, { instanceId, version, points })))
    if (!done) return
    lived.closed += 1
    lived.failedPoints += points.filter(({ result }) => result === 'fail').length
    if (house.now() > dueAt) lived.late += 1
  }
  const workAt = async (moment: Date, late: boolean): Promise<void> => {
    house.itIs(moment)
    const open = await house.sql<Open>(`
      select id, store_id as "storeId", duty_id as "dutyId", position, coalesce(deputy_id, holder_id) as "doerId", due_at as "dueAt", version from duties.instance
      where status = 'open' and opens_at <= $1 and closes_at > $1 and due_at < $1::timestamptz + interval '12 hours' and (due_at < $1) = $2 order by store_id, due_at, id`, [moment, late])
    for (const row of open.filter(({ dutyId }) => !proved.has(dutyId))) {
      const worker = doerOf(row)
      if (worker === undefined) continue
      const minds = minded.get(row.id) ?? chance.percent(worker.sloppy ? 50 : 96)
      minded.set(row.id, minds)
      if (late ? chance.percent(worker.sloppy ? 40 : 60) : minds) await close(row, worker)
    }
  }
  const superviseAt = async (moment: Date): Promise<void> => {
    house.itIs(moment)
    const missed = await house.sql<Open>(`
      select id, store_id as "storeId", duty_id as "dutyId", position, coalesce(deputy_id, holder_id) as "doerId", due_at as "dueAt", version from duties.instance
      where status = 'missed' and closed_at > $1::timestamptz - interval '1 day' order by store_id, due_at, id`, [moment])
    for (const row of missed) {
      const doer = doerOf(row)
      if (doer !== undefined && chance.percent(doer.sloppy ? 60 : 70) && await does(doer.actor, (deed) => explainMiss(deed, { instanceId: row.id, version: row.version, words: doer.sloppy ? '太忙，忘了' : '当日人手不足，次日补上' }))) lived.explained += 1
      const above = supervisorsOf(shippedDuties, row.position)
      for (const { actor } of workers.filter((worker) => worker.actor.storeId === row.storeId && above.includes(worker.position) && !worker.sloppy)) {
        if (!chance.percent(85)) continue
        const action = chance.percent(12) ? 'excused' as const : 'talked' as const
        if (!await does(actor, (deed) => acknowledge(deed, { instanceId: row.id, action, note: '已当面沟通' }))) continue
        lived.spoken += 1
        if (action === 'excused') lived.excused += 1
        if (action === 'excused') break
      }
    }
  }

  await loadPack(house.database)
  for (let day = from; day <= until; day = addDays(day, 1)) {
    await makeAhead(house.database, at(day, '03:00'))
    for (const [wall, late] of [['08:10', false], ['11:00', false], ['17:20', false], ['20:40', true]] as const) {
      await workAt(at(day, wall), late)
      await settleAll(house.database, at(day, wall))
    }
    while (await settleAll(house.database, at(addDays(day, 1), '00:05')) > 0);
    await superviseAt(at(addDays(day, 1), '00:10'))
    lived.days += 1
  }
  return lived
}

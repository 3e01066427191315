import type { Actor } from '../../kernel/actor.ts'
import { found } from '../../kernel/refusal.ts'
import { purposes, type Purpose } from '../../modules/repair-orders/domain/life.ts'
import { emptySheet, fourPieces } from '../../modules/repair-orders/domain/reception-sheet.ts'
import { addLines, authoriseWork, findOrder, listLines, receiveCar, registerArrival } from '../../modules/repair-orders/public.ts'
import { issueParts } from '../../modules/picking/public.ts'
import { deliverCar, settleOrder, statementsOfOrder, takePayment } from '../../modules/settlement/public.ts'
import { clockOn, dispatchJobs, finishJob, inspect, jobsOfOrders } from '../../modules/workshop/public.ts'
import { inspectionPoints } from '../../modules/workshop/domain/jobs.ts'
import type { Database } from '../../platform/database.ts'
import { perform, type Deed } from '../../platform/deed.ts'
import type { Chance } from './chance.ts'
import type { Masters } from './masters.ts'
import type { DemoVehicle } from './masters-vehicles.ts'
import type { Team } from './team.ts'

export type VisitsWish = {
  readonly team: Team; readonly masters: Masters; readonly vehicles: readonly DemoVehicle[]; readonly count: number; readonly chance: Chance; readonly now: Date
}

const concerns: Readonly<Record<Purpose, readonly string[]>> = {
  maintenance: ['首次保养', '更换机油机滤', '常规保养', '全面保养，检查底盘'],
  repair: ['刹车有异响', '空调不制冷', '行驶中方向盘抖动', '发动机故障灯亮', '车门关不严'],
  warranty: ['变速箱顿挫', '中控屏黑屏', '天窗异响'],
  accident: ['前保险杠剐蹭', '左后翼子板凹陷', '右前门划痕'],
  accessories: ['加装行车记录仪', '贴膜'],
}
/** Twelve of twenty cars come for maintenance (scale.md). */
const mix: readonly Purpose[] = ['maintenance', 'maintenance', 'maintenance', 'maintenance', 'maintenance', 'repair', 'repair', 'warranty', 'accident', 'accessories']

/** How far a car of today has come; cars of earlier days have left. */
const steps = ['arrived', 'received', 'estimated', 'authorised', 'dispatched', 'picked', 'clocked', 'finished', 'inspected', 'settled', 'paid', 'delivered'] as const
type Step = (typeof steps)[number]

/** Cars of the last fourteen days, taken through the shop by the product's own deeds at moments of the past. */
export async function runVisits(database: Database, wish: VisitsWish): Promise<void> {
  const { chance, now, count } = wish
  const cars = [...wish.vehicles].slice(0, count)
  const today = Math.min(cars.length, Math.ceil(count * 0.6))
  const occupied = new Set<string>()
  let keys = 0
  const does = <Answer>(by: Actor, at: Date, work: (deed: Deed) => Promise<Answer>): Promise<Answer> => {
    const call = { operation: 'demo', key: `demo-visit-${String(keys += 1)}`, body: keys, requestId: 'demo' }
    return perform({ database, clock: { now: () => at }, onNews: () => {} }, by, call, work)
  }
  for (const [index, car] of cars.entries()) {
    const early = index < cars.length - today
    const minutes = early ? (14 - Math.floor((index * 13) / Math.max(1, cars.length - today))) * 1_440 - (index % 7) * 40 : (cars.length - index) * 9 + 60
    const mayClock = occupied.size < 3 // a small store has four technicians
    const drawn = steps[early ? steps.length - 1 : chance.below(steps.length)] ?? 'arrived'
    const until = drawn === 'clocked' && !mayClock ? 'finished' : drawn
    await runVisit({ ...wish, car, until, start: new Date(now.getTime() - minutes * 60_000), does, occupied })
  }
}

type Visit = VisitsWish & {
  readonly car: DemoVehicle; readonly until: Step; readonly start: Date
  readonly does: <Answer>(by: Actor, at: Date, work: (deed: Deed) => Promise<Answer>) => Promise<Answer>
  /** Technicians whose clock runs. */
  readonly occupied: Set<string>
}

async function runVisit(visit: Visit): Promise<void> {
  const { team, chance, car, until, start, does } = visit
  const sad = team.any('SAD', chance)
  const purpose = chance.pick(mix.filter((kind) => purposes.includes(kind)))
  const concern = chance.pick(concerns[purpose])
  const reached = (step: Step): boolean => steps.indexOf(until) >= steps.indexOf(step)
  let minutes = 0
  const later = (by: number): Date => new Date(Math.min(visit.now.getTime(), start.getTime() + (minutes += by) * 60_000))

  const { id: orderId } = await does(sad, later(0), (deed) => registerArrival(deed, { plate: car.plate, purpose, concern }))
  if (!reached('received')) return
  const versionOf = async (deed: Deed): Promise<number> => found(await findOrder(deed.tx, deed.by.storeId, orderId), 'order').version
  await does(sad, later(4), async (deed) => receiveCar(deed, {
    orderId, version: await versionOf(deed), vin: car.vin, modelName: car.modelName, ownerName: '—', ownerPhone: '', ownerKind: 'person', senderName: '送修人', senderPhone: '19900009999',
    insurerName: '', mileageKm: car.lastKm + 200 + chance.below(600), fuelEighths: 1 + chance.below(7), signature: null, unsignedReason: '演示数据',
    sheet: { ...emptySheet, valuablesReminded: true, keyTag: String(1 + chance.below(60)), fourPieceSet: [...fourPieces], consultation: { ...emptySheet.consultation, words: concern } },
  }))
  if (!reached('estimated')) return
  await does(sad, later(6), async (deed) => addLines(deed, { orderId, version: await versionOf(deed), lines: inventLines(visit, purpose) }))
  if (!reached('authorised')) return
  const promisedAt = new Date(start.getTime() + (120 + chance.below(240)) * 60_000 + 3_600_000).toISOString()
  await does(sad, later(5), async (deed) => authoriseWork(deed, {
    orderId, version: await versionOf(deed), promisedAt, phoneChecked: true, choices: { oldParts: chance.percent(70) ? 'leave' : 'take', wash: true, roadTest: chance.percent(20), waits: chance.percent(60) },
    signature: null, unsignedReason: '演示数据',
  }))
  if (reached('dispatched')) await workOn(visit, orderId, { later, reached, versionOf, sad })
}

function inventLines({ masters, chance }: Visit, purpose: Purpose): Parameters<typeof addLines>[1]['lines'] {
  const payer = purpose === 'warranty' ? 'warranty' as const : purpose === 'accident' ? 'insurer' as const : 'customer' as const
  const labour = Array.from({ length: 1 + chance.below(3) }, () => ({ kind: 'labour' as const, operationId: chance.pick(masters.operations).id, payer }))
  const parts = Array.from({ length: chance.below(5) }, () => ({ kind: 'part' as const, partId: chance.pick(masters.parts).id, payer, quantityThousandths: 1_000 }))
  const mixed = chance.percent(12) && payer !== 'customer' ? [{ kind: 'labour' as const, operationId: chance.pick(masters.operations).id, payer: 'customer' as const }] : []
  return [...labour, ...parts, ...mixed]
}

type Way = {
  readonly later: (minutes: number) => Date; readonly reached: (step: Step) => boolean; readonly versionOf: (deed: Deed) => Promise<number>; readonly sad: Actor
}

async function workOn(visit: Visit, orderId: string, way: Way): Promise<void> {
  const { team, chance, does } = visit
  const { later, reached, versionOf } = way
  const tec = idleTechnician(visit)
  await does(team.first('WSS'), later(8), async (deed) => dispatchJobs(deed, {
    orderId, version: await versionOf(deed),
    jobs: (await listLines(deed.tx, deed.by.storeId, orderId)).filter(({ kind }) => kind === 'labour').map(({ id: lineId }) => ({ lineId, technicianId: tec.personId, bay: `B${String(1 + chance.below(14)).padStart(2, '0')}` })),
  }))
  if (!reached('picked')) return
  await does(team.any('WHK', chance), later(6), async (deed) => {
    const parts = (await listLines(deed.tx, deed.by.storeId, orderId)).filter(({ kind }) => kind === 'part')
    if (parts.length === 0) return deed.record({ subject: 'repair-order', subjectId: orderId, after: { parts: 0 } })
    await issueParts(deed, { orderId, lines: parts.map(({ id: lineId, quantityThousandths: thousandths }) => ({ lineId, thousandths, scannedLotId: null })) })
  })
  if (!reached('clocked')) return
  const jobs = await does(tec, later(3), async (deed) => {
    const open = await jobsOfOrders(deed.tx, deed.by.storeId, [orderId])
    await clockOn(deed, { jobId: found(open[0], 'job').id })
    return open
  })
  if (!reached('finished')) {
    visit.occupied.add(tec.personId)
    return
  }
  for (const [index, job] of jobs.entries()) {
    if (index > 0) await does(tec, later(2), (deed) => clockOn(deed, { jobId: job.id }))
    await does(tec, later(20 + chance.below(30)), (deed) => finishJob(deed, { jobId: job.id }))
  }
  if (!reached('inspected')) return
  await does(team.any('QCI', chance), later(6), async (deed) => inspect(deed, {
    orderId, version: await versionOf(deed), result: 'passed', cleanliness: 'A', roadTestKm: null, reason: '',
    points: Object.fromEntries(inspectionPoints.map((point) => [point, 'good'])) as Parameters<typeof inspect>[1]['points'],
  }))
  if (reached('settled')) await leave(visit, orderId, way)
}

/** Whose clock runs on another car is not given this one. */
function idleTechnician({ team, chance, occupied }: Visit): Actor {
  for (;;) {
    const technician = team.any('TEC', chance)
    if (!occupied.has(technician.personId)) return technician
  }
}

async function leave({ team, does }: Visit, orderId: string, { later, reached, versionOf, sad }: Way): Promise<void> {
  await does(sad, later(8), async (deed) => settleOrder(deed, { orderId, version: await versionOf(deed), allowanceFen: 0, allowanceReason: '' }))
  if (!reached('paid')) return
  const csh = team.first('CSH')
  const at = later(4)
  for (const statement of await does(csh, at, async (deed) => {
    deed.record({ subject: 'repair-order', subjectId: orderId })
    return (await statementsOfOrder(deed.tx, deed.by.storeId, orderId)).filter(({ payer, totalFen }) => payer === 'customer' && totalFen > 0)
  })) {
    await does(csh, at, (deed) => takePayment(deed, { statementId: statement.id, version: statement.version, way: 'wechat', amountFen: statement.totalFen, reference: `42${statement.number.slice(-11)}` }))
  }
  if (!reached('delivered')) return
  await does(sad, later(5), async (deed) => deliverCar(deed, {
    orderId, version: await versionOf(deed), pickUpCode: '', identityReason: '演示数据', accepted: true, oldPartsShown: true, setRemoved: true,
    nextServiceOn: null, nextServiceKm: null, followUpSlot: '次日上午',
  }))
}

import { found } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { addedWorkOf, findOrder, linesOfOrders, listLines, ordersInStatus, type LineData, type OrderData } from '../../repair-orders/public.ts'
import { issuedOf, reservationsOf } from '../../stock/public.ts'
import type { JobView, listMyJobs as mineRoute, listShop as shopRoute, seeWork as workRoute } from '../contract.ts'
import { checksOfOrder } from '../data/checks.ts'
import * as data from '../data/jobs.ts'
import { pointsOfLevel } from '../domain/checks.ts'
import { clockedOf } from '../domain/clocked.ts'

function jobView({ sheet: _sheet, ...job }: data.JobData & { sheet?: unknown }, line: LineData | undefined, clocks: readonly data.ClockData[], now: Date): JobView {
  const own = clocks.filter(({ jobId }) => jobId === job.id)
  const last = own.at(-1)
  const { finishedAt: _, dispatchedAt, ...shown } = job
  return {
    ...shown, dispatchedAt: dispatchedAt.toISOString(), code: line?.code ?? '', nameZh: line?.nameZh ?? '', nameEn: line?.nameEn ?? '',
    hoursThousandths: line?.quantityThousandths ?? 0, trade: line?.trade ?? null,
    clockedMinutes: clockedOf(clocks, job.id, now),
    runningSince: own.find(({ stoppedAt }) => stoppedAt === null)?.startedAt.toISOString() ?? null,
    forgottenAt: last?.pauseReason === 'forgotten' ? (last.stoppedAt?.toISOString() ?? null) : null,
  }
}

const carOf = (order: OrderData) => ({
  orderId: order.id, number: order.number, plate: order.plate, modelName: order.modelName, status: order.status, advisorName: order.advisorName,
  promisedAt: order.promisedAt?.toISOString() ?? null, version: order.version, openAddedWork: order.openAddedWork,
})

/** Cars in the workshop with what of them is dispatched; the earliest promise first. */
export async function listShop({ tx, by, now }: Reading): Promise<AnswerOf<typeof shopRoute>> {
  const orders = await ordersInStatus(tx, by.storeId, ['authorised', 'in_work', 'in_inspection'])
  const ids = orders.map(({ id }) => id)
  const jobs = await data.jobsOfOrders(tx, by.storeId, ids)
  const clocks = await data.clocksOfOrders(tx, by.storeId, ids)
  const labour = Map.groupBy((await linesOfOrders(tx, by.storeId, ids)).filter(({ kind }) => kind === 'labour'), ({ orderId }) => orderId)
  return {
    rows: orders.map((order) => {
      const own = labour.get(order.id) ?? []
      const given = jobs.filter(({ orderId }) => orderId === order.id)
      return { ...carOf(order), labour: own.length, jobs: given.map((job) => jobView(job, own.find(({ id }) => id === job.lineId), clocks, now)) }
    }),
  }
}

export async function seeWork({ tx, by, now }: Reading, orderId: string): Promise<AnswerOf<typeof workRoute>> {
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const lines = await listLines(tx, by.storeId, orderId)
  const jobs = await data.jobsOfOrders(tx, by.storeId, [orderId])
  const clocks = await data.clocksOfOrders(tx, by.storeId, [orderId])
  const inspections = await data.inspectionsOf(tx, by.storeId, orderId)
  const checks = await checksOfOrder(tx, by.storeId, orderId)
  return {
    ...carOf(order), concern: order.concern,
    labour: lines.filter(({ kind }) => kind === 'labour').map((line) => {
      const job = jobs.find(({ lineId }) => lineId === line.id)
      return {
        lineId: line.id, code: line.code, nameZh: line.nameZh, nameEn: line.nameEn, hoursThousandths: line.quantityThousandths, trade: line.trade,
        job: job === undefined ? null : jobView(job, line, clocks, now),
      }
    }),
    checks: checks.map(({ at, orderId: _, personId: __, points, ...check }) => ({ ...check, at: at.toISOString(), points: [...points] })),
    inspections: inspections.map(({ at, orderId: _, ...inspection }) => ({ ...inspection, at: at.toISOString() })),
  }
}

/** Of these lines: how many parts each order wants, and how many of them are neither handed out nor reserved whole. */
export async function partsOfOrders({ tx, by }: Pick<Reading, 'tx' | 'by'>, lines: readonly LineData[]): Promise<(orderId: string) => { wanted: number; short: number }> {
  const parts = lines.filter(({ partId }) => partId !== null)
  const ids = parts.map(({ id }) => id)
  const [issued, reserved] = (await Promise.all([issuedOf(tx, by.storeId, ids), reservationsOf(tx, by.storeId, ids)])).map((rows) => new Map(rows.map(({ lineId, thousandths }) => [lineId, thousandths]))) as [Map<string, number>, Map<string, number>]
  const ofOrder = Map.groupBy(parts, ({ orderId }) => orderId)
  return (orderId) => {
    const own = ofOrder.get(orderId) ?? []
    return { wanted: own.length, short: own.filter(({ id, quantityThousandths }) => (issued.get(id) ?? 0) + (reserved.get(id) ?? 0) < quantityThousandths).length }
  }
}

/** A job as one of the two who work on it has it in hand: his own clock says whether it runs. */
function inHandOf(view: JobView, clocks: readonly data.ClockData[], personId: string): JobView {
  const own = clocks.filter((clock) => clock.jobId === view.id && clock.personId === personId)
  const [running, last] = [own.find(({ stoppedAt }) => stoppedAt === null), own.at(-1)]
  if (view.helpers.length === 0 || (view.status !== 'running' && view.status !== 'paused')) return view
  const forgottenAt = last?.pauseReason === 'forgotten' ? (last.stoppedAt?.toISOString() ?? null) : null
  if (running !== undefined) return { ...view, status: 'running', runningSince: running.startedAt.toISOString(), forgottenAt: null }
  return { ...view, status: last === undefined ? 'dispatched' : 'paused', reason: last?.pauseReason ?? '', runningSince: null, forgottenAt }
}

/** The technician's own list, with the jobs on which he helps; the running job first. */
export async function listMyJobs({ tx, by, now }: Reading): Promise<AnswerOf<typeof mineRoute>> {
  const jobs = await data.openJobsOf(tx, by.storeId, by.personId)
  const ids = [...new Set(jobs.map(({ orderId }) => orderId))]
  const clocks = await data.clocksOfOrders(tx, by.storeId, ids)
  const added = await addedWorkOf(tx, by.storeId, ids)
  const all = await linesOfOrders(tx, by.storeId, ids)
  const partsOf = await partsOfOrders({ tx, by }, all)
  const rows = []
  for (const orderId of ids) {
    const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
    const lines = all.filter((line) => line.orderId === orderId)
    rows.push({
      ...carOf(order), concern: order.concern, labour: lines.filter(({ kind }) => kind === 'labour').length, shortParts: partsOf(orderId).short,
      addedWork: added.filter((work) => work.orderId === orderId).map(({ id, findings, status }) => ({ id, findings, status })),
      jobs: jobs.filter((job) => job.orderId === orderId).map((job) => ({ ...inHandOf(jobView(job, lines.find(({ id }) => id === job.lineId), clocks, now), clocks, by.personId), points: [...pointsOfLevel(job.sheet, 'self')] })),
    })
  }
  const runs = ({ jobs: own }: { jobs: readonly JobView[] }) => (own.some(({ status }) => status === 'running') ? 0 : 1)
  return { rows: rows.toSorted((a, b) => runs(a) - runs(b)) }
}

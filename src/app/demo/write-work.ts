import { invariant } from '../../kernel/refusal.ts'
import type { LineData } from '../../modules/repair-orders/public.ts'
import type { VisitPlan } from './visit-plan.ts'
import { inspectionOf, isScanned } from './perform-visit.ts'
import { localDay } from '../../kernel/time.ts'
import { needsCertificate, widestKind } from '../../modules/quality/domain/certificate.ts'
import { periodOn } from '../../modules/quality/domain/guarantee.ts'
import type { CertificateFacts } from '../../modules/quality/public.ts'
import { moveTo, type Pen, type Written } from './pen.ts'

/** Dispatch, parts, clocks and final inspection, as the deeds leave them behind when all is done. */
export function writeWork(pen: Pen, visit: VisitPlan, order: Written, lines: readonly LineData[]): void {
  const { history } = pen
  const { at, people } = visit
  const labour = lines.filter(({ kind }) => kind === 'labour')
  const jobs = visit.jobs.map(({ technician, bay }, index) => {
    const line = labour[index]
    invariant(line !== undefined, 'a job without its labour line')
    return { id: history.newId(at.dispatched), orderId: order.id, lineId: line.id, bay, technicianId: technician.personId, technicianName: technician.name }
  })
  const unplanned = { plannedStart: null, plannedEnd: null, plannedMinutes: null } // what is over has no place on the board
  history.record(people.foreman, at.dispatched, { subject: 'repair-order', subjectId: order.id, after: { jobs: jobs.map((job) => ({ ...job, ...unplanned })) } })
  moveTo(pen, order, { to: 'in_work', by: people.foreman, at: at.dispatched })
  order.version += 1
  writeIssue(pen, visit, order, lines.filter(({ kind }) => kind === 'part'))
  for (const [index, { technician, from, to }] of visit.jobs.entries()) {
    const job = jobs[index]
    invariant(job !== undefined, 'a clock without its job')
    history.rows.clocks.push({
      id: history.newId(from), jobId: job.id, orderId: order.id, personId: technician.personId, personName: technician.name, startedAt: from, stoppedAt: to, pauseReason: 'finished',
    })
    history.record(technician, from, { subject: 'job', subjectId: job.id, before: { status: 'dispatched' }, after: { status: 'running' } })
    history.record(technician, to, { subject: 'job', subjectId: job.id, before: { status: 'running' }, after: { status: 'finished' } })
    history.rows.jobs.push({ ...job, status: 'finished', dispatchedAt: at.dispatched, finishedAt: to, reason: '', reworks: 0, selfCheck: 'passed', teamCheck: null, version: 3 })
    history.rows.checks.push({ id: job.id, jobId: job.id, orderId: order.id, level: 1, rework: 0, at: to, personId: technician.personId, personName: technician.name, result: 'passed', points: [], reason: '' })
    if (index === jobs.length - 1) moveTo(pen, order, { to: 'in_inspection', by: technician, at: to })
  }
  writeInspection(pen, visit, order)
  writeCertificate(pen, visit, order, labour)
}

function writeIssue({ history, shelves, sources }: Pen, { at: { picked: at }, people: { keeper } }: VisitPlan, order: Written, parts: readonly LineData[]): void {
  if (parts.length === 0) return
  const document = history.number(keeper, at, 'PK')
  const issued = parts.flatMap(({ id: lineId, partId, quantityThousandths }, index) => {
    invariant(partId !== null, 'a part line without its part')
    return shelves.take(partId, quantityThousandths).map(({ lotId, placeId, bin, thousandths, costFen }) => {
      history.rows.moves.push({
        id: history.newId(at), at, personId: keeper.personId, partId, lotId, fromPlace: placeId, toPlace: sources.jobId, thousandths, costFen, orderId: order.id, lineId,
        takesBack: null, document, reason: '', scanned: isScanned(at, index),
      })
      return { lineId, lotId, bin, thousandths, costFen }
    })
  })
  history.record(keeper, at, { subject: 'stock-issue', subjectId: order.id, after: { document, issued } })
}

function writeInspection(pen: Pen, { at: { inspected: at }, people: { inspector } }: VisitPlan, order: Written): void {
  const { history } = pen
  const id = history.newId(at)
  const points = inspectionOf(false)
  history.rows.inspections.push({
    id, orderId: order.id, at, inspectorId: inspector.personId, inspectorName: inspector.name, result: 'passed', points, cleanliness: 'A', roadTestKm: null, reason: '',
  })
  history.record(inspector, at, { subject: 'inspection', subjectId: id, after: { orderId: order.id, result: 'passed', points } })
  moveTo(pen, order, { to: 'ready', by: inspector, at })
}

/** The inspector's pass issues it where the law asks for one. */
function writeCertificate({ history, bookOn, legal }: Pen, { at: { inspected: at, estimated }, car, mileageKm, people: { inspector } }: VisitPlan, order: Written, labour: readonly LineData[]): void {
  const book = bookOn(estimated)
  const kinds = labour.flatMap(({ operationId }) => (operationId === null ? [] : [book.operationOf(operationId).repairKind]))
  if (!needsCertificate(kinds)) return
  const repairKind = widestKind(kinds)
  const facts: CertificateFacts = {
    plate: order.plate, vin: car.vin, engineNumber: car.engineNumber, model: order.modelName, owner: order.ownerName, orderNumber: order.number, arrivedAt: order.arrivedAt?.toISOString() ?? '',
    mileageKm, repairKind, ...periodOn(repairKind, localDay(at, inspector.timeZone), { legal, promised: [] }),
  }
  const certificate = { id: history.newId(at), number: history.number(inspector, at, 'CC'), orderId: order.id, issuedAt: at, inspectorId: inspector.personId, inspectorName: inspector.name, facts }
  history.rows.certificates.push(certificate)
  history.record(inspector, at, { subject: 'completion-certificate', subjectId: certificate.id, after: certificate })
}

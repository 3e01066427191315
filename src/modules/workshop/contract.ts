import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, filledText, id, moment, text, version } from '../../platform/shapes.ts'
import { trades } from '../catalogue/domain/kinds.ts'
import { addedWorkView } from '../repair-orders/contract.ts'
import { purposes, statuses } from '../repair-orders/domain/life.ts'
import { bayKinds, wrongKindCodes } from './domain/bays.ts'
import { inspectionPoints, jobStatuses, pauseReasons, waitReasons } from './domain/jobs.ts'
import { pointsFor, verdicts } from './domain/checks.ts'
import { keyPlaces } from './domain/keys.ts'
import { risks } from './domain/plan.ts'
import { waitOwners } from './domain/waits.ts'
import { workshopPermissions } from './permissions.ts'

const whole = z.number().int()

const measure = whole.min(-100_000_000).max(100_000_000)
const key = z.string().regex(/^[a-z0-9-]{1,20}$/)
export const checkPoint = z.strictObject({
  key, nameZh: filledText(60), nameEn: filledText(80), by: z.enum(pointsFor), value: z.strictObject({ unit: filledText(10), least: measure.nullable(), most: measure.nullable() }).nullable(), photo: z.boolean(),
})
const pointResult = z.strictObject({ key, verdict: z.enum(verdicts), value: measure.nullable().default(null) })
const checkState = z.enum(['due', 'passed']).nullable()

export const jobView = z.object({
  id, orderId: id, lineId: id, status: z.enum(jobStatuses), bay: z.string(), technicianId: id, technicianName: z.string(), dispatchedAt: moment, reason: z.string(),
  reworks: whole, version, code: z.string(), nameZh: z.string(), nameEn: z.string(), hoursThousandths: whole, trade: z.string().nullable(), clockedMinutes: whole, runningSince: moment.nullable(),
  /** Where it stands with levels 1 and 2; null: not asked for. */ selfCheck: checkState, teamCheck: checkState,
  /** When its clock stopped by itself at closing, where nobody has worked on it since. */ forgottenAt: moment.nullable(),
  /** Who works on it besides, with their shares of the sold hours in percent; null: by clocked time. */ helpers: z.array(z.object({ id, name: z.string(), share: whole.nullable() })), sharePercent: whole.nullable(),
})
export type JobView = z.output<typeof jobView>

const car = z.object({
  orderId: id, number: z.string(), plate: z.string(), modelName: z.string(), status: z.enum(statuses), advisorName: z.string(), promisedAt: moment.nullable(), version,
  /** Added work that waits for its price or for the customer. */ openAddedWork: whole,
})
/** `labour`: how many labour lines the order has, dispatched or not. */
export const shopRow = car.extend({ labour: whole, jobs: z.array(jobView) })
export type ShopRow = z.output<typeof shopRow>

export const listShop = route({
  does: 'List the cars in the workshop', method: 'GET', path: '/workshop', needs: workshopPermissions.see, gives: z.object({ rows: z.array(shopRow) }),
})

const order = { params: z.strictObject({ orderId: id }) }

export const workView = car.extend({
  concern: z.string(),
  labour: z.array(z.object({ lineId: id, code: z.string(), nameZh: z.string(), nameEn: z.string(), hoursThousandths: whole, trade: z.string().nullable(), job: jobView.nullable() })),
  checks: z.array(z.object({
    id, jobId: id, level: z.literal([1, 2]), rework: whole, at: moment, personName: z.string(), result: z.enum(['passed', 'failed']), reason: z.string(),
    points: z.array(checkPoint.omit({ by: true }).extend({ verdict: z.enum(verdicts), measured: whole.nullable() })),
  })),
  inspections: z.array(z.object({
    id, at: moment, inspectorId: id, inspectorName: z.string(), result: z.enum(['passed', 'failed']), points: z.record(z.string(), z.string()),
    cleanliness: z.enum(['A', 'B', 'C']), roadTestKm: whole.nullable(), reason: z.string(),
  })),
})
export type WorkView = z.output<typeof workView>

export const seeWork = route({
  does: 'See the work on one car', method: 'GET', path: '/workshop/:orderId', needs: workshopPermissions.see, ...order, gives: workView,
})

export const listMyJobs = route({
  does: 'List my own jobs', method: 'GET', path: '/workshop-jobs/mine', needs: workshopPermissions.clock,
  gives: z.object({ rows: z.array(shopRow.extend({ jobs: z.array(jobView.extend({ /** What its technician answers when he finishes it. */ points: z.array(checkPoint) })), concern: z.string(), /** Part lines of which something is still missing on the shelves. */ shortParts: whole, addedWork: z.array(addedWorkView.pick({ id: true, findings: true, status: true })) })) }),
})

export const dispatchJobs = route({
  does: 'Dispatch labour to technicians and bays', method: 'POST', path: '/workshop/:orderId/dispatch', needs: workshopPermissions.dispatch, ...order,
  body: z.strictObject({ version, jobs: z.array(z.strictObject({ lineId: id, technicianId: id, bay: text(20), start: moment.optional() })).min(1).max(100) }), gives: done,
  refuses: ['workshop.not-authorised', 'workshop.job-begun', 'workshop.not-labour', 'workshop.not-a-technician', 'workshop.technician-absent', 'workshop.bay-unknown', ...wrongKindCodes, 'qualifications.no-certificate', 'qualifications.certificate-over'],
})

const job = { params: z.strictObject({ jobId: id }) }
const pointRefusals = ['workshop.check-point-open', 'workshop.check-point-faulty', 'workshop.check-value-missing', 'workshop.check-value-outside', 'workshop.check-photo-missing'] as const
/** When it was done, for a deed that waited on a phone without network; the server's moment when it is missing or cannot be. */
const at = moment.optional()

export const clockOn = route({
  does: 'Clock on to a job', method: 'POST', path: '/workshop-jobs/:jobId/clock-on', needs: workshopPermissions.clock, ...job, body: z.strictObject({ at }), gives: done,
  refuses: ['workshop.not-your-job', 'workshop.clock-runs', 'workshop.job-over'],
})
export const pauseJob = route({
  does: 'Pause a job with a reason', method: 'POST', path: '/workshop-jobs/:jobId/pause', needs: workshopPermissions.clock, ...job,
  body: z.strictObject({ at, reason: z.enum(pauseReasons) }), gives: done, refuses: ['workshop.not-your-job', 'workshop.clock-stands'],
})
export const finishJob = route({
  does: 'Finish a job', method: 'POST', path: '/workshop-jobs/:jobId/finish', needs: workshopPermissions.clock, ...job, body: z.strictObject({ at, /** Of the points that its kind of work asks its technician for. */ results: z.array(pointResult).max(60).default([]) }), gives: done,
  refuses: ['workshop.not-your-job', 'workshop.never-begun', ...pointRefusals],
})
export const listJobsToCheck = route({
  does: 'List the jobs that wait for their team check', method: 'GET', path: '/workshop-jobs/to-check', needs: workshopPermissions.check,
  gives: z.object({ rows: z.array(jobView.pick({ orderId: true, bay: true, technicianId: true, technicianName: true, reworks: true, version: true, code: true, nameZh: true, nameEn: true }).extend({ jobId: id, plate: z.string(), modelName: z.string(), finishedAt: moment, points: z.array(checkPoint) })) }),
})
export const checkJob = route({
  does: 'Check a finished job for the team', method: 'POST', path: '/workshop-jobs/:jobId/check', needs: workshopPermissions.check, ...job,
  body: z.strictObject({ version, result: z.enum(['passed', 'failed']), reason: text(300).default(''), results: z.array(pointResult).max(60).default([]) }), gives: done,
  refuses: ['workshop.nothing-to-check', 'workshop.own-check', 'workshop.leader-checks', 'workshop.failure-needs-reason', ...pointRefusals],
})
const sheetBody = { nameZh: filledText(60), nameEn: filledText(80), selfCheck: z.boolean(), teamCheck: z.boolean(), points: z.array(checkPoint).max(60) }
const kindOfWork = { trade: z.enum(trades), codeBegins: z.string().trim().regex(/^[A-Z0-9-]{0,30}$/).default('') }
export const checkSheetView = z.object({ id, ...kindOfWork, codeBegins: z.string(), ...sheetBody, active: z.boolean(), version })
export type CheckSheetView = z.output<typeof checkSheetView>

export const listCheckSheets = route({
  does: 'List what is checked on each kind of work', method: 'GET', path: '/workshop-check-sheets', needs: workshopPermissions.see, gives: z.object({ rows: z.array(checkSheetView) }),
})
const sheetRefusals = ['workshop.sheet-twice', 'workshop.sheet-point-twice', 'workshop.sheet-limits-missing', 'workshop.sheet-limits-crossed', 'workshop.sheet-level-off'] as const
export const addCheckSheet = route({
  does: 'Say what is checked on a kind of work', method: 'POST', path: '/workshop-check-sheets', needs: workshopPermissions.keepSheets, body: z.strictObject({ ...kindOfWork, ...sheetBody }), gives: z.object({ id }), refuses: [...sheetRefusals],
})
export const editCheckSheet = route({
  does: 'Change what is checked on a kind of work', method: 'POST', path: '/workshop-check-sheets/:sheetId', needs: workshopPermissions.keepSheets, params: z.strictObject({ sheetId: id }),
  body: z.strictObject({ version, ...sheetBody, active: z.boolean() }), gives: done, refuses: [...sheetRefusals],
})
const share = whole.min(0).max(100).nullable()
export const setHelpers = route({
  does: 'Let others help on a job, and share its sold hours', method: 'POST', path: '/workshop-jobs/:jobId/helpers', needs: workshopPermissions.dispatch, ...job,
  body: z.strictObject({ version, helpers: z.array(z.strictObject({ personId: id, share })).max(5), /** Of the job's technician. */ ownShare: share }), gives: done,
  refuses: ['workshop.helpers-over', 'workshop.helper-twice', 'workshop.helper-clocked', 'workshop.shares-not-100', 'workshop.not-a-technician', 'qualifications.no-certificate', 'qualifications.certificate-over'],
})
export const stopJob = route({
  does: 'Stop a job with a reason', method: 'POST', path: '/workshop-jobs/:jobId/stop', needs: workshopPermissions.stop, ...job,
  body: z.strictObject({ reason: filledText(300) }), gives: done, refuses: ['workshop.stop-over'],
})

export const inspect = route({
  does: 'Sign the final inspection', method: 'POST', path: '/workshop/:orderId/inspection', needs: workshopPermissions.inspect, ...order,
  body: z.strictObject({
    version, result: z.enum(['passed', 'failed']), points: z.record(z.enum(inspectionPoints), z.enum(['good', 'faulty', 'none'])), cleanliness: z.enum(['A', 'B', 'C']),
    roadTestKm: whole.min(0).max(200).nullable(), reason: text(500).default(''),
  }),
  gives: done, refuses: ['workshop.not-in-inspection', 'workshop.own-work', 'workshop.self-check-missing', 'workshop.team-check-missing', 'workshop.points-open', 'workshop.added-work-open', 'workshop.failure-needs-reason', 'qualifications.no-certificate', 'qualifications.certificate-over'],
})

const correction = z.object({ at: moment, personName: z.string(), reason: z.string(), fromBefore: moment, untilBefore: moment, fromAfter: moment, untilAfter: moment })
export const clockView = z.object({
  id, orderId: id, jobId: id, number: z.string(), plate: z.string(), status: z.enum(statuses), code: z.string(), nameZh: z.string(), nameEn: z.string(), personId: id, personName: z.string(),
  from: moment, until: moment.nullable(), reason: z.enum([...waitReasons, 'finished']).nullable(), version, corrections: z.array(correction),
})
export type ClockView = z.output<typeof clockView>

export const listClocks = route({
  does: 'List the clocks of a day, and those forgotten lately that nobody corrected', method: 'GET', path: '/workshop-clocks', needs: workshopPermissions.see, query: z.strictObject({ day }),
  gives: z.object({ rows: z.array(clockView), forgotten: z.array(clockView) }),
})
export const correctClock = route({
  does: 'Correct a clock with a reason', method: 'POST', path: '/workshop-clocks/:clockId/correct', needs: workshopPermissions.correctClock, params: z.strictObject({ clockId: id }),
  body: z.strictObject({ version, from: moment, until: moment, reason: filledText(200) }), gives: done,
  refuses: ['workshop.clock-still-runs', 'workshop.order-settled', 'workshop.clock-backwards', 'workshop.clock-in-future', 'workshop.clock-too-long', 'workshop.clock-too-old', 'workshop.clocks-overlap'],
})

const span = z.object({ from: moment, until: moment })

export const outOfService = span.extend({ id, bayId: id, reason: z.string(), saidByName: z.string(), version })
export const bayView = z.object({ id, name: z.string(), kind: z.enum(bayKinds), place: whole, active: z.boolean(), version })
export type BayView = z.output<typeof bayView>

export const listBays = route({
  does: 'List the bays of the workshop', method: 'GET', path: '/workshop-bays', needs: workshopPermissions.see,
  gives: z.object({ rows: z.array(bayView), outOfService: z.array(outOfService) }),
})
const bayBody = { name: filledText(20), kind: z.enum(bayKinds), place: whole.min(0).max(999) }
export const addBay = route({
  does: 'Add a bay', method: 'POST', path: '/workshop-bays', needs: workshopPermissions.maintainBays, body: z.strictObject(bayBody),
  gives: z.object({ id }), refuses: ['workshop.bay-twice'],
})
const bay = { params: z.strictObject({ bayId: id }) }
export const editBay = route({
  does: 'Change a bay', method: 'POST', path: '/workshop-bays/:bayId', needs: workshopPermissions.maintainBays, ...bay,
  body: z.strictObject({ version, ...bayBody, active: z.boolean() }), gives: done, refuses: ['workshop.bay-twice', 'workshop.bay-in-use'],
})
const closingWork = { inspectionMinutes: whole.min(0).max(480), washMinutes: whole.min(0).max(480), handOverMinutes: whole.min(1).max(480), version: version.or(z.literal(0)) }
export const seeClosingWork = route({
  does: 'See how long inspection and wash take', method: 'GET', path: '/workshop-bays/closing-work', needs: workshopPermissions.see, gives: z.object(closingWork),
})
export const setClosingWork = route({
  does: 'Set how long inspection and wash take', method: 'POST', path: '/workshop-bays/closing-work/set', needs: workshopPermissions.maintainBays, body: z.strictObject(closingWork), gives: done,
})
export const takeOutOfService = route({
  does: 'Take a bay out of service', method: 'POST', path: '/workshop-bays/:bayId/take-out', needs: workshopPermissions.maintainBays, ...bay,
  body: z.strictObject({ from: moment, until: moment, reason: filledText(200) }), gives: z.object({ id }), refuses: ['workshop.out-ends-early'],
})
export const bringBack = route({
  does: 'Bring a bay back into service', method: 'POST', path: '/workshop-bays/out-of-service/:outId/end', needs: workshopPermissions.maintainBays,
  params: z.strictObject({ outId: id }), body: z.strictObject({ version }), gives: done, refuses: ['workshop.out-over'],
})

export const boardJob = z.object({
  id, orderId: id, number: z.string(), plate: z.string(), purpose: z.enum(purposes), modelName: z.string(), status: z.enum(jobStatuses), bay: z.string(), technicianId: id, technicianName: z.string(),
  code: z.string(), nameZh: z.string(), nameEn: z.string(), trade: z.string().nullable(), reason: z.string(), promisedAt: moment.nullable(), plannedStart: moment, plannedMinutes: whole, restMinutes: whole,
  /** Expected, the whole of it; what of it falls on the day shown. */ until: moment, shown: span, comesIn: z.boolean(), goesOn: z.boolean(),
  /** Of the whole car: its last job counts. */ risk: z.enum(risks).nullable(), isLast: z.boolean(), /** Whose job it is is absent on the day shown. */ technicianAbsent: z.boolean(), version,
})
export type BoardJob = z.output<typeof boardJob>

/** Labour that has no place on the board: given to nobody (`jobId` null), or to somebody without bay and time. */
export const unplaced = z.object({
  orderId: id, orderVersion: version, lineId: id, jobId: id.nullable(), version, plate: z.string(), modelName: z.string(), purpose: z.enum(purposes), code: z.string(), nameZh: z.string(), nameEn: z.string(),
  trade: z.string().nullable(), minutes: whole, technicianId: id.nullable(), technicianName: z.string(), promisedAt: moment.nullable(),
})
export type Unplaced = z.output<typeof unplaced>

const worker = z.object({ id, name: z.string(), /** Null: he is there. Absent until a day, or, with none, off by the roster. */ away: z.object({ untilDay: day.nullable() }).nullable() })

export const listWorkers = route({
  does: 'List whoever may be given work, and who of them is away on a day', method: 'GET', path: '/workshop-workers', needs: workshopPermissions.see, query: z.strictObject({ day }), gives: z.object({ rows: z.array(worker) }),
})

export const seeBoard = route({
  does: 'See the workshop board of a day', method: 'GET', path: '/workshop-board', needs: workshopPermissions.see, query: z.strictObject({ day }),
  gives: z.object({
    day, open: span.nullable(), /** What the board shows: the opening hours, wider where open work lies outside them. */ window: span,
    bays: z.array(bayView.extend({ loadPercent: whole.nullable(), outOfService: z.array(span.extend({ reason: z.string() })) })),
    jobs: z.array(boardJob), unplaced: z.array(unplaced),
    technicians: z.array(worker.extend({ plannedMinutes: whole, openMinutes: whole })),
  }),
})
export type WorkshopBoard = z.output<typeof seeBoard.gives>

export const planJob = route({
  does: 'Plan bay and time of a job', method: 'POST', path: '/workshop-board/:jobId/plan', needs: workshopPermissions.plan, ...job,
  body: z.strictObject({ version, bay: filledText(20), start: moment, minutes: whole.min(15).max(6_000).multipleOf(15).optional(), technicianId: id.optional() }), gives: done,
  refuses: ['workshop.plan-over', 'workshop.begun-keeps-start', 'workshop.plan-in-past', 'workshop.bay-unknown', ...wrongKindCodes, 'workshop.bay-out', 'workshop.bay-taken', 'workshop.job-begun', 'workshop.not-a-technician', 'workshop.technician-absent', 'qualifications.no-certificate', 'qualifications.certificate-over'],
})

export const waitView = z.object({
  jobId: id, orderId: id, plate: z.string(), modelName: z.string(), code: z.string(), nameZh: z.string(), nameEn: z.string(), bay: z.string(), reason: z.enum(waitReasons), /** It waits for parts, and all of them have come. */ partsHere: z.boolean(), since: moment, hours: whole,
  owner: z.enum(waitOwners), ownerName: z.string(), promisedAt: moment.nullable(), /** Over 48 hours without a word why. */ owesReason: z.boolean(),
  note: z.object({ words: z.string(), at: moment, personName: z.string() }).nullable(),
})
export type WaitView = z.output<typeof waitView>

export const listWaits = route({
  does: 'List the cars that wait', method: 'GET', path: '/workshop-waits', needs: workshopPermissions.see, gives: z.object({ rows: z.array(waitView) }),
})
export const explainWait = route({
  does: 'Say why a car waits', method: 'POST', path: '/workshop-waits/:jobId/explain', needs: workshopPermissions.explainWait, ...job,
  body: z.strictObject({ words: filledText(300) }), gives: z.object({ id }), refuses: ['workshop.not-waiting'],
})

export const keyView = z.object({
  orderId: id, plate: z.string(), modelName: z.string(), status: z.enum(statuses), keyTag: z.string(), place: z.enum(keyPlaces), note: z.string(), since: moment.nullable(), personName: z.string(),
  /** How often it was moved; the next move counts on. */ moves: whole,
})
export type KeyView = z.output<typeof keyView>

export const listKeys = route({
  does: 'List the keys of the house', method: 'GET', path: '/workshop-keys', needs: workshopPermissions.see, gives: z.object({ rows: z.array(keyView) }),
})
export const seeKey = route({
  does: 'See where a key has been', method: 'GET', path: '/workshop-keys/:orderId', needs: workshopPermissions.see, ...order,
  gives: z.object({ rows: z.array(z.object({ id, at: moment, personName: z.string(), place: z.enum(keyPlaces), note: z.string() })) }),
})
export const moveKey = route({
  does: 'Record where a key is', method: 'POST', path: '/workshop-keys/:orderId/move', needs: workshopPermissions.moveKey, ...order,
  body: z.strictObject({ moves: whole.min(0).max(10_000), place: z.enum(keyPlaces), note: text(100).default('') }), gives: z.object({ moves: whole }),
  refuses: ['workshop.key-with-customer', 'workshop.key-there-already', 'workshop.key-note-missing'],
})

const wallCar = z.object({ orderId: id, plate: z.string(), modelName: z.string(), bay: z.string(), people: z.array(z.string()), promisedAt: moment.nullable(), state: z.enum(['working', 'waiting', 'to-begin', 'inspection']), risk: z.enum(risks).nullable() })
export const seeWorkshopWall = route({
  does: 'See the wall board of the workshop', method: 'GET', path: '/workshop-wall', needs: workshopPermissions.wall,
  gives: z.object({ counts: z.object({ inShop: whole, inWork: whole, waiting: whole, inInspection: whole, ready: whole, late: whole }), cars: z.array(wallCar) }),
})
export type WallCar = z.output<typeof wallCar>
/** Plates are masked: customers read this one. */
export const seeReceptionWall = route({
  does: 'See the wall board of the reception', method: 'GET', path: '/workshop-wall/reception', needs: workshopPermissions.wall,
  gives: z.object({ cars: z.array(z.object({ orderId: id, plate: z.string(), modelName: z.string(), advisorName: z.string(), promisedAt: moment.nullable(), state: z.enum(['ready', 'inspection', 'working']) })) }),
})

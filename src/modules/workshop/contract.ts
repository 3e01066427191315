import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { done, filledText, id, moment, text, version } from '../../platform/shapes.ts'
import { addedWorkView } from '../repair-orders/contract.ts'
import { statuses } from '../repair-orders/domain/life.ts'
import { inspectionPoints, jobStatuses, pauseReasons } from './domain/jobs.ts'
import { workshopPermissions } from './permissions.ts'

const whole = z.number().int()

export const jobView = z.object({
  id, orderId: id, lineId: id, status: z.enum(jobStatuses), bay: z.string(), technicianId: id, technicianName: z.string(), dispatchedAt: moment, reason: z.string(),
  reworks: whole, version, code: z.string(), nameZh: z.string(), nameEn: z.string(), hoursThousandths: whole, trade: z.string().nullable(), clockedMinutes: whole, runningSince: moment.nullable(),
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
  does: 'List the cars in the workshop', method: 'GET', path: '/workshop', needs: workshopPermissions.see, gives: z.object({ rows: z.array(shopRow) }), example: {},
})

const order = { params: z.strictObject({ orderId: id }) }

export const workView = car.extend({
  concern: z.string(),
  labour: z.array(z.object({ lineId: id, code: z.string(), nameZh: z.string(), nameEn: z.string(), hoursThousandths: whole, trade: z.string().nullable(), job: jobView.nullable() })),
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
  gives: z.object({ rows: z.array(shopRow.extend({ concern: z.string(), /** Part lines of which something is still missing on the shelves. */ shortParts: whole, addedWork: z.array(addedWorkView.pick({ id: true, findings: true, status: true })) })) }), example: {},
})

export const dispatchJobs = route({
  does: 'Dispatch labour to technicians and bays', method: 'POST', path: '/workshop/:orderId/dispatch', needs: workshopPermissions.dispatch, ...order,
  body: z.strictObject({ version, jobs: z.array(z.strictObject({ lineId: id, technicianId: id, bay: text(20) })).min(1).max(100) }), gives: done,
  refuses: ['workshop.not-authorised', 'workshop.job-begun', 'workshop.not-labour', 'workshop.not-a-technician', 'qualifications.no-certificate', 'qualifications.certificate-over'],
})

const job = { params: z.strictObject({ jobId: id }) }
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
  does: 'Finish a job', method: 'POST', path: '/workshop-jobs/:jobId/finish', needs: workshopPermissions.clock, ...job, body: z.strictObject({ at }), gives: done,
  refuses: ['workshop.not-your-job', 'workshop.never-begun'],
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
  gives: done, refuses: ['workshop.not-in-inspection', 'workshop.own-work', 'workshop.points-open', 'workshop.added-work-open', 'workshop.failure-needs-reason', 'qualifications.no-certificate', 'qualifications.certificate-over'],
})

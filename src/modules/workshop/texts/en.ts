import type { zh } from './zh-CN.ts'

export const en: Record<keyof typeof zh, string> = {
  'workshop.title': 'Dispatch and inspection',
  'workshop.my-jobs': 'My jobs',
  'workshop.not-authorised': 'The customer has not authorised the work yet, or it is finished: nothing to dispatch.',
  'workshop.job-begun': 'This job was begun; it cannot be given to somebody else. Stop or finish it first.',
  'workshop.not-labour': 'Only labour is dispatched.',
  'workshop.not-a-technician': 'Jobs go to technicians or team leaders of this store.',
  'workshop.not-your-job': 'This job was given to somebody else.',
  'workshop.clock-runs': 'Your clock runs on {plate}. Pause or finish that first.',
  'workshop.clock-stands': 'No clock runs on this job.',
  'workshop.job-over': 'This job is over; the clock cannot start.',
  'workshop.never-begun': 'It was never begun, so it cannot be finished.',
  'workshop.not-in-inspection': 'The car is not in inspection. All labour must be finished first.',
  'workshop.own-work': 'Nobody inspects a car he worked on. Ask another inspector.',
  'workshop.points-open': '{count} points are faulty; the car cannot pass.',
  'workshop.failure-needs-reason': 'A failed inspection needs the reason for the rework.',
}

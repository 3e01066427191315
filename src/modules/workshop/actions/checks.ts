import { found, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { staffOf } from '../../organisation/public.ts'
import { moveOrder } from '../../repair-orders/public.ts'
import { leadersOf } from '../../teams/public.ts'
import type { listCheckSheets as sheetsRoute, listJobsToCheck as dueRoute } from '../contract.ts'
import * as data from '../data/checks.ts'
import { clocksOfOrders } from '../data/jobs.ts'
import { leads, pointsOfLevel, whyNotKeepSheet, whyNotSignCheck, whyNotTeamCheck, type PointResult } from '../domain/checks.ts'
import { answeredPoints, photographed } from './check-points.ts'
import { lockedJob } from './clock.ts'

export type CheckWish = { readonly jobId: string; readonly version: number; readonly result: 'passed' | 'failed'; readonly reason: string; readonly results: readonly PointResult[] }

/** Level 2: somebody of the team who did not do it looks at a finished job; what fails goes back to its technician with the reason. */
export async function checkJob(deed: Deed, wish: CheckWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { job, order } = await lockedJob(deed, wish.jobId)
  refuseStale(job.version, wish.version)
  const clockedBy = (await clocksOfOrders(tx, by.storeId, [order.id])).filter(({ jobId }) => jobId === job.id).map(({ personId }) => personId)
  const doers = await staffOf(deed, [...new Set([job.technicianId, ...job.helpers.map(({ id }) => id), ...clockedBy])])
  const leaderIds = await leadersOf(tx, by.storeId, doers.map(({ id }) => id), localDay(now, by.timeZone))
  refuseIf(whyNotTeamCheck({ orderStatus: order.status, job, personId: by.personId, positions: by.positions, leaderIds, clockedBy, leaderDidIt: doers.some(({ id, positions }) => leads(positions) || leaderIds.includes(id)) }))
  const points = pointsOfLevel(job.sheet, 'team')
  refuseIf(whyNotSignCheck({ points, results: wish.results, result: wish.result, reason: wish.reason, photos: await photographed(deed, { jobId: job.id, orderId: order.id, points }) }))
  const reason = wish.result === 'failed' ? wish.reason : ''
  const check = { id: deed.newId(), jobId: job.id, orderId: order.id, rework: job.reworks, at: now, personId: by.personId, personName: by.name, result: wish.result, points: answeredPoints(points, wish.results), reason }
  await data.insertTeamCheck(tx, by.storeId, check)
  deed.record({ subject: 'job-check', subjectId: check.id, after: check, ...(reason === '' ? {} : { reason }) })
  deed.announce({ event: 'workshop.checked', subjectId: order.id })
  if (wish.result === 'passed') {
    await data.markTeamChecked(tx, by.storeId, job.id)
    return { version: job.version + 1 }
  }
  await data.reopenJob(tx, by.storeId, job.id, reason)
  if (order.status === 'in_inspection') await moveOrder(deed, order, 'in_work', reason)
  return { version: job.version + 1 }
}

/** What waits for a team check, the longest first; those the reader did himself are another's to check. */
export async function listJobsToCheck({ tx, by }: Reading): Promise<AnswerOf<typeof dueRoute>> {
  return { rows: (await data.jobsToCheck(tx, by.storeId)).map(({ finishedAt, sheet, ...job }) => ({ ...job, finishedAt: finishedAt.toISOString(), points: [...pointsOfLevel(sheet, 'team')] })) }
}

export async function listCheckSheets({ tx, by }: Reading): Promise<AnswerOf<typeof sheetsRoute>> {
  return { rows: (await data.listSheets(tx, by.storeId)).map((sheet) => ({ ...sheet, points: [...sheet.points] })) }
}

export type NewSheet = Omit<data.SheetData, 'id' | 'active' | 'version'>

export async function addCheckSheet(deed: Deed, wish: NewSheet): Promise<{ id: string }> {
  refuseIf(whyNotKeepSheet(wish))
  const sheet = { ...wish, id: deed.newId() }
  if (await data.insertSheet(deed.tx, deed.by.storeId, sheet) === 0) refuse(new Refusal('workshop.sheet-twice'))
  deed.record({ subject: 'check-sheet', subjectId: sheet.id, after: wish })
  deed.announce({ event: 'workshop.sheet-changed', subjectId: sheet.id })
  return { id: sheet.id }
}

export async function editCheckSheet(deed: Deed, { sheetId, version, ...wish }: Omit<NewSheet, 'trade' | 'codeBegins'> & { readonly sheetId: string; readonly version: number; readonly active: boolean }): Promise<{ version: number }> {
  const { tx, by } = deed
  const sheet = found(await data.lockSheet(tx, by.storeId, sheetId), 'check sheet')
  refuseStale(sheet.version, version)
  refuseIf(whyNotKeepSheet(wish))
  if (wish.active && !sheet.active && await data.activeTwin(tx, by.storeId, sheet) !== null) refuse(new Refusal('workshop.sheet-twice'))
  await data.updateSheet(tx, by.storeId, { ...wish, id: sheet.id })
  deed.record({ subject: 'check-sheet', subjectId: sheet.id, before: sheet, after: wish })
  deed.announce({ event: 'workshop.sheet-changed', subjectId: sheet.id })
  return { version: version + 1 }
}

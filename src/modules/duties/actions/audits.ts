import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { addDays, localDay, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { seeAudits as seeRoute } from '../contract.ts'
import * as data from '../data/audits.ts'
import { askedPoints } from '../domain/checklists.ts'
import { whyNotAudit, type PointResult } from '../domain/instance.ts'
import { auditList } from './store-checklists.ts'

const [daysOfFindings, daysOfTrend] = [60, 30]

const boundsOf = ({ by, now }: Pick<Reading, 'by' | 'now'>) => {
  const day = localDay(now, by.timeZone)
  return { day, from: startOfDay(day, by.timeZone), until: startOfDay(addDays(day, 1), by.timeZone) }
}

/** Which car is next, what was audited today, what is still open at each advisor, and where the desk is weak. */
export async function seeAudits(reading: Reading): Promise<AnswerOf<typeof seeRoute>> {
  const { tx, by, now } = reading
  const bounds = boundsOf(reading)
  const next = await data.carsToAudit(tx, by.storeId, bounds)
  const seen = new Set<string>()
  // One car of each advisor, so that all are audited in turn.
  const inTurn = next.filter(({ advisorId }) => !seen.has(advisorId) && Boolean(seen.add(advisorId)))
  const since = new Date(now.getTime() - daysOfFindings * 86_400_000)
  return {
    day: bounds.day, points: askedPoints(await auditList(reading)),
    next: inTurn.slice(0, 8).map(({ arrivedAt, lastAuditAt, ...car }) => ({ ...car, arrivedAt: arrivedAt.toISOString(), lastAuditAt: lastAuditAt?.toISOString() ?? null })),
    done: (await data.auditsOfDay(tx, by.storeId, bounds.day)).map(({ at, advisorId: _, ...audit }) => ({ ...audit, at: at.toISOString() })),
    findings: (await data.openFindings(tx, by.storeId, null, since)).map(({ at, auditId: _, ...finding }) => ({ ...finding, at: at.toISOString() })),
    trend: await data.pointTrend(tx, by.storeId, addDays(bounds.day, -daysOfTrend)),
  }
}

/** FDS-2.5: one car against the process, point by point. A car is audited once a day. */
export async function auditCar(deed: Deed, { orderId, points: answers }: { orderId: string; points: readonly PointResult[] }): Promise<{ id: string; failed: number }> {
  const { tx, by, now } = deed
  const bounds = boundsOf(deed)
  const car = found((await data.carsToAudit(tx, by.storeId, bounds)).find((known) => known.orderId === orderId), 'car')
  const asked = askedPoints(await auditList(deed))
  refuseIf(whyNotAudit({ points: asked, answers, ownCar: car.advisorId === by.personId }))
  const points = asked.map(({ id, zh, en }) => ({ zh, en, ...found(answers.find(({ point }) => point === id), 'point') }))
  const audit = { ...car, id: deed.newId(), at: now, day: bounds.day, personId: by.personId, personName: by.name, points, failed: points.filter(({ result }) => result === 'fail').length }
  const written = await data.insertAudit(tx, by.storeId, audit)
  refuseIf(written === 0 ? new Refusal('duties.audited-today') : null)
  deed.record({ subject: 'process-audit', subjectId: audit.id, after: { orderNumber: car.orderNumber, advisor: car.advisorName, failed: audit.failed, points } })
  deed.announce({ event: 'duty.audited', subjectId: audit.id })
  return { id: audit.id, failed: audit.failed }
}

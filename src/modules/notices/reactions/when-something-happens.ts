import type { Announcement, Deed } from '../../../platform/deed.ts'
import { wallTime } from '../../../kernel/time.ts'
import { deputiesFor } from '../../approvals/domain/stand-ins.ts'
import { standInsAt } from '../../approvals/public.ts'
import { peopleByPosition, peopleWithRight } from '../../organisation/public.ts'
import { findRequests } from '../../purchasing/public.ts'
import { findOrder } from '../../repair-orders/public.ts'
import { findTask } from '../../tasks/public.ts'
import { approvalTelling, refusalTelling, requestKey } from '../actions/approvals.ts'
import { tell, type Telling } from '../actions/tell.ts'
import { settleNotices } from '../data/notices.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** In the deed's own transaction: whom an approval, a complaint or a part that came concerns is told, but never who did it himself. */
export async function tellNews(deed: Deed, news: readonly Announcement[]): Promise<void> {
  const tellings: Telling[] = []
  for (const item of news) {
    tellings.push(...await tellingsOf(deed, item))
    await settle(deed, item)
  }
  if (tellings.length === 0) return
  const { tx, by, now } = deed
  const others = tellings.map((telling) => ({ ...telling, to: telling.to.filter((personId) => personId !== by.personId) }))
  if (await tell({ tx, store: { id: by.storeId, timeZone: by.timeZone }, now, newId: deed.newId }, others) > 0) deed.announce({ event: 'notice.made', subjectId: by.storeId })
}

/** A request that is decided, or was withdrawn, waits for nobody any more. */
async function settle(deed: Deed, { event, facts = {} }: Announcement): Promise<void> {
  if (event !== 'approval.decided') return
  if (await settleNotices(deed.tx, deed.by.storeId, deed.now, requestKey(text(facts['requestId']))) > 0) deed.announce({ event: 'notice.read', subjectId: deed.by.personId })
}

async function tellingsOf(deed: Deed, { event, subjectId, facts = {} }: Announcement): Promise<Telling[]> {
  const { tx, by, now } = deed
  if (event === 'approval.asked') {
    const store = { id: by.storeId, timeZone: by.timeZone }
    const right = text(facts['right'])
    const to = [...new Set([...await peopleWithRight(tx, store, right, now), ...deputiesFor(await standInsAt(tx, store, now), right, by.personId)])]
    return [approvalTelling({ key: requestKey(text(facts['requestId'])), kind: text(facts['kind']), about: text(facts['about']), name: by.name }, to)]
  }
  if (event === 'approval.decided') {
    return facts['state'] === 'refused' ? [refusalTelling({ requestId: text(facts['requestId']), kind: text(facts['kind']), about: text(facts['about']), name: text(facts['name']), subjectId: text(facts['subjectId']), reason: text(facts['reason']) }, text(facts['askedBy']))] : []
  }
  if (event === 'complaint.opened') {
    const people = await peopleByPosition(tx, { id: by.storeId, timeZone: by.timeZone }, now)
    const dueAt = text(facts['dueAt'])
    return [{
      kind: 'complaint-runs', key: `complaint ${subjectId}`, path: '/follow-ups', to: (people.get(text(facts['assignedTo'])) ?? []).map(({ id }) => id),
      facts: { number: text(facts['number']), plate: text(facts['plate']), time: dueAt === '' ? '' : wallTime(new Date(dueAt), by.timeZone).replace('T', ' ') },
    }]
  }
  if (event === 'duty.checklist-signed') {
    const { positions, ...said } = facts
    const people = await peopleByPosition(tx, { id: by.storeId, timeZone: by.timeZone }, now)
    const to = (Array.isArray(positions) ? positions : []).flatMap((position) => people.get(text(position)) ?? []).map(({ id }) => id)
    return [{ kind: 'checklist-signed', key: `signed ${subjectId}`, path: '/today', to, facts: { name: by.name, listZh: text(said['listZh']), listEn: text(said['listEn']), foundZh: text(said['foundZh']), foundEn: text(said['foundEn']), passed: Number(said['passed']), failed: Number(said['failed']) } }]
  }
  if (event === 'purchase-request.arrived') {
    const orderId = text(facts['orderId'])
    const order = await findOrder(tx, by.storeId, orderId)
    return order === null ? [] : [{ kind: 'shortage-arrived', key: `arrived ${subjectId}`, path: `/repair-orders/${orderId}`, to: [order.advisorId], facts: { plate: order.plate, number: order.number } }]
  }
  if (event === 'purchase-request.source-lost' || event === 'purchase-request.reopened') return ofRequest(deed, { kind: event === 'purchase-request.reopened' ? 'arrival-reversed' : 'source-lost', requestId: subjectId, why: text(facts['why']) })
  if (event === 'stock.reservation-lost') {
    const order = await findOrder(tx, by.storeId, subjectId)
    return order === null ? [] : [{
      kind: 'arrival-reversed', key: `arrival-reversed ${subjectId} ${text(facts['moveId'])}`, path: `/repair-orders/${subjectId}`, to: [order.advisorId],
      facts: { plate: order.plate, number: order.number, partZh: text(facts['nameZh']), partEn: text(facts['nameEn']), subject: ` · ${text(facts['why'])}` },
    }]
  }
  if (event === 'task.given' || event === 'task.passed') {
    const task = await findTask(tx, by.storeId, subjectId)
    if (task === null) return []
    const people = await peopleByPosition(tx, { id: by.storeId, timeZone: by.timeZone }, now)
    const to = task.ownerId === null ? (people.get(task.position) ?? []).map(({ id }) => id) : [task.ownerId]
    return [{ kind: 'task-given', key: `task ${subjectId} ${String(task.version)}`, path: `/tasks/${subjectId}`, to, facts: { number: task.number, subject: ` · ${task.words}`, name: by.name, time: wallTime(task.dueAt, by.timeZone).replace('T', ' ') } }]
  }
  if (event === 'order-calendar.announced') {
    // PTS-1.1: the desk hears of the days on which parts are ordered, and anew where they changed.
    const people = await peopleByPosition(tx, { id: by.storeId, timeZone: by.timeZone }, now)
    const month = text(facts['month'])
    return [{ kind: 'order-days-announced', key: `order-days ${month} ${String(facts['version'])}`, path: '/order-calendar', to: ['SAD', 'FDS'].flatMap((position) => people.get(position) ?? []).map(({ id }) => id), facts: { month, days: text(facts['days']), name: by.name } }]
  }
  return []
}

/** What was to come, or had come, does not any more: who waits for it hears of it; for the shelf nobody waits. */
async function ofRequest({ tx, by }: Deed, { kind, requestId, why }: { readonly kind: 'arrival-reversed' | 'source-lost'; readonly requestId: string; readonly why: string }): Promise<Telling[]> {
  const [request] = await findRequests(tx, by.storeId, [requestId])
  if (request === undefined || request.origin === 'hand') return []
  const { origin, orderId, orderNumber, plate, number, nameZh, nameEn, advisorId, version } = request
  return [{
    kind, key: `${kind} ${requestId} ${String(version)}`, path: origin === 'sale' ? `/counter/${orderId}` : `/repair-orders/${orderId}`, to: [advisorId],
    facts: { plate: plate || orderNumber, number, partZh: nameZh, partEn: nameEn, subject: ` · ${why}` },
  }]
}

import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { addDays, localDay, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { findParts } from '../../catalogue/public.ts'
import { findOrder, listLines, lockOrder, type LineData } from '../../repair-orders/public.ts'
import { issuedOf, reservationsOfOrder } from '../../stock/public.ts'
import type { listRequests as listRoute, RequestRow, Shortages } from '../contract.ts'
import * as data from '../data/requests.ts'
import { isOpen, whyNotAsk, whyNotAskFor, whyNotCancel, whyNotSource, whyNotTell, type Decision, type DecisionWay, type PartUrgency, type Source } from '../domain/request.ts'
import { whyNotByKind } from './source-rule-port.ts'

const daysArrived = 7

function rowOf({ askedBy: _, advisorId: __, sourcedAt: ___, ...request }: data.RequestData): RequestRow {
  return { ...request, askedAt: request.askedAt.toISOString(), toldAt: request.toldAt?.toISOString() ?? null, arrivedAt: request.arrivedAt?.toISOString() ?? null }
}

export type ListWish = Omit<data.RequestFilter, 'pattern' | 'after'> & { readonly find?: string | undefined; readonly after?: string | undefined }

/** As a search matches: what is typed stands anywhere, its own signs of patterns mean themselves. */
export const patternOf = (find: string): string | null => (find === '' ? null : `%${find.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)

export async function listRequests({ tx, by, now }: Reading, { find = '', after, limit, group }: ListWish): Promise<AnswerOf<typeof listRoute>> {
  const rows = await data.listRequests(tx, by.storeId, { group, pattern: patternOf(find), after: after ?? null, limit: limit + 1 })
  const since = startOfDay(addDays(localDay(now, by.timeZone), -daysArrived), by.timeZone)
  return { rows: rows.slice(0, limit).map(rowOf), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null, counts: await data.countRequests(tx, by.storeId, since) }
}

/** What no shelf has for a line: wanted, less what is handed out, less what is reserved for it. */
async function shortOf({ tx, by }: Pick<Reading, 'tx' | 'by'>, orderId: string, lines: readonly LineData[]): Promise<Map<string, number>> {
  const parts = lines.filter(({ partId }) => partId !== null)
  const issued = new Map((await issuedOf(tx, by.storeId, parts.map(({ id }) => id))).map((row) => [row.lineId, row.thousandths]))
  const reserved = new Map((await reservationsOfOrder(tx, by.storeId, orderId)).map((row) => [row.lineId, row.thousandths]))
  return new Map(parts.map(({ id, quantityThousandths }) => [id, Math.max(0, quantityThousandths - (issued.get(id) ?? 0) - (reserved.get(id) ?? 0))]))
}

/** Lines that are short, and those that were asked for. */
export async function seeShortages(reading: Reading, orderId: string): Promise<Shortages> {
  const { tx, by } = reading
  found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const lines = await listLines(tx, by.storeId, orderId)
  const short = await shortOf(reading, orderId, lines)
  const requests = await data.requestsOfOrder(tx, by.storeId, orderId)
  return {
    lines: lines.flatMap(({ id: lineId, code, nameZh, nameEn, unit }) => {
      const request = requests.findLast((known) => known.lineId === lineId)
      const missing = short.get(lineId) ?? 0
      return missing === 0 && request === undefined ? [] : [{ lineId, code, nameZh, nameEn, unit, short: missing, request: request === undefined ? null : rowOf(request) }]
    }),
  }
}

export type AskWish = { readonly orderId: string; readonly lineId: string; readonly thousandths: number; readonly urgency: PartUrgency; readonly note: string }

export async function askForPart(deed: Deed, wish: AskWish): Promise<{ id: string; number: string; version: number }> {
  const { tx, by } = deed
  const order = found(await lockOrder(tx, by.storeId, wish.orderId), 'repair order')
  const lines = await listLines(tx, by.storeId, order.id)
  const line = found(lines.find(({ id }) => id === wish.lineId), 'line')
  const short = (await shortOf(deed, order.id, lines)).get(line.id) ?? 0
  const alreadyAsked = (await data.requestsOfOrder(tx, by.storeId, order.id)).some((request) => request.lineId === line.id && isOpen(request))
  refuseIf(whyNotAsk({ order, isPart: line.partId !== null, short, asked: wish.thousandths, alreadyAsked }))
  return writeRequest(deed, {
    origin: 'job', orderId: order.id, lineId: line.id, orderNumber: order.number, plate: order.plate, advisorId: order.advisorId, advisorName: order.advisorName, partId: found(line.partId, 'part'), partNumber: line.code,
    nameZh: line.nameZh, nameEn: line.nameEn, unit: line.unit, thousandths: wish.thousandths, urgency: wish.urgency, note: wish.note,
  })
}

type Asked = Omit<data.NewRequest, 'id' | 'number' | 'askedAt' | 'askedBy' | 'askedByName'>

async function writeRequest(deed: Deed, asked: Asked, id = deed.newId()): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const number = await nextNumber(deed, 'RQ')
  await data.insertRequest(tx, by.storeId, { ...asked, id, number, askedAt: now, askedBy: by.personId, askedByName: by.name })
  deed.record({ subject: 'purchase-request', subjectId: id, after: { number, orderNumber: asked.orderNumber, part: asked.partNumber, thousandths: asked.thousandths, urgency: asked.urgency } })
  deed.announce({ event: 'purchase-request.asked', subjectId: id, facts: { urgency: asked.urgency, plate: asked.plate, number } })
  return { id, number, version: 1 }
}

/** For a customer at the counter: the slip and its line stand where order and line of a car would. What comes in is reserved for that line. */
export async function askForSale(deed: Deed, { short, ...wish }: Omit<Asked, 'origin' | 'plate'> & { readonly short: number }): Promise<{ id: string; number: string; version: number }> {
  const { tx, by } = deed
  const alreadyAsked = (await data.requestsOfOrder(tx, by.storeId, wish.orderId)).some((request) => request.lineId === wish.lineId && isOpen(request))
  refuseIf(whyNotAskFor({ short, asked: wish.thousandths, alreadyAsked }))
  return writeRequest(deed, { ...wish, origin: 'sale', plate: '' })
}

/** The job or the slip that asked is cancelled: what is still open of its requests is not wanted any more. */
export async function dropRequests(deed: Deed, orderId: string, reason: string): Promise<void> {
  const { tx, by } = deed
  for (const request of (await data.requestsOfOrder(tx, by.storeId, orderId)).filter(isOpen)) {
    await data.endRequest(tx, by.storeId, { id: request.id, status: 'cancelled', at: null, reason })
    done(deed, request, 'cancelled', { status: 'cancelled' }, reason)
  }
}

export type HandWish = { readonly partId: string; readonly thousandths: number; readonly urgency: PartUrgency; readonly note: string }

/** For the shelf: nobody waits for it, so nothing is reserved and nobody is told; it has arrived when so much lies free. */
export async function askByHand(deed: Deed, { partId, ...wish }: HandWish): Promise<{ id: string; number: string; version: number }> {
  const { tx, by } = deed
  const part = found((await findParts(tx, [partId]))[0], 'part')
  const id = deed.newId()
  return writeRequest(deed, {
    ...wish, origin: 'hand', orderId: id, lineId: id, orderNumber: '', plate: '', advisorId: by.personId, advisorName: by.name, partId, partNumber: part.number, nameZh: part.nameZh, nameEn: part.nameEn, unit: part.unit,
  }, id)
}

type Seen = { readonly requestId: string; readonly version: number }

async function lockSeen({ tx, by }: Deed, { requestId, version }: Seen): Promise<data.RequestData> {
  const request = found(await data.lockRequest(tx, by.storeId, requestId), 'purchase request')
  refuseStale(request.version, version)
  return request
}

function done(deed: Deed, request: data.RequestData, event: string, after: unknown, reason?: string): { version: number } {
  deed.record({ subject: 'purchase-request', subjectId: request.id, before: { status: request.status, source: request.source, eta: request.eta, decision: request.decision }, after, ...(reason === undefined ? {} : { reason }) })
  deed.announce({ event: `purchase-request.${event}`, subjectId: request.id })
  return { version: request.version + 1 }
}

/** PTS-1.3, PPL-1.2: where it comes from, and the day. Another day later on is news for the customer. */
export async function setSource(deed: Deed, wish: Seen & { readonly source: Source; readonly supplier: string; readonly eta: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const request = await lockSeen(deed, wish)
  const { source, supplier, eta } = wish
  refuseIf(whyNotSource({ status: request.status, source, supplier, eta, today: localDay(now, by.timeZone) }) ?? await whyNotByKind(deed, request, source))
  await data.updateSource(tx, by.storeId, { id: request.id, source, supplier, eta, at: now, byName: by.name })
  return done(deed, request, 'sourced', { source, supplier, eta })
}

/** SAD-1.7.4: what the customer was told and decided; one who declines ends the request. */
export async function tellCustomer(deed: Deed, wish: Seen & { readonly decision: Decision; readonly way: DecisionWay; readonly customerName: string; readonly words: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const request = await lockSeen(deed, wish)
  refuseIf(whyNotTell({ status: request.status, customerName: wish.customerName }))
  const { decision, way, customerName, words } = wish
  await data.updateTold(tx, by.storeId, { id: request.id, decision, way, customerName, words, at: now, byName: by.name })
  const told = done(deed, request, 'told', { decision, way, customerName, words, eta: request.eta })
  if (decision !== 'decline') return told
  await data.endRequest(tx, by.storeId, { id: request.id, status: 'cancelled', at: null, reason: words })
  return { version: told.version + 1 }
}

export async function cancelRequest(deed: Deed, wish: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const request = await lockSeen(deed, wish)
  refuseIf(whyNotCancel(request))
  await data.endRequest(deed.tx, deed.by.storeId, { id: request.id, status: 'cancelled', at: null, reason: wish.reason })
  return done(deed, request, 'cancelled', { status: 'cancelled' }, wish.reason)
}

import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { availabilityOf } from '../../stock/public.ts'
import type { seeExpected as expectedRoute, seeOutlook as outlookRoute } from '../contract.ts'
import { addedWorkOf } from '../data/added-work.ts'
import type { NewLine } from '../data/lines.ts'
import { findOrder } from '../data/orders.ts'
import { findAuthorisation } from '../data/receptions.ts'
import { whyNotReportMore } from '../domain/added-work.ts'
import { whyNotEditLines } from '../domain/lines.ts'
import { shortParts, type ExpectedPart, type Outlook, type OutlookReason, type WorkAhead } from '../domain/outlook.ts'
import type { Choices } from './authorise-work.ts'
import { linesWithStock } from './read-orders.ts'

/** What this module must ask of later ones, which answer from start-up on: the load of the workshop, and the days of purchasing. */
export type OutlookPort = {
  whenDone(reading: Reading, work: WorkAhead): Promise<Outlook>
  /** The day on which the part of a short line is expected: as somebody said it, else by the usual days of its source. */
  expectedDays(reading: Reading, orderId: string, short: readonly { readonly lineId: string }[]): Promise<ReadonlyMap<string, ExpectedDay>>
}
type ExpectedDay = Pick<ExpectedPart, 'day' | 'usual'>

let port: OutlookPort = { whenDone: async () => ({ earliest: null, open: false, reasons: [] }), expectedDays: async () => new Map() }

export function registerOutlook(answers: OutlookPort): void {
  port = answers
}

/** When a car in the shop could be ready if the customer said yes to this added work too; to all that is priced where none is named (SAD-1.7.3). */
export async function seeAddedOutlook(reading: Reading, { orderId, addedWorkId }: { readonly orderId: string; readonly addedWorkId?: string | undefined }): Promise<AnswerOf<typeof outlookRoute>> {
  const { tx, by } = reading
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  refuseIf(whyNotReportMore(order))
  const works = (await addedWorkOf(tx, by.storeId, [orderId])).filter(({ id, status }) => status === 'priced' && (addedWorkId === undefined || id === addedWorkId))
  refuseIf(works.length === 0 ? new Refusal('repair-orders.added-not-priced') : null)
  return shown(reading, await lookPast(reading, orderId, works.flatMap(({ lines }) => lines)))
}

/** With lines that the customer has not agreed to yet, after all that the car has in the shop already; washed or not as he chose. */
export async function lookPast(reading: Reading, orderId: string, added: readonly NewLine[]): Promise<Outlook> {
  const { choices } = found(await findAuthorisation(reading.tx, reading.by.storeId, orderId), 'authorisation').snapshot as { choices: Choices }
  const lines = [...await linesWithStock(reading, orderId), ...await newWithStock(reading, added)]
  return port.whenDone(reading, { orderId, wash: choices.wash, labour: labourOf(added), parts: await expectedParts(reading, orderId, lines) })
}

async function newWithStock({ tx, by }: Reading, lines: readonly NewLine[]) {
  const parts = lines.flatMap(({ partId }) => (partId === null ? [] : [partId]))
  const free = new Map((parts.length === 0 ? [] : await availabilityOf(tx, by.storeId, parts)).map((row) => [row.partId, row.onHand - row.reserved]))
  return lines.map((line) => ({ ...line, reserved: 0, issued: 0, free: free.get(line.partId ?? '') ?? 0 }))
}

/** When the car could be ready if the customer said yes now, and why not sooner (SAD-1.5). */
export async function seeOutlook(reading: Reading, { orderId, wash }: { readonly orderId: string; readonly wash: boolean }): Promise<AnswerOf<typeof outlookRoute>> {
  const order = found(await findOrder(reading.tx, reading.by.storeId, orderId), 'repair order')
  refuseIf(whyNotEditLines(order))
  return shown(reading, await lookAhead(reading, order.id, wash))
}

const shown = ({ now }: Reading, { earliest, open, reasons }: Outlook): AnswerOf<typeof outlookRoute> =>
  ({ earliest: earliest === null ? null : iso(earliest), open, lookedAt: now.toISOString(), reasons: reasons.map(saidReason) })

const labourOf = (lines: readonly Pick<NewLine, 'kind' | 'trade' | 'quantityThousandths'>[]): WorkAhead['labour'] =>
  lines.filter(({ kind }) => kind === 'labour').map(({ trade, quantityThousandths }) => ({ trade, hoursThousandths: quantityThousandths }))

/** The outlook itself: also for whoever authorises on an older look, and for the customer on his own phone. */
export async function lookAhead(reading: Reading, orderId: string, wash: boolean): Promise<Outlook> {
  const lines = await linesWithStock(reading, orderId)
  return port.whenDone(reading, { orderId, wash, labour: labourOf(lines), parts: await expectedParts(reading, orderId, lines) })
}

/** Short parts with the day on which each is expected; an order that the shelves serve costs no question. */
async function expectedParts(reading: Reading, orderId: string, lines: Parameters<typeof shortParts>[0]): Promise<ExpectedPart[]> {
  const short = shortParts(lines)
  const days = short.length === 0 ? null : await port.expectedDays(reading, orderId, short)
  return short.map((part) => ({ ...part, ...days?.get(part.lineId) ?? { day: null, usual: false } }))
}

/** Beside the lines of an estimate: when what is short could be here (SAD-1.4). */
export async function seeExpected(reading: Reading, orderId: string): Promise<AnswerOf<typeof expectedRoute>> {
  found(await findOrder(reading.tx, reading.by.storeId, orderId), 'repair order')
  return { rows: await expectedParts(reading, orderId, await linesWithStock(reading, orderId)) }
}

const iso = (at: number): string => new Date(at).toISOString()

export function saidReason(reason: OutlookReason): AnswerOf<typeof outlookRoute>['reasons'][number] {
  switch (reason.kind) {
    case 'own': return { ...reason, until: iso(reason.until) }
    case 'work': return { ...reason, from: iso(reason.from), until: iso(reason.until) }
    case 'bay': return { ...reason, from: iso(reason.from) }
    case 'technician': return { ...reason, from: iso(reason.from) }
    default: return reason
  }
}

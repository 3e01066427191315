import { found, refuseIf } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { seeExpected as expectedRoute, seeOutlook as outlookRoute } from '../contract.ts'
import { findOrder } from '../data/orders.ts'
import { whyNotEditLines } from '../domain/lines.ts'
import { shortParts, type ExpectedPart, type Outlook, type OutlookReason, type WorkAhead } from '../domain/outlook.ts'
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

/** When the car could be ready if the customer said yes now, and why not sooner (SAD-1.5). */
export async function seeOutlook(reading: Reading, { orderId, wash }: { readonly orderId: string; readonly wash: boolean }): Promise<AnswerOf<typeof outlookRoute>> {
  const order = found(await findOrder(reading.tx, reading.by.storeId, orderId), 'repair order')
  refuseIf(whyNotEditLines(order))
  const { earliest, open, reasons } = await lookAhead(reading, order.id, wash)
  return { earliest: earliest === null ? null : iso(earliest), open, lookedAt: reading.now.toISOString(), reasons: reasons.map(saidReason) }
}

/** The outlook itself: also for whoever authorises on an older look, and for the customer on his own phone. */
export async function lookAhead(reading: Reading, orderId: string, wash: boolean): Promise<Outlook> {
  const lines = await linesWithStock(reading, orderId)
  return port.whenDone(reading, {
    orderId, wash,
    labour: lines.filter(({ kind }) => kind === 'labour').map(({ trade, quantityThousandths }) => ({ trade, hoursThousandths: quantityThousandths })),
    parts: await expectedParts(reading, orderId, lines),
  })
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
    case 'work': return { ...reason, from: iso(reason.from), until: iso(reason.until) }
    case 'bay': return { ...reason, from: iso(reason.from) }
    case 'technician': return { ...reason, from: iso(reason.from) }
    default: return reason
  }
}

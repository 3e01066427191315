import { found, refuseIf } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { seeOutlook as outlookRoute } from '../contract.ts'
import { findOrder } from '../data/orders.ts'
import { whyNotEditLines } from '../domain/lines.ts'
import { shortParts, type Outlook, type OutlookReason, type WorkAhead } from '../domain/outlook.ts'
import { linesWithStock } from './read-orders.ts'

/** What this module must ask of later ones, which answer from start-up on: the load of the workshop, and the days of purchasing. */
export type OutlookPort = {
  whenDone(reading: Reading, work: WorkAhead): Promise<Outlook>
  /** The day on which the part of a line is expected, of those that somebody asked for. */
  expectedDays(reading: Reading, orderId: string): Promise<ReadonlyMap<string, LocalDay | null>>
}

let port: OutlookPort = { whenDone: async () => ({ earliest: null, open: false, reasons: [] }), expectedDays: async () => new Map() }

export function registerOutlook(answers: OutlookPort): void {
  port = answers
}

/** When the car could be ready if the customer said yes now, and why not sooner (SAD-1.5). */
export async function seeOutlook(reading: Reading, { orderId, wash }: { readonly orderId: string; readonly wash: boolean }): Promise<AnswerOf<typeof outlookRoute>> {
  const order = found(await findOrder(reading.tx, reading.by.storeId, orderId), 'repair order')
  refuseIf(whyNotEditLines(order))
  const lines = await linesWithStock(reading, order.id)
  const short = shortParts(lines)
  const days = short.length === 0 ? new Map<string, LocalDay | null>() : await port.expectedDays(reading, order.id)
  const { earliest, open, reasons } = await port.whenDone(reading, {
    orderId: order.id, wash,
    labour: lines.filter(({ kind }) => kind === 'labour').map(({ trade, quantityThousandths }) => ({ trade, hoursThousandths: quantityThousandths })),
    parts: short.map((part) => ({ ...part, day: days.get(part.lineId) ?? null })),
  })
  return { earliest: earliest === null ? null : iso(earliest), open, reasons: reasons.map(saidReason) }
}

const iso = (at: number): string => new Date(at).toISOString()

function saidReason(reason: OutlookReason): AnswerOf<typeof outlookRoute>['reasons'][number] {
  switch (reason.kind) {
    case 'work': return { ...reason, from: iso(reason.from), until: iso(reason.until) }
    case 'bay': return { ...reason, from: iso(reason.from) }
    case 'technician': return { ...reason, from: iso(reason.from) }
    default: return reason
  }
}

import { Refusal } from '../../../kernel/refusal.ts'
import type { Status } from './life.ts'
import { whyNotEditLines, type PricedLine } from './lines.ts'
import type { Share } from './shares.ts'

export const versionWays = ['printed', 'shown'] as const
export type VersionWay = (typeof versionWays)[number]

/** A line as the customer saw it. */
export type ShownLine = Pick<PricedLine, 'kind' | 'payer' | 'quantityThousandths' | 'unitPriceFen' | 'discountFen' | 'amountFen'>
  & { readonly id: string; readonly code: string; readonly nameZh: string; readonly nameEn: string; readonly unit: string; readonly shares: readonly Share[] }

/** Null means the estimate may be shown as a version: it is open and has lines. */
export function whyNotShow({ status, lines }: { readonly status: Status; readonly lines: number }): Refusal | null {
  return whyNotEditLines({ status }) ?? (lines === 0 ? new Refusal('repair-orders.no-lines') : null)
}

export const differences = ['item', 'quantity', 'price', 'payer'] as const
export type Difference = (typeof differences)[number]

export type Compared<Line extends ShownLine = ShownLine> =
  | { readonly change: 'added'; readonly before: null; readonly after: Line }
  | { readonly change: 'removed'; readonly before: Line; readonly after: null }
  | { readonly change: 'same' | 'changed'; readonly before: Line; readonly after: Line; readonly differs: readonly Difference[] }

const sharesOf = ({ shares }: ShownLine): string => shares.map(({ payer, kind, value }) => `${payer} ${kind} ${String(value)}`).toSorted((a, b) => a.localeCompare(b)).join()

function differsIn(before: ShownLine, after: ShownLine): Difference[] {
  const all: Record<Difference, boolean> = {
    item: before.code !== after.code || before.nameZh !== after.nameZh,
    quantity: before.quantityThousandths !== after.quantityThousandths,
    price: before.unitPriceFen !== after.unitPriceFen || before.discountFen !== after.discountFen,
    payer: before.payer !== after.payer || sharesOf(before) !== sharesOf(after),
  }
  return differences.filter((difference) => all[difference])
}

/** Two versions of an estimate, line by line: those of the first in their order, then what came after. */
export function compareVersions<Line extends ShownLine>(before: readonly Line[], after: readonly Line[]): Compared<Line>[] {
  const later = new Map(after.map((line) => [line.id, line]))
  const known = new Set(before.map(({ id }) => id))
  return [
    ...before.map((line): Compared<Line> => {
      const now = later.get(line.id)
      if (now === undefined) return { change: 'removed', before: line, after: null }
      const differs = differsIn(line, now)
      return { change: differs.length === 0 ? 'same' : 'changed', before: line, after: now, differs }
    }),
    ...after.filter(({ id }) => !known.has(id)).map((line): Compared<Line> => ({ change: 'added', before: null, after: line })),
  ]
}

export const isSame = (before: readonly ShownLine[], after: readonly ShownLine[]): boolean => compareVersions(before, after).every(({ change }) => change === 'same')

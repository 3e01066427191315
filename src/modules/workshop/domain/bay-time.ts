import type { Span } from './working-time.ts'

/** How long bays could be used in a span, in milliseconds, without the time one of them was out of service; two reasons at once are one time. */
export function usableBayTime(span: Span, bays: readonly { readonly id: string }[], outOfService: readonly (Span & { readonly bayId: string })[]): number {
  const lost = (bayId: string): number => {
    let [sum, seen] = [0, span.from]
    for (const out of outOfService.filter((each) => each.bayId === bayId).toSorted((a, b) => a.from - b.from)) {
      const [from, until] = [Math.max(out.from, seen), Math.min(out.until, span.until)]
      if (until <= from) continue
      sum += until - from
      seen = until
    }
    return sum
  }
  const length = Math.max(0, span.until - span.from)
  return bays.reduce((sum, { id }) => sum + length - lost(id), 0)
}

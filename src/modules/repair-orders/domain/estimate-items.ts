import { sumOf, type Fen } from '../../../kernel/money.ts'

type ItemLine = { readonly id: string; readonly nameZh: string; readonly nameEn: string; readonly amountFen: Fen; readonly package: { readonly key: string; readonly nameZh: string; readonly nameEn: string } | null }

export type EstimateItem<Line> = { readonly id: string; readonly nameZh: string; readonly nameEn: string; readonly lines: readonly Line[]; readonly totalFen: Fen }

/** What the customer says yes or no to: a line, or a package with all its lines, whose price is that of all of it. In the order of the estimate. */
export function estimateItems<Line extends ItemLine>(lines: readonly Line[]): EstimateItem<Line>[] {
  return [...Map.groupBy(lines, (line) => line.package?.key ?? line.id)].flatMap(([id, own]) => {
    const [first] = own
    if (first === undefined) return []
    const { nameZh, nameEn } = first.package ?? first
    return [{ id, nameZh, nameEn, lines: own, totalFen: sumOf(own.map(({ amountFen }) => amountFen)) }]
  })
}

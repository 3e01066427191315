import { allocate, sumOf, type Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'

type Line = { readonly kind: 'labour' | 'part' | 'sublet'; readonly amountFen: Fen }

/**
 * What each line of a package is cheaper by, so that all of them make the package price: only labour gives way, a part keeps its cap (rules.md, Money).
 * A package price above the sum of its lines changes nothing.
 */
export function packageDiscounts(lines: readonly Line[], priceFen: Fen | null): Fen[] | Refusal {
  const discount = priceFen === null ? 0 : Math.max(0, sumOf(lines.map(({ amountFen }) => amountFen)) - priceFen)
  const labour = lines.map(({ kind, amountFen }) => (kind === 'labour' ? amountFen : 0))
  if (discount > sumOf(labour)) return new Refusal('repair-orders.package-below-parts', { parts: (sumOf(lines.map(({ amountFen }) => amountFen)) - sumOf(labour)) / 100 })
  return discount === 0 ? lines.map(() => 0) : allocate(discount, labour)
}

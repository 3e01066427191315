import type { ReactNode } from 'react'
import { Money, PayerTag, type Payer } from './tag.tsx'

export type PayerTotal = { payer: Payer; text: string; fen: number; /** A small grey line, e.g. "已含优惠 ¥50.00". */ note?: ReactNode }

export type TotalsStripProps = { label: string; totals: readonly PayerTotal[] }

/** What each payer owes, one strip above the lines. */
export function TotalsStrip({ label, totals }: TotalsStripProps) {
  return (
    <dl className="k-totals" aria-label={label}>
      {totals.map((total) => (
        <div key={total.payer} className="k-total">
          <dt><PayerTag payer={total.payer} short={total.text} /></dt>
          <dd className="k-total-sum"><Money fen={total.fen} strong /></dd>
          {total.note !== undefined && <dd className="k-total-note">{total.note}</dd>}
        </div>
      ))}
    </dl>
  )
}

import { shareOf, type Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Payer } from './payers.ts'

/** What is known of a part on the day; null is 'not known', 0 is a price. `costFen` is the lot's unit cost, which only stock knows. */
export type PriceFacts = {
  readonly payer: Payer
  readonly capFen: Fen | null
  readonly retailFen: Fen | null
  readonly claimFen: Fen | null
  readonly costFen: Fen | null
  /** Of a promotion that runs on the day. */
  readonly offerFen?: Fen | null
}

export type PriceRule = 'cap' | 'cap-plus-20' | 'retail' | 'claim' | 'cost' | 'free' | 'promotion'

/** Fen per one of the part's unit, VAT included except 'cost', which is net as lots are. */
export type PricePick = { readonly fen: Fen; readonly rule: PriceRule }

const capPlus20 = 12_000 // hundredths of a percent

/**
 * The unit price a payer owes (rules.md, Price by payer). Refuses with catalogue.no-price when the payer's basis is not known; a
 * manual price with an approver is then the only way.
 */
export function partPrice({ payer, capFen, retailFen, claimFen, costFen, offerFen = null }: PriceFacts): PricePick | Refusal {
  switch (payer) {
    case 'customer': return cheaper(known(offerFen, 'promotion'), known(capFen, 'cap') ?? known(retailFen, 'retail')) ?? noPrice(payer)
    case 'insurer': return known(capFen === null ? null : shareOf(capFen, capPlus20), 'cap-plus-20') ?? known(retailFen, 'retail') ?? noPrice(payer)
    case 'warranty': return known(claimFen, 'claim') ?? noPrice(payer)
    case 'goodwill':
    case 'internal': return known(costFen, 'cost') ?? noPrice(payer)
    case 'free-maintenance': return { fen: 0, rule: 'free' } // the fixed amount of the sequence is charged as one line of its own
  }
}

const known = (fen: Fen | null, rule: PriceRule): PricePick | null => (fen === null ? null : { fen, rule })

/** A promotion never makes a part dearer, and is for who pays himself. */
const cheaper = (offer: PricePick | null, usual: PricePick | null): PricePick | null => (offer !== null && (usual === null || offer.fen < usual.fen) ? offer : usual)

const noPrice = (payer: Payer): Refusal => new Refusal('catalogue.no-price', { payer })

import type { Deed } from '../../../platform/deed.ts'
import { partChains } from '../../catalogue/public.ts'
import { availabilityOf } from '../../stock/public.ts'
import { numberToUse } from '../domain/number-to-use.ts'
import type { LineWish } from './price-lines.ts'

/** A wish as it will be written: with the number that is used, and the one that was asked for where that is another. */
export type ChosenWish = LineWish & { readonly insteadOf?: string }

/** Old stock of a superseded number goes first; a number that ran out gives way to its successor. Parts without a chain cost one question. */
export async function chooseNumbers({ tx, by }: Pick<Deed, 'tx' | 'by'>, wishes: readonly LineWish[]): Promise<ChosenWish[]> {
  const partIds = [...new Set(wishes.flatMap((wish) => (wish.kind === 'part' ? [wish.partId] : [])))]
  const chains = partIds.length === 0 ? [] : await partChains(tx, partIds)
  if (chains.length === 0) return [...wishes]
  const stock = await availabilityOf(tx, by.storeId, [...new Set(chains.map(({ partId }) => partId))])
  const free = new Map(stock.map(({ partId, onHand, reserved }) => [partId, onHand - reserved]))
  return wishes.map((wish) => {
    if (wish.kind !== 'part') return wish
    const chain = chains.filter(({ wishedId }) => wishedId === wish.partId).map(({ partId, number }) => ({ partId, number, free: free.get(partId) ?? 0 }))
    const used = numberToUse(chain, wish.quantityThousandths)
    const asked = chain.find(({ partId }) => partId === wish.partId)
    if (used === null || asked === undefined || used.partId === wish.partId) return wish
    free.set(used.partId, used.free - wish.quantityThousandths)
    return { ...wish, partId: used.partId, insteadOf: asked.number }
  })
}

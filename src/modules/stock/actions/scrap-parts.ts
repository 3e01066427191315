import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { availabilityOf } from '../data/overview.ts'
import * as ledger from '../data/ledger.ts'
import { placeOfKind } from '../data/places.ts'
import { whyNotIssue } from '../domain/lots.ts'
import { takeOldest, type Taken } from './take-oldest.ts'

/** Goods of one part in one place, a bin or the quarantine; of one lot, or the oldest first. */
export type ScrapWish = { readonly key: string; readonly partId: string; readonly placeId: string; readonly lotId: string | null; /** For sentences. */ readonly partNumber: string; readonly bin: string; readonly thousandths: number }

type Lots = readonly ledger.LotRow[]

function takesOf(wishes: readonly ScrapWish[], lots: Lots): Map<string, Taken[]> {
  return new Map(wishes.map(({ key, partId, placeId, lotId, partNumber, bin, thousandths }) => {
    const own = lots.filter((lot) => lot.partId === partId && (lotId === null || lot.lotId === lotId))
    const here = own.filter((lot) => lot.placeId === placeId).reduce((sum, lot) => sum + lot.here, 0)
    refuseIf(here < thousandths ? new Refusal('stock.scrap-more-than-here', { part: partNumber, bin, here: here / 1000, asked: thousandths / 1000 }) : null)
    return [key, takeOldest(own, thousandths, placeId)]
  }))
}

/** What is reserved for jobs stays; the quarantine is for no job, so what lies there is free to go. */
function refuseReserved(wishes: readonly ScrapWish[], quarantineId: string, parts: readonly { partId: string; onHand: number; reserved: number }[]): void {
  for (const { partId, onHand, reserved } of parts) {
    const own = wishes.filter((wish) => wish.partId === partId && wish.placeId !== quarantineId)
    const asked = own.reduce((sum, { thousandths }) => sum + thousandths, 0)
    if (asked > 0) refuseIf(whyNotIssue({ part: own[0]?.partNumber ?? '', asked, onHand, reservedElsewhere: reserved }))
  }
}

const idsOf = (wishes: readonly ScrapWish[]): string[] => [...new Set(wishes.map(({ partId }) => partId))]

/** What the scrapping would cost now, by the key of each wish; refused like the scrapping itself. */
export async function judgeScrap({ tx, by }: Reading, wishes: readonly ScrapWish[]): Promise<Map<string, number>> {
  const partIds = idsOf(wishes)
  refuseReserved(wishes, (await placeOfKind(tx, by.storeId, 'quarantine')).id, await availabilityOf(tx, by.storeId, partIds))
  return costOf(takesOf(wishes, await ledger.lotsOnBooks(tx, by.storeId, partIds)))
}

const costOf = (takes: ReadonlyMap<string, readonly Taken[]>): Map<string, number> => new Map([...takes].map(([key, taken]) => [key, taken.reduce((sum, { costFen }) => sum + costFen, 0)]))

type Leaving = { readonly to: 'scrap' | 'supplier'; readonly series: 'SD' | 'RD'; readonly subject: string; readonly event: string }
type LeaveWish = { readonly reason: string; readonly wishes: readonly ScrapWish[] }
type Left = { readonly document: string; /** By the key of each wish. */ readonly costFen: ReadonlyMap<string, number> }

/** To the place 'scrap'. */
export const scrapParts = (deed: Deed, wish: LeaveWish): Promise<Left> => takeOffBooks(deed, wish, { to: 'scrap', series: 'SD', subject: 'stock-scrapping', event: 'stock.scrapped' })

/** Back to where they were bought. */
export const returnToSupplier = (deed: Deed, wish: LeaveWish): Promise<Left> => takeOffBooks(deed, wish, { to: 'supplier', series: 'RD', subject: 'stock-supplier-return', event: 'stock.returned-to-supplier' })

/** All goods in one document to a place outside, at the cost of their lots. Refuses stock.scrap-more-than-here, stock.reserved-elsewhere, stock.not-enough: the books moved on since it was asked for. */
async function takeOffBooks(deed: Deed, { reason, wishes }: LeaveWish, { to, series, subject, event }: Leaving): Promise<Left> {
  const { tx, by, now } = deed
  const partIds = idsOf(wishes)
  refuseReserved(wishes, (await placeOfKind(tx, by.storeId, 'quarantine')).id, await ledger.lockParts(tx, by.storeId, partIds))
  const takes = takesOf(wishes, await ledger.lotsOnBooks(tx, by.storeId, partIds))
  const outside = await placeOfKind(tx, by.storeId, to)
  const document = await nextNumber(deed, series)
  const partOf = new Map(wishes.map(({ key, partId }) => [key, partId]))
  await ledger.postMoves(tx, { storeId: by.storeId, at: now, personId: by.personId, document, reason }, [...takes].flatMap(([key, taken]) => taken.map((take) => ({
    id: deed.newId(), partId: partOf.get(key) ?? '', lotId: take.lotId, fromPlace: take.placeId, toPlace: outside.id, thousandths: take.thousandths, costFen: take.costFen, orderId: null, lineId: null, takesBack: null,
  }))))
  const id = deed.newId()
  deed.record({ subject, subjectId: id, after: { document, lines: wishes.length }, reason })
  deed.announce({ event, subjectId: id, facts: { document } })
  return { document, costFen: costOf(takes) }
}

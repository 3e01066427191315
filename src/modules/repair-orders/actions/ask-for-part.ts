import { Refusal, refuse } from '../../../kernel/refusal.ts'
import { id as idShape } from '../../../platform/shapes.ts'
import type { Deed } from '../../../platform/deed.ts'
import { normalPartNumber } from '../../catalogue/domain/part-number.ts'
import { findPartByBarcode, findParts, partsByNumber } from '../../catalogue/public.ts'
import { partOfLot } from '../../stock/public.ts'
import type { Urgency } from '../domain/added-work.ts'
import { reportAddedWork } from './added-work.ts'

/** What a label or a typed number names: a part's number, its maker's barcode, or one of our own lots. */
async function partIdOf({ tx, by }: Deed, code: string): Promise<string | null> {
  const [byNumber] = await partsByNumber(tx, [normalPartNumber(code)])
  if (byNumber !== undefined) return byNumber.id
  const lotId = idShape.safeParse(code.toLowerCase())
  return await findPartByBarcode(tx, code) ?? (lotId.success ? partOfLot(tx, by.storeId, lotId.data) : null)
}

export type PartWish = { readonly orderId: string; readonly code: string; readonly quantityThousandths: number; readonly words: string; readonly urgency: Urgency }

/** Somebody at the car needs a part: the advisor prices it and asks the customer; before his yes there is no line (SAD-1.7.3). */
export async function askForPart(deed: Deed, { orderId, code, quantityThousandths, words, urgency }: PartWish): Promise<{ id: string; number: number; version: number }> {
  const partId = await partIdOf(deed, code.trim())
  const [part] = partId === null ? [] : await findParts(deed.tx, [partId])
  if (part === undefined) return refuse(new Refusal('repair-orders.part-unknown', { code }))
  const { number, nameZh, nameEn, unit } = part
  const findings = [`${number} ${nameZh} / ${nameEn}`, words].filter((piece) => piece !== '').join(' · ').slice(0, 500)
  return reportAddedWork(deed, { orderId, findings, urgency, askedPart: { partId: part.id, code: number, nameZh, nameEn, unit, quantityThousandths } })
}

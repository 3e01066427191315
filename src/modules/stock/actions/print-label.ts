import { found } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/texts.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import { seePartStock } from './read-stock.ts'

/** The label of a lot where it lies. Its square holds the lot's id, which the picking page understands. */
export async function printLabel(reading: Reading, { partId, lotId, placeId }: { partId: string; lotId: string; placeId: string }, language: Language): Promise<Printing> {
  const { part, lots } = await seePartStock(reading, partId)
  const lot = found(lots.find((row) => row.lotId === lotId && row.placeId === placeId), 'lot')
  const store = await findStore(reading.tx, reading.by.storeId)
  const english = language === 'en'
  return printing('part-label', language, `${part.number}-${lot.receivedOn}`, {
    ...letterhead(store, language, lot.receivedOn),
    partNumber: part.number, name: english ? part.nameEn : part.nameZh, bin: lot.bin, lotDate: lot.receivedOn, quantity: lot.here, unit: part.unit, lotCode: lot.lotId,
  })
}

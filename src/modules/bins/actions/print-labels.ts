import { found } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import { unitIn } from '../../../kernel/units.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { LabelSheet } from '../../../platform/print/stock-papers.ts'
import { letterhead, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import { findBin, listBins } from '../data/bins.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { layoutOf, seeBin } from './read-bins.ts'
import { addressOf } from '../domain/storage.ts'

export type LabelWish = { readonly of: 'bins' | 'lots'; readonly zone?: string | undefined; readonly placeId?: string | undefined; readonly language: Language }

/** One roll of labels: what is too much for one is printed zone by zone. */
const mostLabels = 400

/** A bin's square holds its code, a lot's its id; the moving page and the picking page understand both. */
export async function printLabels(reading: Reading, { of, zone, placeId, language }: LabelWish): Promise<Printing> {
  const { tx, by, now } = reading
  const store = await findStore(tx, by.storeId)
  const labels = of === 'lots' ? await lotLabels(reading, found(placeId, 'bin'), language) : await binLabels(reading, { zone, placeId, language })
  return printing('labels', language, `labels-${zone ?? labels[0]?.head ?? ''}`, {
    ...letterhead(store, language, localDay(now, store.timeZone)), labels,
  })
}

async function binLabels(reading: Reading, { zone, placeId, language }: Omit<LabelWish, 'of'>): Promise<LabelSheet['labels']> {
  const { tx, by } = reading
  const { zones } = await layoutOf(reading)
  const bins = placeId === undefined ? (await listBins(tx, by.storeId)).filter(({ code, active }) => active && (zone === undefined || addressOf(code).zone === zone)) : [found(await findBin(tx, by.storeId, placeId), 'bin')]
  const t = language === 'en' ? en : zh
  return bins.slice(0, mostLabels).map(({ code }) => {
    const described = zones.get(addressOf(code).zone)
    return { code, head: code, name: described?.name ?? '', foot: (described?.holds ?? []).map((kind) => t[`bins.class.${kind}`]).join(' · ') }
  })
}

async function lotLabels(reading: Reading, placeId: string, language: Language): Promise<LabelSheet['labels']> {
  const { bin, lots } = await seeBin(reading, placeId)
  return lots.map((lot) => ({ code: lot.lotId, head: lot.partNumber, name: language === 'en' ? lot.nameEn : lot.nameZh, foot: `${bin.code} · ${lot.receivedOn} · ${String(lot.here / 1000)} ${unitIn(language, lot.unit)}` }))
}

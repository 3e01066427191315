import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { changeBin } from '../../stock/public.ts'
import * as data from '../data/bins.ts'
import { usualClasses, type StorageClass, type StorageRule } from '../domain/storage.ts'
import { whyNotZone } from '../domain/why-not-move.ts'

export async function setZone(deed: Deed, wish: data.ZoneData): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = await data.lockZone(tx, by.storeId, wish.code)
  refuseStale(before?.version ?? 0, wish.version)
  refuseIf(whyNotZone(wish))
  const version = wish.version + 1
  await data.putZone(tx, by.storeId, { ...wish, version })
  return arranged(deed, { subject: 'bin-zone', before, after: { ...wish, version } }, version)
}

export async function setRule(deed: Deed, wish: StorageRule & { readonly version: number }): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = await data.lockRule(tx, by.storeId)
  refuseStale(before?.version ?? 0, wish.version)
  const version = wish.version + 1
  await data.putRule(tx, by.storeId, { ...wish, version })
  return arranged(deed, { subject: 'storage-rule', before, after: wish }, version)
}

export async function setClass(deed: Deed, wish: { readonly partId: string; readonly storage: StorageClass; readonly version: number }): Promise<{ version: number }> {
  const { tx, by } = deed
  found((await data.partsStored(tx, by.storeId, [wish.partId], usualClasses))[0], 'part')
  const before = await data.lockClass(tx, by.storeId, wish.partId)
  refuseStale(before?.version ?? 0, wish.version)
  const version = wish.version + 1
  await data.putClass(tx, by.storeId, { ...wish, version })
  return arranged(deed, { subject: 'storage-class', before, after: wish }, version)
}

function arranged(deed: Deed, { subject, before, after }: { subject: string; before: unknown; after: unknown }, version: number): { version: number } {
  deed.record({ subject, subjectId: deed.by.storeId, before: before ?? undefined, after })
  deed.announce({ event: 'bin.arranged', subjectId: deed.by.storeId })
  return { version }
}

export async function changeState(deed: Deed, wish: { readonly placeId: string; readonly version: number; readonly active: boolean; readonly blocked: string }): Promise<{ version: number }> {
  const changed = await changeBin(deed, wish)
  deed.announce({ event: 'bin.arranged', subjectId: wish.placeId })
  return changed
}

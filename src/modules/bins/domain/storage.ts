import type { PartCategory } from '../../catalogue/domain/kinds.ts'

/** How a part is stored. */
export const storageClasses = ['normal', 'heavy', 'small', 'liquid', 'battery', 'accessory'] as const
export type StorageClass = (typeof storageClasses)[number]

/** What a zone may be made for; heavy parts lie in a zone for normal ones, low. */
export const zoneKinds = ['normal', 'small', 'liquid', 'battery', 'accessory'] as const
export type ZoneKind = (typeof zoneKinds)[number]

/** What the category says, until somebody says otherwise for a part. */
export const usualClasses: Readonly<Partial<Record<PartCategory, StorageClass>>> = { fluid: 'liquid', ignition: 'small', tyre: 'heavy', accessory: 'accessory' }

export type StorageRule = { readonly heavyUpTo: number; readonly fastFrom: number }
export const presetRule: StorageRule = { heavyUpTo: 2, fastFrom: 10 }
/** Issues of so many days make a fast mover. */
export const daysOfIssues = 90

/** Where a code says a bin is: A-01-03 is zone A, rack A-01, level 3. A code without a level has no level to judge. */
export type BinAddress = { readonly zone: string; readonly rack: string; readonly level: number | null }

export function addressOf(code: string): BinAddress {
  const parts = code.split('-')
  const last = parts.at(-1) ?? ''
  return { zone: parts[0] ?? code, rack: parts.length > 2 ? parts.slice(0, -1).join('-') : code, level: parts.length > 2 && /^\d{1,3}$/.test(last) ? Number(last) : null }
}

export type ZoneFacts = { readonly holds: readonly ZoneKind[]; readonly near: boolean; readonly staging: boolean; readonly fullAt: number }

export const storageRules = ['heavy-low', 'small-in-boxes', 'liquid-zone', 'battery-zone', 'accessory-zone', 'goods-zone'] as const
export type BrokenRule = (typeof storageRules)[number]

const ruleOfZone: Readonly<Record<ZoneKind, BrokenRule>> = { normal: 'goods-zone', small: 'small-in-boxes', liquid: 'liquid-zone', battery: 'battery-zone', accessory: 'accessory-zone' }

/**
 * The storage rule that a part in this bin would break, or null (WHK-5.2, WHK-2.2): liquids, batteries, accessories and small parts lie in a zone made for
 * them and others do not, heavy parts lie low. Where goods wait to be put away, and in a zone that nobody has described, no rule holds.
 */
export function brokenRule({ storage, level, zone, rule }: { readonly storage: StorageClass; readonly level: number | null; readonly zone: ZoneFacts | null; readonly rule: StorageRule }): BrokenRule | null {
  if (zone === null || zone.staging) return null
  const kind = storage === 'heavy' ? 'normal' : storage
  if (!zone.holds.includes(kind)) return ruleOfZone[kind]
  return storage === 'heavy' && level !== null && level > rule.heavyUpTo ? 'heavy-low' : null
}

export type BinCandidate = {
  readonly placeId: string; readonly code: string; readonly active: boolean; readonly blocked: string; readonly level: number | null; readonly zone: ZoneFacts | null
  readonly parts: number; /** The part lies here already. */ readonly own: boolean
}

/** Where a part is best put away: beside its own kind, what moves fast near the counter and the rest not, then the emptiest bin. */
export function adviseBins(bins: readonly BinCandidate[], part: { readonly storage: StorageClass; readonly fast: boolean; readonly rule: StorageRule }, count: number): BinCandidate[] {
  const fits = ({ active, blocked, zone, level, parts, own }: BinCandidate): boolean =>
    active && blocked === '' && zone?.staging !== true && brokenRule({ ...part, level, zone }) === null && (own || zone === null || parts < zone.fullAt)
  const away = ({ zone }: BinCandidate): number => Number((zone?.near ?? false) !== part.fast)
  return bins.filter(fits).toSorted((a, b) => Number(b.own) - Number(a.own) || away(a) - away(b) || a.parts - b.parts || (a.code < b.code ? -1 : 1)).slice(0, count)
}

export const fillings = ['empty', 'room', 'full'] as const
export type Filling = (typeof fillings)[number]

export const fillingOf = (parts: number, fullAt: number): Filling => (parts === 0 ? 'empty' : parts >= fullAt ? 'full' : 'room')

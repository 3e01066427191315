import type { PermissionEntry } from '../kernel/permissions.ts'
import type { Facts } from '../kernel/refusal.ts'
import { fill, type Language, type Texts } from '../kernel/texts.ts'
import { organisationBindings } from '../modules/organisation/http/bindings.ts'
import { organisationPermissions } from '../modules/organisation/permissions.ts'
import { en as organisationEn } from '../modules/organisation/texts/en.ts'
import { zh as organisationZh } from '../modules/organisation/texts/zh-CN.ts'
import { repairOrderBindings } from '../modules/repair-orders/http/bindings.ts'
import { repairOrderPermissions } from '../modules/repair-orders/permissions.ts'
import { en as repairOrdersEn } from '../modules/repair-orders/texts/en.ts'
import { zh as repairOrdersZh } from '../modules/repair-orders/texts/zh-CN.ts'
import type { Database } from '../platform/database.ts'
import type { Binding } from '../platform/http/binding.ts'
import { platformEn, platformZh } from '../platform/texts.ts'

/** The only place that knows all modules. */
export const bindingsOf = (database: Database): Binding[] => [...organisationBindings(database), ...repairOrderBindings]

export const permissions: readonly PermissionEntry[] = [organisationPermissions, repairOrderPermissions].flatMap((deeds) => Object.values(deeds))

const texts: Readonly<Record<Language, Texts>> = {
  'zh-CN': { ...platformZh, ...organisationZh, ...repairOrdersZh },
  en: { ...platformEn, ...organisationEn, ...repairOrdersEn },
}

/** The sentence of a refusal; a code without one shows itself, and CI refuses it. */
export const sentence = (language: Language, code: string, facts: Facts): string => fill(texts[language][code] ?? code, facts)

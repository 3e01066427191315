import type { Tx } from '../../../platform/database.ts'
import { insertModels, type ModelData } from '../data/models.ts'
import { insertOperations, type NewOperation } from '../data/operations.ts'
import { insertLines, insertPackages, insertSteps, putMenus } from '../data/packages.ts'
import { insertBarcodes, insertPrices, insertUnits, type PriceData, type UnitData } from '../data/part-details.ts'
import { insertParts, type NewPart } from '../data/parts.ts'
import { insertInsurers, insertLabourRates, insertVatRates, type InsurerData, type LabourRateData, type VatRateData } from '../data/rates.ts'
import { findText } from '../domain/find-text.ts'
import { initialsOf } from './initials.ts'
import { searchable } from './maintain-parts.ts'

export type CatalogueFilling = {
  readonly models: readonly Omit<ModelData, 'active' | 'version'>[]
  readonly operations: readonly Omit<NewOperation, 'initials' | 'findText'>[]
  readonly parts: readonly Omit<NewPart, 'initials' | 'findText'>[]
  readonly barcodes: readonly { readonly partId: string; readonly barcode: string }[]
  readonly units: readonly (UnitData & { readonly partId: string })[]
  readonly prices: readonly (PriceData & { readonly partId: string })[]
}

/** Numbers, periods and barcodes must be right already: only the table's own checks stand here. Successors before the parts they replace. */
export async function fillCatalogue(tx: Tx, { models, operations, parts, barcodes, units, prices }: CatalogueFilling): Promise<void> {
  await insertModels(tx, models)
  await insertOperations(tx, operations.map((operation) => {
    const initials = initialsOf(operation.nameZh)
    return { ...operation, initials, findText: findText([operation.code, initials, operation.nameZh, operation.nameEn]) }
  }))
  await insertParts(tx, parts.map((part) => ({ ...part, ...searchable(part) })))
  await insertBarcodes(tx, barcodes)
  await insertUnits(tx, units)
  await insertPrices(tx, prices)
}

export type FilledPackages = {
  readonly packages: Parameters<typeof insertPackages>[1]; readonly lines: Parameters<typeof insertLines>[1]; readonly steps: Parameters<typeof insertSteps>[1]
}

export async function fillPackages(tx: Tx, { packages, lines, steps }: FilledPackages): Promise<void> {
  await insertPackages(tx, packages)
  await insertLines(tx, lines)
  await putMenus(tx, [...new Set(steps.map(({ modelId }) => modelId))].map((modelId) => ({ modelId, version: 1 })))
  await insertSteps(tx, steps)
}

export type StoreRates = {
  readonly labourRates: readonly LabourRateData[]
  readonly vatRates: readonly VatRateData[]
  readonly insurers: readonly Omit<InsurerData, 'active' | 'version'>[]
}

export async function fillStoreRates(tx: Tx, storeId: string, { labourRates, vatRates, insurers }: StoreRates): Promise<void> {
  await insertLabourRates(tx, storeId, labourRates)
  await insertVatRates(tx, storeId, vatRates)
  await insertInsurers(tx, storeId, insurers)
}

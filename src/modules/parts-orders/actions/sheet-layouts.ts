import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { listSheets as listRoute } from '../contract.ts'
import * as data from '../data/sheets.ts'
import { findSupplier, listSuppliers } from '../data/suppliers.ts'
import { confirmedFields, whyNotLayout, type SheetLayout } from '../domain/sheet.ts'

/** Every maker with its sheet; null: the preset. */
export async function listSheets({ tx, by }: Reading): Promise<AnswerOf<typeof listRoute>> {
  const own = await data.layoutsOf(tx, by.storeId)
  const makers = (await listSuppliers(tx, by.storeId)).filter(({ kind }) => kind === 'maker')
  return {
    rows: makers.map(({ id: supplierId, name: supplierName, active }) => {
      const layout = own.find((one) => one.supplierId === supplierId)
      return { supplierId, supplierName, active, layout: layout === undefined ? null : { titled: layout.titled, columns: layout.columns }, version: layout?.version ?? 0 }
    }),
  }
}

/** Orders that go out from now on look so; what came back before stays as it was read. */
export async function keepSheet(deed: Deed, { supplierId, version, ...layout }: SheetLayout & { readonly supplierId: string; readonly version: number }): Promise<{ version: number }> {
  const { tx, by } = deed
  const supplier = found(await findSupplier(tx, by.storeId, supplierId), 'supplier')
  refuseIf(supplier.kind === 'maker' ? whyNotLayout(layout) : new Refusal('parts-orders.sheet-of-maker'))
  const before = await data.findLayout(tx, by.storeId, supplierId)
  refuseStale(before?.version ?? 0, version)
  if ((await data.putLayout(tx, by.storeId, { ...layout, supplierId, version: version + 1 })) === 0) refuseStale(version + 1, version)
  deed.record({ subject: 'parts-order-sheet', subjectId: supplierId, before: before ?? null, after: { supplier: supplier.name, ...layout } })
  deed.announce({ event: 'parts-order.sheet-kept', subjectId: supplierId })
  return { version: version + 1 }
}

/** For each maker's sheet: which of its headers says what in a confirmation; null: nothing of it. */
export const sheetHeadings = async ({ tx, by }: Pick<Reading, 'tx' | 'by'>): Promise<Readonly<Record<string, string | null>>[]> =>
  (await data.layoutsOf(tx, by.storeId)).map(({ columns }) => Object.fromEntries(columns.map(({ field, header }) => [header, confirmedFields[field] ?? null])))

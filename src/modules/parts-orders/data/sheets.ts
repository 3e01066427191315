import type { Tx } from '../../../platform/database.ts'
import type { SheetColumn, SheetLayout } from '../domain/sheet.ts'

export type LayoutData = SheetLayout & { supplierId: string; columns: SheetColumn[]; version: number }

export const layoutsOf = (tx: Tx, storeId: string) => tx.all<LayoutData>`select supplier_id, titled, columns, version from parts_orders.sheet_layout where store_id = ${storeId} order by supplier_id limit 500`

export const findLayout = (tx: Tx, storeId: string, supplierId: string) => tx.maybe<LayoutData>`
  select supplier_id, titled, columns, version from parts_orders.sheet_layout where store_id = ${storeId} and supplier_id = ${supplierId}`

/** Made or changed, as long as nobody changed it meanwhile; answers 0 where somebody did. */
export const putLayout = (tx: Tx, storeId: string, l: SheetLayout & { supplierId: string; version: number }) => tx.run`
  insert into parts_orders.sheet_layout as s (store_id, supplier_id, titled, columns, version) values (${storeId}, ${l.supplierId}, ${l.titled}, ${JSON.stringify(l.columns)}::jsonb, ${l.version})
  on conflict (store_id, supplier_id) do update set titled = excluded.titled, columns = excluded.columns, version = excluded.version where s.version = excluded.version - 1`

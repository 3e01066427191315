import type { Deed, Reading } from '../../../platform/deed.ts'
import type { ImportOutcome } from '../../../platform/import-outcome.ts'
import { importCampaignCars, judgeCampaignCars } from '../../campaigns/public.ts'
import { importOperations, importParts, judgeOperations, judgeParts } from '../../catalogue/public.ts'
import { importCustomers, judgeCustomers } from '../../customers/public.ts'
import { importStaff, judgeStaff } from '../../organisation/public.ts'
import { importConfirmations, importOrderDays, judgeConfirmations, judgeOrderDays } from '../../parts-orders/public.ts'
import { importPriceList, judgePriceList } from '../../prices/public.ts'
import { importReceivables, judgeReceivables } from '../../settlement/public.ts'
import { importOpening, judgeOpening } from '../../stock/public.ts'
import { importStatementLines, judgeStatementLines } from '../../suppliers/public.ts'
import { importVehicles, judgeVehicles } from '../../vehicles/public.ts'
import type { CampaignCarRow } from '../domain/campaign-columns.ts'
import type { OperationRow, PartRow, PriceRow } from '../domain/catalogue-columns.ts'
import type { CustomerImportRow, VehicleImportRow } from '../domain/customer-columns.ts'
import type { ImportKind } from '../domain/kinds.ts'
import type { OpeningStockRow, ReceivableRow } from '../domain/opening-columns.ts'
import type { ConfirmationRow, OrderCalendarRow } from '../domain/parts-order-columns.ts'
import type { StaffRow } from '../domain/staff-columns.ts'
import type { SupplierStatementRow } from '../domain/supplier-columns.ts'
import type { TableRow } from '../domain/read-table.ts'

export type Importer = {
  judge(reading: Reading, rows: readonly TableRow[]): Promise<ImportOutcome[]>
  write(deed: Deed, rows: readonly TableRow[], importId: string): Promise<ImportOutcome[]>
}

type Parts<Row> = {
  readonly judge: (reading: Reading, rows: readonly Row[]) => Promise<ImportOutcome[]>
  readonly write: (deed: Deed, rows: readonly Row[], importId: string) => Promise<ImportOutcome[]>
}

/** The values of a good row are what the columns of its kind read (domain/kind-columns.ts): here they get their type back. */
function importer<Row>({ judge, write }: Parts<Row>): Importer {
  const typed = (rows: readonly TableRow[]) => rows.map(({ line, values }) => ({ ...values, line }) as Row)
  return { judge: (reading, rows) => judge(reading, typed(rows)), write: (deed, rows, importId) => write(deed, typed(rows), importId) }
}

/** Each kind is judged and written by the module that owns it. */
export const importers: Readonly<Record<ImportKind, Importer>> = {
  parts: importer<PartRow>({ judge: judgeParts, write: importParts }),
  prices: importer<PriceRow>({ judge: judgePriceList, write: importPriceList }),
  operations: importer<OperationRow>({ judge: judgeOperations, write: importOperations }),
  customers: importer<CustomerImportRow>({ judge: judgeCustomers, write: importCustomers }),
  vehicles: importer<VehicleImportRow>({ judge: judgeVehicles, write: importVehicles }),
  'opening-stock': importer<OpeningStockRow>({ judge: judgeOpening, write: importOpening }),
  staff: importer<StaffRow>({ judge: judgeStaff, write: importStaff }),
  'order-calendar': importer<OrderCalendarRow>({ judge: judgeOrderDays, write: importOrderDays }),
  'order-confirmation': importer<ConfirmationRow>({ judge: judgeConfirmations, write: importConfirmations }),
  'supplier-statement': importer<SupplierStatementRow>({ judge: judgeStatementLines, write: importStatementLines }),
  'campaign-cars': importer<CampaignCarRow>({ judge: judgeCampaignCars, write: importCampaignCars }),
  'opening-receivables': importer<ReceivableRow>({ judge: judgeReceivables, write: importReceivables }),
}

import { operationColumns, partColumns, priceListColumns } from './catalogue-columns.ts'
import { campaignCarColumns } from './campaign-columns.ts'
import type { Columns } from './columns.ts'
import { customerColumns, vehicleColumns } from './customer-columns.ts'
import type { ImportKind } from './kinds.ts'
import { openingStockColumns, receivableColumns } from './opening-columns.ts'
import { confirmationColumns, orderCalendarColumns } from './parts-order-columns.ts'
import { staffColumns } from './staff-columns.ts'
import { supplierStatementColumns } from './supplier-columns.ts'

export const columnsOf: Readonly<Record<ImportKind, Columns>> = {
  parts: partColumns, prices: priceListColumns, operations: operationColumns, customers: customerColumns, vehicles: vehicleColumns,
  'opening-stock': openingStockColumns, 'opening-receivables': receivableColumns, staff: staffColumns, 'campaign-cars': campaignCarColumns,
  'order-calendar': orderCalendarColumns, 'order-confirmation': confirmationColumns, 'supplier-statement': supplierStatementColumns,
}

/** The columns that together say which thing a row is about; it stands in a file once. */
export const keyFields: Readonly<Record<ImportKind, readonly string[]>> = {
  parts: ['number'], prices: ['number'], operations: ['code'], customers: ['name', 'phone'], vehicles: ['plate'],
  'opening-stock': ['number', 'bin', 'receivedOn'], 'opening-receivables': ['document'], staff: ['login'], 'campaign-cars': ['campaign', 'vin'],
  'order-calendar': ['day', 'kind'], 'order-confirmation': ['order', 'number'], 'supplier-statement': ['statement', 'document', 'number'],
}

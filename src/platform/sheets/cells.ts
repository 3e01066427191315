/** A cell as a file holds it. Whole texts and exact numbers; what a cell merely looks like is not kept. */
export type Cell = string | number | null

/** `rows` are as they stand in the file, blank ones too, so that a row keeps the number that people see. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[]; /** Days are counted from 1904, as old Macs did. */ readonly from1904: boolean }

/** What a file may be at most, before it is opened: everything above is a mistake or an attack. */
export const fileLimits = { bytes: 30 * 1_048_576, rows: 200_000, columns: 200, unpackedBytes: 600 * 1_048_576, ratio: 150 } as const

export type SheetFormat = 'xlsx' | 'csv'
export const sheetTypes: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8',
}

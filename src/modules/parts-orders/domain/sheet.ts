import { Refusal } from '../../../kernel/refusal.ts'

/** What an order sheet may say of a line. */
export const sheetFields = ['order', 'kind', 'partNumber', 'partName', 'quantity', 'unit', 'unitCost', 'amount', 'forCar', 'confirmed', 'eta', 'answer'] as const
export type SheetField = (typeof sheetFields)[number]

export type SheetColumn = { readonly field: SheetField; /** As the maker calls it. */ readonly header: string }
export type SheetLayout = { /** A line above the headers that says which order it is; a maker's system may not want one. */ readonly titled: boolean; readonly columns: readonly SheetColumn[] }

/** Without these nobody can read the confirmation that comes back under the same headers. */
const needed = ['order', 'partNumber', 'confirmed'] as const satisfies readonly SheetField[]

/** How the import of confirmations calls what comes back; the others of the sheet are the house's own words and are passed over. */
export const confirmedFields: Readonly<Partial<Record<SheetField, string>>> = { order: 'order', partNumber: 'number', confirmed: 'confirmedThousandths', eta: 'eta', answer: 'answer' }

const same = (header: string): string => header.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()

/** Null means a maker's sheet may look so: each column once, under a header of its own, with what its confirmation needs. */
export function whyNotLayout({ columns }: Pick<SheetLayout, 'columns'>): Refusal | null {
  const lacking = needed.find((field) => !columns.some((column) => column.field === field))
  if (lacking !== undefined) return new Refusal('parts-orders.sheet-lacks', { field: lacking })
  if (columns.some(({ header }) => header.trim() === '')) return new Refusal('parts-orders.sheet-header-missing')
  const twice = columns.find(({ field, header }, at) => columns.slice(0, at).some((before) => before.field === field || same(before.header) === same(header)))
  return twice === undefined ? null : new Refusal('parts-orders.sheet-twice', { header: twice.header })
}

export const importKinds = ['parts', 'prices', 'operations', 'customers', 'vehicles', 'opening-stock', 'opening-receivables', 'staff', 'campaign-cars', 'order-calendar', 'order-confirmation', 'supplier-statement'] as const
export type ImportKind = (typeof importKinds)[number]

/** What can go out: the same kinds, and the lots that lie here in place of the opening stock. */
export const exportKinds = ['parts', 'prices', 'operations', 'customers', 'vehicles', 'stock', 'opening-receivables'] as const
export type ExportKind = (typeof exportKinds)[number]

export const importStates = ['reading', 'refused', 'ready', 'running', 'broken-off', 'done', 'discarded'] as const
export type ImportState = (typeof importStates)[number]

/** Rows written in one transaction: others wait for one slice at most. */
export const sliceRows = 1_000
/** So many rows are shown before the import, and so many with findings are kept. */
export const previewRows = 50
export const keptFindings = 5_000

import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { file, id, languageShape, moment, pageOf, pageQuery, refusalFacts, version } from '../../platform/shapes.ts'
import { campaignPermissions } from '../campaigns/permissions.ts'
import { cataloguePermissions } from '../catalogue/permissions.ts'
import { customerPermissions } from '../customers/permissions.ts'
import { organisationPermissions } from '../organisation/permissions.ts'
import { partsOrderPermissions } from '../parts-orders/permissions.ts'
import { pricePermissions } from '../prices/permissions.ts'
import { settlementPermissions } from '../settlement/permissions.ts'
import { stockPermissions } from '../stock/permissions.ts'
import { supplierPermissions } from '../suppliers/permissions.ts'
import { vehiclePermissions } from '../vehicles/permissions.ts'
import type { KindRights } from './domain/kind-rights.ts'
import { exportKinds, importKinds, importStates } from './domain/kinds.ts'
import { exchangePermissions } from './permissions.ts'

/** Beside the right to import or export at all, the right to the things themselves. */
export const kindRights: KindRights = {
  import: {
    parts: cataloguePermissions.maintainParts, prices: pricePermissions.draft, operations: cataloguePermissions.maintainOperations, customers: customerPermissions.maintain,
    vehicles: vehiclePermissions.maintain, 'opening-stock': stockPermissions.receive, 'opening-receivables': exchangePermissions.importReceivables, staff: organisationPermissions.maintainStaff,
    'campaign-cars': campaignPermissions.maintain, 'order-calendar': partsOrderPermissions.keepCalendar, 'order-confirmation': partsOrderPermissions.draft, 'supplier-statement': supplierPermissions.reconcile,
  },
  export: {
    parts: cataloguePermissions.see, prices: cataloguePermissions.see, operations: cataloguePermissions.see, customers: customerPermissions.see, vehicles: vehiclePermissions.see,
    stock: stockPermissions.see, 'opening-receivables': settlementPermissions.see,
  },
}

/** As in the server's limits of files. */
export const mostFileBytes = 30 * 1_048_576

const whole = z.number().int()
const said = z.object({ code: z.string(), facts: refusalFacts })
export const finding = said.extend({ field: z.string(), text: z.string(), bad: z.boolean() })
export type FindingView = z.output<typeof finding>

export const importRow = z.object({
  id, kind: z.enum(importKinds), fileName: z.string(), fileBytes: whole, state: z.enum(importStates), at: moment, endedAt: moment.nullable(), personName: z.string(),
  rowsRead: whole, rowsBad: whole, rowsDoubtful: whole, rowsNew: whole, rowsChanged: whole, rowsUnchanged: whole,
  rowsDone: whole, doneNew: whole, doneChanged: whole, doneUnchanged: whole, doneRefused: whole, version,
})
export type ImportRow = z.output<typeof importRow>

export const importView = importRow.extend({
  refusal: said.nullable(),
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
  preview: z.array(z.object({ line: whole, cells: z.array(z.string()) })),
})
export type ImportView = z.output<typeof importView>

const params = z.strictObject({ importId: id })

export const receiveFile = route({
  does: 'Send a file to import; it is read and compared, nothing is written yet', method: 'POST', path: '/imports', needs: exchangePermissions.import,
  query: z.strictObject({ kind: z.enum(importKinds), fileName: z.string().trim().min(1).max(200).regex(/^\P{Cc}+$/u) }), upload: { mostBytes: mostFileBytes }, gives: z.object({ id, version }),
  refuses: ['exchange.no-right-for-kind', 'platform.not-an-upload', 'exchange.file-empty'],
})
export const listImports = route({
  does: 'List imports, newest first', method: 'GET', path: '/imports', needs: exchangePermissions.see, query: z.strictObject(pageQuery), gives: pageOf(importRow),
})
export const seeImport = route({
  does: 'See an import: columns, first rows, counts, progress', method: 'GET', path: '/imports/:importId', needs: exchangePermissions.see, params, gives: importView,
})
export const listFindings = route({
  does: 'List the rows of an import that have something wrong or doubtful', method: 'GET', path: '/imports/:importId/findings', needs: exchangePermissions.see, params,
  query: z.strictObject({ after: z.coerce.number().int().min(0).max(10_000_000).default(0), limit: z.coerce.number().int().min(1).max(200).default(100) }),
  gives: z.object({ rows: z.array(z.object({ line: whole, bad: z.boolean(), findings: z.array(finding) })), next: whole.nullable() }),
})
export const runImport = route({
  does: 'Import the good rows', method: 'POST', path: '/imports/:importId/run', needs: exchangePermissions.import, params, body: z.strictObject({ version }), gives: z.object({ version }),
  refuses: ['exchange.not-to-run', 'exchange.no-right-for-kind'],
})
export const discardImport = route({
  does: 'Discard an import that was not run, with its file', method: 'POST', path: '/imports/:importId/discard', needs: exchangePermissions.import, params, body: z.strictObject({ version }),
  gives: z.object({ version }), refuses: ['exchange.not-to-discard'],
})
export const badRows = route({
  does: 'Save the bad rows as a workbook, each with its reason', method: 'GET', path: '/imports/:importId/bad-rows', needs: exchangePermissions.see, params,
  query: z.strictObject({ language: languageShape.default('zh-CN') }), gives: file,
})
export const template = route({
  does: 'Save an empty list with the headers of a kind and one example', method: 'GET', path: '/import-templates/:kind', needs: exchangePermissions.import,
  params: z.strictObject({ kind: z.enum(importKinds) }), query: z.strictObject({ language: languageShape.default('zh-CN') }), gives: file,
})
export const exportList = route({
  does: 'Export a list; who, what and how many rows stands in the audit', method: 'POST', path: '/exports', needs: exchangePermissions.export,
  body: z.strictObject({ kind: z.enum(exportKinds), format: z.enum(['xlsx', 'csv']) }), gives: z.object({ id, rows: whole }), refuses: ['exchange.no-right-for-kind'],
})
export const exportedFile = route({
  does: 'Save the list that one has exported', method: 'GET', path: '/exports/:exportId/file', needs: exchangePermissions.export, params: z.strictObject({ exportId: id }),
  query: z.strictObject({ language: languageShape.default('zh-CN') }), gives: file,
})

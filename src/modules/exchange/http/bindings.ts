import { bindDeed, bindFile, bindReading, bindUpload, type Binding } from '../../../platform/http/binding.ts'
import { exportedFile, exportList } from '../actions/export-list.ts'
import { makeBadRows, makeTemplate } from '../actions/make-files.ts'
import { listFindings, listImports, seeImport } from '../actions/read-imports.ts'
import { discardImport, receiveFile, runImport } from '../actions/receive-file.ts'
import * as contract from '../contract.ts'

export const exchangeBindings: readonly Binding[] = [
  bindUpload(contract.receiveFile, (deed, { query }, file) => receiveFile(deed, { ...query, ...file })),
  bindReading(contract.listImports, listImports),
  bindReading(contract.seeImport, (reading, { params }) => seeImport(reading, params.importId)),
  bindReading(contract.listFindings, (reading, { params, query }) => listFindings(reading, params.importId, query)),
  bindDeed(contract.runImport, (deed, { params, body }) => runImport(deed, { ...params, ...body })),
  bindDeed(contract.discardImport, (deed, { params, body }) => discardImport(deed, { ...params, ...body })),
  bindFile(contract.badRows, (reading, { params, query }) => makeBadRows(reading, params.importId, query.language)),
  bindFile(contract.template, (_reading, { params, query }) => makeTemplate(params.kind, query.language)),
  bindDeed(contract.exportList, (deed, { body }) => exportList(deed, body)),
  bindFile(contract.exportedFile, (reading, { params, query }) => exportedFile(reading, params.exportId, query.language)),
]

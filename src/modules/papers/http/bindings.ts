import { bindDocument, bindReading, type Binding } from '../../../platform/http/binding.ts'
import type { KeptFiles } from '../../../platform/kept-files.ts'
import * as papers from '../actions/papers.ts'
import * as contract from '../contract.ts'

export const paperBindings = (files: KeptFiles): readonly Binding[] => [
  bindReading(contract.listPapers, (reading, { query }) => papers.listPapers(reading, query)),
  bindDocument(contract.openPaperFile, (reading, { params }) => papers.openPaper(reading, files, params.paperId)),
]

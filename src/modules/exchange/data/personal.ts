import type { PersonalPart } from '../../../platform/personal-data.ts'

/** The rows of a list that were doubtful stay with its import, as they stood in the file. */
export const exchangePersonal: PersonalPart = {
  tables: [
    { table: 'exchange.import', zh: '导入预览', en: 'Previews of imports', links: { says: 'preview' }, columns: { at: 'kept', kind: 'kept', preview: 'json' } },
    { table: 'exchange.import_finding', zh: '导入问题行', en: 'Doubtful rows of imports', links: { says: 'cells' }, columns: { cells: 'json', findings: 'json' } },
  ],
}

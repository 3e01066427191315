import { found } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/texts.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { sheetTypes } from '../../../platform/sheets/cells.ts'
import { writeSheet } from '../../../platform/sheets/write-sheet.ts'
import { listDuties } from '../data/duties.ts'
import type { ProofPart } from '../domain/pack.ts'
import { packFields } from '../domain/pack-file.ts'
import { headerOf, packColumns } from '../domain/pack-table.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

const look = (name: string) => ({ name, headRows: 1, widths: packFields.map((field) => Math.max(14, Math.min(60, packColumns[field].example.length * 2 + 4))) })

/** Headers in both languages, needed ones marked, and one example, which an import passes over. */
export async function packTemplate(language: Language): Promise<OutgoingFile> {
  const title = (language === 'en' ? en : zh)['duties.pack.template']
  return { name: `${title}.xlsx`, type: sheetTypes.xlsx, bytes: await writeSheet('xlsx', look(title), [packFields.map(headerOf), packFields.map((field) => packColumns[field].example)]) }
}

const wordsOf = (part: ProofPart): string => (part.kind === 'photo' ? 'photo' : part.kind === 'record' ? `record: ${part.zh}|${part.en}` : `${part.kind}: ${part.kind === 'check' ? part.zh : part.code ?? part.zh}`)

/** A pack as it stands, in the form of the template: changed there, it comes back as the next edition. */
export async function packWorkbook({ tx, by }: Reading, packId: string): Promise<OutgoingFile> {
  const duties = (await listDuties(tx, by.storeId)).filter((duty) => duty.pack === packId && duty.withdrawn !== 'gone')
  found(duties[0] ?? null, 'pack')
  const lines = duties.map((duty) => [duty.id, duty.position, duty.area, duty.zh, duty.en, duty.due, duty.holder, duty.proof.map(wordsOf).join('; '), duty.watch.join(' '), String(duty.graceMinutes), duty.move])
  return { name: `${packId} ${by.storeCode}.xlsx`, type: sheetTypes.xlsx, bytes: await writeSheet('xlsx', look(packId), [packFields.map(headerOf), ...lines]) }
}

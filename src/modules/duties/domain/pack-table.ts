import { Refusal } from '../../../kernel/refusal.ts'
import { packFields, wordKey, type PackField, type RawCell, type RawRow } from './pack-file.ts'

/** The headers of the template, and the example below them, which may stay where it is. */
export const packColumns: Readonly<Record<PackField, { readonly zh: string; readonly en: string; readonly needed: boolean; readonly example: string }>> = {
  id: { zh: '编号', en: 'id', needed: true, example: '例：OWN-1.1' },
  position: { zh: '岗位', en: 'position', needed: true, example: 'FDS' },
  area: { zh: '业务领域', en: 'area', needed: false, example: '前台' },
  zh: { zh: '职责（中文）', en: 'duty in Chinese', needed: true, example: '每日巡视休息区，补充饮水' },
  en: { zh: '职责（英文）', en: 'duty in English', needed: true, example: 'Walk through the lounge each day and refill drinks' },
  when: { zh: '周期与期限', en: 'when', needed: true, example: 'day@3x' },
  holder: { zh: '承担方式', en: 'holder', needed: false, example: 'position' },
  proof: { zh: '证明', en: 'proof', needed: true, example: 'check: front-desk 5S; photo' },
  watch: { zh: '督导岗位', en: 'supervises', needed: false, example: 'SAD' },
  grace: { zh: '宽限（分钟）', en: 'grace (minutes)', needed: false, example: '240' },
  move: { zh: '遇休息日', en: 'on a closed day', needed: false, example: 'before' },
}

export const headerOf = (field: PackField): string => `${packColumns[field].zh} ${packColumns[field].en}${packColumns[field].needed ? ' *' : ''}`

const fieldOf = new Map(packFields.flatMap((field): [string, PackField][] => [field, packColumns[field].zh, packColumns[field].en, headerOf(field)].map((word) => [wordKey(word), field])))
fieldOf.set(wordKey('watch'), 'watch').set(wordKey('supervisors'), 'watch').set(wordKey('cadence'), 'when')

export type TableCell = string | number | null

/** A as 0, AA as 26. */
export const letterOf = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26))

const searched = 10
export const mostRows = 2_000

/** The rows below the header of the first sheet that has one. Refuses a workbook without, one that lacks a needed column, and one beyond measure. */
export function rowsOfTable(sheets: readonly { readonly rows: readonly (readonly TableCell[])[] }[]): RawRow[] | Refusal {
  for (const { rows } of sheets) {
    const head = rows.slice(0, searched).findIndex((row) => row.filter((cell) => fieldOf.has(wordKey(String(cell ?? '')))).length >= 3)
    if (head >= 0) return below(rows, head)
  }
  return new Refusal('duties.file.no-header', { columns: neededNames(packFields) })
}

const neededNames = (fields: readonly PackField[]): string => fields.filter((field) => packColumns[field].needed).map((field) => `${packColumns[field].zh} ${packColumns[field].en}`).join(' · ')

function below(rows: readonly (readonly TableCell[])[], head: number): RawRow[] | Refusal {
  const places = new Map<PackField, number>()
  for (const [index, cell] of (rows[head] ?? []).entries()) {
    const field = fieldOf.get(wordKey(String(cell ?? '')))
    if (field !== undefined && !places.has(field)) places.set(field, index)
  }
  const missing = packFields.filter((field) => packColumns[field].needed && !places.has(field))
  if (missing.length > 0) return new Refusal('duties.file.no-header', { columns: neededNames(missing) })
  const read = rows.slice(head + 1).flatMap((row, index): RawRow[] => {
    const line = head + index + 2
    const cells: Partial<Record<PackField, RawCell>> = {}
    for (const [field, place] of places) cells[field] = { text: String(row[place] ?? '').trim(), at: `${letterOf(place)}${String(line)}` }
    const filled = Object.values(cells).some(({ text }) => text !== '')
    return filled && !(cells.id?.text ?? '').startsWith('例：') ? [{ line, cells }] : []
  })
  if (read.length === 0) return new Refusal('duties.file.nothing')
  return read.length > mostRows ? new Refusal('duties.file.too-many', { most: mostRows }) : read
}

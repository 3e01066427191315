import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Cell } from './cells.ts'

export type SheetLook = {
  readonly name: string
  /** So many rows at the top are bold and stay in view. */
  readonly headRows: number
  /** Widths in characters. */
  readonly widths: readonly number[]
  /** Columns, from 0, whose numbers are shares and are shown in percent. */
  readonly percents?: readonly number[]
}

export type SheetWriter = { add(rows: readonly (readonly Cell[])[]): void; end(): Uint8Array }

const fixed: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
  '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/_rels/workbook.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
  'xl/styles.xml': '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf fontId="0"/><xf fontId="1" applyFont="1"/><xf numFmtId="164" fontId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
/** The same rows give the same bytes. */
const mtime = new Date(2000, 0, 1)

/** A workbook of one sheet, written as it grows. Texts are inline strings, which no spreadsheet calculates; nothing is ever a formula. */
export function xlsxWriter({ name, headRows, widths, percents = [] }: SheetLook): SheetWriter {
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error
    pieces.push(piece)
  })
  const file = (path: string): ZipDeflate => {
    const entry = new ZipDeflate(path, { level: 4 })
    entry.mtime = mtime
    zip.add(entry)
    return entry
  }
  for (const [path, text] of Object.entries(fixed)) file(path).push(strToU8(declaration + text), true)
  file('xl/workbook.xml').push(strToU8(`${declaration}<workbook ${main}><sheets><sheet name="${escaped(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`), true)
  const sheet = file('xl/worksheets/sheet1.xml')
  const pane = headRows === 0 ? '' : `<pane ySplit="${String(headRows)}" topLeftCell="A${String(headRows + 1)}" activePane="bottomLeft" state="frozen"/>`
  const columns = widths.map((width, index) => `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${String(width)}" customWidth="1"/>`).join('')
  sheet.push(strToU8(`${declaration}<worksheet ${main}><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>`))
  let written = 0
  return {
    add: (rows) => {
      const xml = rows.map((row) => rowXml(row, (written += 1), written <= headRows ? 'bold' : percents)).join('')
      if (xml !== '') sheet.push(strToU8(xml))
    },
    end: () => {
      sheet.push(strToU8('</sheetData></worksheet>'), true)
      zip.end()
      return Buffer.concat(pieces)
    },
  }
}

function rowXml(row: readonly Cell[], number: number, look: 'bold' | readonly number[]): string {
  const cells = row.map((cell, index) => {
    if (cell === null || cell === '') return ''
    const style = look === 'bold' ? ' s="1"' : typeof cell === 'number' && look.includes(index) ? ' s="2"' : ''
    const place = `${columnName(index)}${String(number)}`
    return typeof cell === 'number' ? `<c r="${place}"${style}><v>${String(cell)}</v></c>`
      : `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  })
  return `<row r="${String(number)}">${cells.join('')}</row>`
}

const columnName = (index: number): string => (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

// Control characters have no place in XML, not even escaped.
const unprintable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu
const escaped = (text: string): string =>
  text.toWellFormed().replace(unprintable, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

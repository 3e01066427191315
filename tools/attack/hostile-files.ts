import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

export type HostileFile = { readonly name: string; readonly bytes: Uint8Array; /** Refused by every route, at the door or when it is read. */ readonly mustRefuse: boolean }

const bytes = (...parts: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
const frame = (width: number, height: number): number[] => [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]
const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34]
const jpeg = (width: number, height: number): Uint8Array => bytes([0xff, 0xd8], frame(width, height), scan, [0xff, 0xd9])
const png = bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', [0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff, 8, 6, 0, 0, 0])
export const script = '<script>gangweiCanary(1)</script>'

/** A zip with one deflated entry, its sizes as we like to tell them. */
function zipOf(name: string, packed: Uint8Array, says: number): Uint8Array {
  const head = (signature: number, central: boolean): Buffer => {
    const out = Buffer.alloc(central ? 46 : 30)
    out.writeUInt32LE(signature, 0)
    const at = central ? 2 : 0
    if (central) out.writeUInt16LE(20, 4)
    out.writeUInt16LE(20, 4 + at)
    out.writeUInt16LE(8, 8 + at)
    out.writeUInt32LE(packed.length, 18 + at)
    out.writeUInt32LE(says, 22 + at)
    out.writeUInt16LE(Buffer.byteLength(name), 26 + at)
    return out
  }
  const local = bytes(head(0x04034b50, false), name, packed)
  const central = bytes(head(0x02014b50, true), name)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return bytes(local, central, end)
}

const sheet = 'xl/worksheets/sheet1.xml'
const workbook = (more: Readonly<Record<string, string>>): Uint8Array => zipSync(Object.fromEntries(Object.entries({
  '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  'xl/workbook.xml': '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  [sheet]: '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>', ...more,
}).map(([name, text]) => [name, strToU8(text)])))

const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "ha">${Array.from({ length: 12 }, (_, index) => `<!ENTITY a${String(index + 1)} "${`&a${String(index)};`.repeat(10)}">`).join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]>`
  + '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a12;&x;</t></is></c></row></sheetData></worksheet>'

/** `mark`: a word that may not be found on any disk afterwards. */
export function hostileFiles(mark: string): HostileFile[] {
  const zeros = deflateRawSync(Buffer.alloc(256 * 2 ** 20), { level: 9 })
  const nested = zipSync(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`xl/worksheets/sheet${String(index)}.xml`, new Uint8Array(2 ** 20)])))
  const outside = ['../', '../../../../', '/tmp/', '..\\..\\'].map((way, index) => `${way}${mark}-${String(index)}`)
  return [
    { name: 'nothing', bytes: new Uint8Array(), mustRefuse: true },
    { name: 'zip bomb as a workbook (256 MB of zeros)', bytes: zipOf(sheet, zeros, 256 * 2 ** 20), mustRefuse: true },
    { name: 'zip bomb that lies about its size', bytes: zipOf(sheet, zeros, 1_000), mustRefuse: true },
    { name: 'forty sheets of zeros', bytes: nested, mustRefuse: true },
    { name: 'workbook with names that lead outside', bytes: workbook(Object.fromEntries([...outside, `xl/worksheets/${outside[1] ?? ''}`].map((name) => [name, mark]))), mustRefuse: true },
    { name: 'workbook with entities that expand and read a file', bytes: workbook({ [sheet]: laughs }), mustRefuse: true },
    { name: 'workbook of 1,048,576 declared rows', bytes: workbook({ [sheet]: '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>' }), mustRefuse: true },
    { name: 'half a workbook', bytes: workbook({}).subarray(0, 500), mustRefuse: true },
    { name: 'SVG with a script', bytes: bytes(`<svg xmlns="http://www.w3.org/2000/svg" onload="gangweiCanary(1)">${script}</svg>`), mustRefuse: true },
    { name: 'page named as a picture', bytes: bytes(`<!doctype html><html><body>${script}</body></html>`), mustRefuse: true },
    { name: 'PNG of 65,535 × 65,535 pixels with a page behind it', bytes: bytes(png, script), mustRefuse: true },
    { name: 'JPEG of 65,535 × 65,535 pixels', bytes: jpeg(65_535, 65_535), mustRefuse: true },
    { name: 'JPEG that is a page too', bytes: bytes([0xff, 0xd8, 0xff, 0xfe, 0, script.length + 2], script, frame(16, 12), scan, [0xff, 0xd9], `<html>${script}</html>`), mustRefuse: false },
    { name: 'half a JPEG', bytes: jpeg(16, 12).subarray(0, 14), mustRefuse: true },
    { name: 'PDF with JavaScript', bytes: bytes('%PDF-1.7\n1 0 obj <</Type /Catalog /OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n'), mustRefuse: true },
    { name: 'PDF that starts a program', bytes: bytes('%PDF-1.7\n1 0 obj <</OpenAction <</S /Launch /F (cmd.exe)>>>> endobj\n%%EOF\n'), mustRefuse: true },
    { name: 'half a PDF', bytes: bytes('%PDF-1.7\n1 0 obj'), mustRefuse: true },
    { name: 'YAML with aliases that expand', bytes: bytes(`a0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, index) => `a${String(index + 1)}: &a${String(index + 1)} [${`*a${String(index)},`.repeat(9)}]`).join('\n')}\n`), mustRefuse: true },
    { name: 'program (ELF)', bytes: bytes([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]), mustRefuse: true },
    { name: 'WebM that is a page', bytes: bytes([0x1a, 0x45, 0xdf, 0xa3], script), mustRefuse: true },
  ]
}

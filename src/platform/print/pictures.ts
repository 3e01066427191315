import { toSVG } from 'bwip-js/node'

const pngPrefix = 'data:image/png;base64,'
const pngStart = '89504e470d0a1a0a'
const mostSignatureCharacters = 200_000
/** A few kilobytes of PNG can unpack to gigabytes; a signature pad has no more points than this on a side. */
const mostPoints = 4_000

/**
 * A PNG data URL as a self-contained SVG, which goes to the template as data like any other text: no file is written or
 * mapped. Only base64 gets in, so the picture cannot smuggle markup or a link.
 */
export function signaturePicture(dataUrl: string): string {
  const encoded = dataUrl.slice(pngPrefix.length)
  if (!dataUrl.startsWith(pngPrefix) || encoded.length > mostSignatureCharacters || !/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) {
    throw new TypeError('a signature is a PNG data URL')
  }
  const [width, height] = sizeOf(Buffer.from(encoded, 'base64')).map(String)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="${pngPrefix}${encoded}"/></svg>`
}

function sizeOf(png: Buffer): readonly [width: number, height: number] {
  if (png.length < 33 || png.toString('hex', 0, 8) !== pngStart || png.toString('latin1', 12, 16) !== 'IHDR') throw new TypeError('a signature is a PNG data URL')
  const size = [png.readUInt32BE(16), png.readUInt32BE(20)] as const
  if (Math.min(...size) < 1 || Math.max(...size) > mostPoints) throw new RangeError(`a signature has 1 to ${String(mostPoints)} points on a side`)
  return size
}

/** A QR code, or null for a text that would make it too fine to read. */
export const squareCode = (text: string): string | null =>
  (text === '' || text.length > longestSquareCode ? null : toSVG({ bcid: 'qrcode', text, scale: 1 }))

/** `modules` is the width in narrowest bars, so that the template can make them as wide as the label allows. */
export type PartCode = { readonly form: 'bars'; readonly svg: string; readonly modules: number } | { readonly form: 'square'; readonly svg: string }

/** Longer than this, Code128 on a 60 mm label has bars too fine for a label printer. */
const longestBarCode = 20
const longestSquareCode = 300

/** Code128 as the trade scans it; what does not fit into bars becomes a QR code, and what fits neither is print alone. */
export function partCode(partNumber: string): PartCode | null {
  if (/^[ -~]+$/.test(partNumber) && partNumber.length <= longestBarCode) {
    const svg = toSVG({ bcid: 'code128', text: partNumber, scale: 1, height: 10 })
    return { form: 'bars', svg, modules: Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]) }
  }
  const svg = squareCode(partNumber)
  return svg === null ? null : { form: 'square', svg }
}

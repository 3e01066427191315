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

const longestSquareCode = 300

/** A QR code, or null for a text that would make it too fine to read. */
export const squareCode = (text: string): string | null =>
  (text === '' || text.length > longestSquareCode ? null : toSVG({ bcid: 'qrcode', text, scale: 1 }))

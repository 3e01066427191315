export type Jpeg = { readonly width: number; readonly height: number; /** The picture alone: without place, device, comment, or anything behind its end. */ readonly clean: Uint8Array }

const [marker, start, end, scan, comment] = [0xff, 0xd8, 0xd9, 0xda, 0xfe]
const stuffed = 0x00
const isRestart = (code: number): boolean => code >= 0xd0 && code <= 0xd7
/** Frame headers SOF0 to SOF15 without the tables that share their range (DHT, JPG, DAC). */
const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code)
/** JFIF (APP0) and Adobe's colours (APP14) say how to paint; every other application segment tells of the device, the place, the person. */
const tellsTales = (code: number): boolean => code === comment || (code >= 0xe1 && code <= 0xef && code !== 0xee)

/** Where the coded data that begins here stops: at the next marker that is neither a stuffed byte nor a restart. Null: it never does. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === marker && next !== stuffed && next !== marker && !isRestart(next)) return at
  }
  return null
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Reads a JPEG segment by segment and builds it anew from those that paint; null for everything that is not a whole JPEG (ITU-T T.81, B.1). */
export function readJpeg(bytes: Uint8Array): Jpeg | null {
  if (bytes[0] !== marker || bytes[1] !== start) return null
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let [at, width, height, scans] = [2, 0, 0, 0]
  for (;;) {
    const code = bytes[at + 1]
    if (bytes[at] !== marker || code === undefined) return null
    if (code === marker) { at += 1; continue } // a fill byte
    if (code === end) {
      kept.push(bytes.subarray(at, at + 2))
      return width > 0 && height > 0 && scans > 0 ? { width, height, clean: joined(kept) } : null
    }
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    let next = at + 2 + length
    if (length < 2 || next > bytes.length) return null
    if (isFrame(code)) {
      if (length < 8 || width > 0) return null
      height = (bytes[at + 5] ?? 0) * 256 + (bytes[at + 6] ?? 0)
      width = (bytes[at + 7] ?? 0) * 256 + (bytes[at + 8] ?? 0)
    }
    if (code === scan) {
      const stop = endOfScan(bytes, next)
      if (stop === null) return null
      scans += 1
      next = stop
    }
    if (!tellsTales(code)) kept.push(bytes.subarray(at, next))
    at = next
  }
}

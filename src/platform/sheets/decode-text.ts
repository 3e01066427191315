import { Refusal, refuseIf } from '../../kernel/refusal.ts'

/** Bytes of a text file as people have them: a byte order mark decides, then what the page says of itself, then whether it is UTF-8; the rest is GB18030. */
export function decodeText(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes)
  if (marked !== null) return new TextDecoder(marked).decode(bytes)
  refuseIf(bytes.subarray(0, 4_096).includes(0) ? new Refusal('platform.file-not-a-table') : null)
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(String.fromCharCode(...bytes.subarray(0, 2_048)))?.[1]?.toLowerCase()
  if (declared !== undefined && /^(gb2312|gbk|gb18030|x-gbk)$/.test(declared)) return new TextDecoder('gb18030').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/** Sixteen random bytes, given from outside so that tests and the demo generator are repeatable. */
export type Randomness = (bytes: number) => Uint8Array

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** UUID version 7 (RFC 9562): 48 bits of milliseconds, then randomness; sorts by time, made in the application. */
export function uuidv7(now: Date, random: Randomness): string {
  const bytes = new Uint8Array(16)
  bytes.set(random(16))
  let milliseconds = now.getTime()
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = milliseconds % 256
    milliseconds = Math.floor(milliseconds / 256)
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const text = hex(bytes)
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-')
}

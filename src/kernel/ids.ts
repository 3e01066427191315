/** Sixteen random bytes, given from outside so that tests and the demo generator are repeatable. */
export type Randomness = (bytes: number) => Uint8Array

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Writes a number into bytes, the largest part first. */
function write(bytes: Uint8Array, from: number, length: number, value: number): void {
  let rest = value
  for (let index = from + length - 1; index >= from; index -= 1) {
    bytes[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
}

/**
 * UUID version 7 (RFC 9562): 48 bits of milliseconds, a counter of 26 bits, then randomness. Sorts by time, and within one
 * millisecond in the order of making when the caller counts.
 */
export function uuidv7(now: Date, random: Randomness, counter = 0): string {
  const bytes = new Uint8Array(16)
  bytes.set(random(16))
  write(bytes, 0, 6, now.getTime())
  bytes[6] = 0x70 | ((counter >>> 22) & 0x0f)
  bytes[7] = (counter >>> 14) & 0xff
  bytes[8] = 0x80 | ((counter >>> 8) & 0x3f)
  bytes[9] = counter & 0xff
  const text = hex(bytes)
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-')
}

/** A maker of ids for one process: lines written in one go keep their order. The counter starts anew each millisecond. */
export function idMaker(random: Randomness): (now: Date) => string {
  let millisecond = 0
  let counter = 0
  return (now) => {
    counter = now.getTime() === millisecond ? (counter + 1) % 0x4000000 : 0
    millisecond = now.getTime()
    return uuidv7(now, random, counter)
  }
}

/** The smallest id that can have been made at this moment: a list ordered by id is cut by time without an index on time. */
export function firstIdAt(moment: Date): string {
  const time = Math.max(0, moment.getTime()).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}

/** The moment that an id of ours carries. */
export const momentOfId = (id: string): Date => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))

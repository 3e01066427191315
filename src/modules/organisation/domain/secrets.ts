import type { Randomness } from '../../../kernel/ids.ts'

/** Without letters and digits that are taken for each other on paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Each letter equally likely: bytes above the last whole multiple are thrown away. */
function drawn(count: number, random: Randomness, from = letters): string {
  const fair = 256 - (256 % from.length)
  let text = ''
  while (text.length < count) {
    for (const byte of random(count)) if (byte < fair && text.length < count) text += from[byte % from.length] ?? ''
  }
  return text
}

const grouped = (text: string, size: number): string => (text.match(new RegExp(`.{1,${String(size)}}`, 'g')) ?? []).join('-')

/** Told by one person to another, used once: 'k7mp-x2ah-9wqz', 59 bits. */
export const oneTimePassword = (random: Randomness): string => grouped(drawn(12, random), 4)

export const recoveryCodes = (random: Randomness): string[] => Array.from({ length: 10 }, () => grouped(drawn(12, random), 4))

/** What a badge carries; long, because the badge alone opens the tablet. */
export const badgeCode = (random: Randomness): string => `GWB-${drawn(24, random).toUpperCase()}`

/** Typed once into the tablet, within a quarter of an hour. */
export const deviceCode = (random: Randomness): string => grouped(drawn(8, random).toUpperCase(), 4)

/** As it is compared: without blanks, dashes and case. */
export const plainCode = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase()

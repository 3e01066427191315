import { Refusal } from '../../../kernel/refusal.ts'

export const soundTypes = ['audio/webm', 'audio/mp4'] as const
export type SoundType = (typeof soundTypes)[number]

/** A minute of speech as phones record it is half of that. */
export const mostSoundBytes = 1_048_576
export const longestSeconds = 60
/** Of one record. */
export const mostRecordings = 40

/** What says of which kind a recording is stands at its beginning. */
const headBytes = 16_384
const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** What the content itself says it is, whatever it was called: speech as browsers record it (WebM with Opus, MP4); null for film, pages and everything else. */
export function soundTypeOf(bytes: Uint8Array): SoundType | null {
  const head = latin(bytes.subarray(0, headBytes))
  if (head.startsWith('\u001aE\u00df\u00a3') && head.slice(0, 64).includes('webm')) return head.includes('A_OPUS') && !head.includes('V_') ? 'audio/webm' : null
  return head.slice(4, 8) === 'ftyp' && head.includes('soun') && !head.includes('vide') ? 'audio/mp4' : null
}

/** Null means the recording may be kept with that record. */
export function whyNotKeep({ subject, count }: { readonly subject: 'open' | 'closed'; readonly count: number }): Refusal | null {
  if (subject === 'closed') return new Refusal('photos.subject-closed')
  return count >= mostRecordings ? new Refusal('photos.too-many-recordings', { most: mostRecordings }) : null
}

import { expect, test } from 'vitest'
import { soundTypeOf, whyNotKeep } from './sound.ts'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)))
const ebml = [0x1a, 0x45, 0xdf, 0xa3]

test.each([
  ['WebM with Opus', bytes(ebml, 'B\u0082 webm', ' A_OPUS', 'OpusHead'), 'audio/webm'],
  ['MP4 with a sound track', bytes([0, 0, 0, 24], 'ftypiso5', ' hdlr soun'), 'audio/mp4'],
  ['WebM with film', bytes(ebml, 'webm', 'V_VP8', 'A_OPUS'), null],
  ['MP4 with film', bytes([0, 0, 0, 24], 'ftypisom', 'soun vide'), null],
  ['WebM of another sound', bytes(ebml, 'webm A_VORBIS'), null],
  ['a page', bytes('<!doctype html><script>webm A_OPUS</script>'), null],
  ['a page behind what looks like a beginning', bytes('ftyp<html>'), null],
  ['nothing', bytes(), null],
])('%s', (_, content, type) => {
  expect(soundTypeOf(content)).toBe(type)
})

test('a closed record takes none, and one takes so many', () => {
  expect([whyNotKeep({ subject: 'closed', count: 0 })?.code, whyNotKeep({ subject: 'open', count: 40 })?.code, whyNotKeep({ subject: 'open', count: 39 })]).toEqual(['photos.subject-closed', 'photos.too-many-recordings', null])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJpeg } from './jpeg.ts'

const text = (words: string): number[] => [...new TextEncoder().encode(words)]
const segment = (code: number, content: readonly number[]): number[] => [0xff, code, (content.length + 2) >> 8, (content.length + 2) & 0xff, ...content]
const frame = (width: number, height: number, code = 0xc0): number[] => segment(code, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0])
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56]
const jpeg = (...parts: readonly number[][]): Uint8Array => Uint8Array.from([0xff, 0xd8, ...parts.flat(), 0xff, 0xd9])
const includes = (bytes: Uint8Array, words: string): boolean => Buffer.from(bytes).includes(words)

test('the picture stays, its place, device, comment and what hangs behind it go', () => {
  const exif = segment(0xe1, text('Exif 31.2N 121.4E Phone of Mr. Wang'))
  const sent = Uint8Array.from([...jpeg(segment(0xe0, text('JFIF')), exif, frame(1_600, 1_200), segment(0xfe, text('comment')), scan), ...text('<script>alert(1)</script>')])
  const read = readJpeg(sent)
  expect(read).toMatchObject({ width: 1_600, height: 1_200 })
  const clean = read?.clean ?? new Uint8Array()
  expect(['Exif', 'Wang', 'comment', 'script'].filter((word) => includes(clean, word))).toEqual([])
  expect(includes(clean, 'JFIF')).toBe(true)
  expect(clean).toEqual(jpeg(segment(0xe0, text('JFIF')), frame(1_600, 1_200), scan))
  expect(readJpeg(clean)?.clean).toEqual(clean)
})

test('several scans, restart marks and fill bytes belong to the picture', () => {
  expect(readJpeg(jpeg(frame(20, 10, 0xc2), scan, [0xff], scan))).toMatchObject({ width: 20, height: 10 })
})

test('what only calls itself a picture is none: no frame, no scan, cut off, two frames, another format', () => {
  const bad = [jpeg(scan), jpeg(frame(10, 10)), jpeg(frame(10, 10), scan).subarray(0, -2), jpeg(frame(10, 10), frame(9_999, 9_999), scan), jpeg(frame(0, 10), scan),
    Uint8Array.from(text('<svg onload="alert(1)">')), Uint8Array.from(text('\u0089PNG')), Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, 0]), new Uint8Array()]
  expect(bad.filter((bytes) => readJpeg(bytes) !== null)).toEqual([])
})

test('whatever bytes come, it answers; and what it keeps is read the same again', () => {
  const picture = jpeg(frame(30, 20), scan)
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat({ max: picture.length }), (noise, at) => {
    const read = readJpeg(Uint8Array.from([...picture.subarray(0, at), ...noise, ...picture.subarray(at)]))
    expect(read === null || readJpeg(read.clean) !== null).toBe(true)
  }), { numRuns: 2_000 })
})

import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnishedServer } from './testing/furnished-server.ts'
import { receivedCar } from './testing/ready-car.ts'
import type { Answer, Caller, TestServer } from './testing/test-server.ts'

// Evidence in pictures: kept whole, without what the device wrote into it, seen by those who may, never changed.
let server: TestServer
let as: (login: string) => Caller
beforeAll(async () => { ({ server, as } = await furnishedServer(['sad', 'tec', 'fds', 'aud', 'b-sad'])) }, 60_000)
afterAll(() => server.drop())

const segment = (code: number, content: readonly number[]): number[] => [0xff, code, (content.length + 2) >> 8, (content.length + 2) & 0xff, ...content]
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0x34]
const frame = segment(0xc0, [8, 0, 20, 0, 30, 1, 1, 0x11, 0])
const jpeg = (...more: readonly number[][]): Buffer => Buffer.from([0xff, 0xd8, ...more.flat(), ...frame, ...scan, 0xff, 0xd9])
const place = segment(0xe1, [...Buffer.from('Exif 31.2304N 121.4737E')])

const query = (subjectId: string, more: Record<string, string> = {}): string =>
  `/photos?${new URLSearchParams({ subject: 'repair-order', subjectId, occasion: 'walk-around', detail: 'roof', takenAt: '2026-11-23T01:50:00Z', ...more }).toString()}`
const take = (by: Caller, subjectId: string, bytes: Buffer, key = `photo-${String(Math.random())}`, more = {}): Promise<Answer> => server.ask('POST', `/api${query(subjectId, more)}`, {
  payload: bytes, headers: { cookie: by.cookie, 'content-type': 'application/octet-stream', 'idempotency-key': key },
})
const list = async (by: Caller, subjectId: string): Promise<{ id: string; takenAt: string; removedReason: string | null }[]> =>
  (await by.get(`/photos?subject=repair-order&subjectId=${subjectId}`)).body['rows'] as { id: string; takenAt: string; removedReason: string | null }[]

test('a photo is kept without its place, and a phone that sends it twice keeps it once', async () => {
  const { id } = await receivedCar(as('sad'))
  const sent = await take(as('tec'), id, jpeg(place), 'photo-key-1')
  expect(sent.status).toBe(200)
  expect((await take(as('tec'), id, jpeg(place), 'photo-key-1')).body).toEqual(sent.body)
  expect(await list(as('sad'), id)).toMatchObject([{ id: sent.body['id'], takenAt: '2026-11-23T01:50:00.000Z' }])
  const shown = await server.serving.server.inject({ method: 'GET', url: `/api/photos/${String(sent.body['id'])}/picture`, headers: { cookie: as('sad').cookie } })
  expect(shown.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' })
  expect(createHash('sha256').update(shown.rawPayload).digest('hex')).toBe(createHash('sha256').update(jpeg()).digest('hex'))
})

test('pages and scripts that call themselves pictures are refused, and nothing is kept', async () => {
  const { id } = await receivedCar(as('sad'))
  for (const content of ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', '<!doctype html><script>alert(1)</script>', 'GIF89a', '']) {
    const answer = await take(as('sad'), id, Buffer.from(content))
    expect([content, answer.status]).toEqual([content, 422])
  }
  const flood = Buffer.from([0xff, 0xd8, ...segment(0xc0, [8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0]), ...scan, 0xff, 0xd9])
  expect((await take(as('sad'), id, flood)).body['code']).toBe('photos.picture-too-large')
  expect(await list(as('sad'), id)).toEqual([])
})

test('another store sees neither list nor picture, and cannot add; an auditor may not', async () => {
  const { id } = await receivedCar(as('sad'))
  const photoId = String((await take(as('sad'), id, jpeg())).body['id'])
  expect((await as('b-sad').get(`/photos?subject=repair-order&subjectId=${id}`)).status).toBe(404)
  expect((await as('b-sad').get(`/photos/${photoId}/picture`)).status).toBe(404)
  expect((await take(as('b-sad'), id, jpeg())).status).toBe(404)
  expect((await as('aud').get(`/photos/${photoId}/picture`)).status).toBe(403)
})

test('taken away once, with a reason, by somebody who may; it stays on record', async () => {
  const { id } = await receivedCar(as('sad'))
  const photoId = String((await take(as('sad'), id, jpeg())).body['id'])
  expect((await as('tec').post(`/photos/${photoId}/remove`, { version: 1, reason: '拍错了' })).status).toBe(403)
  const answers = await Promise.all([1, 2, 3].map(() => as('fds').post(`/photos/${photoId}/remove`, { version: 1, reason: '拍错了' })))
  expect(answers.map(({ status }) => status).filter((status) => status === 409)).toHaveLength(2)
  expect((await as('sad').get(`/photos/${photoId}/picture`)).status).toBe(404)
  expect(await list(as('sad'), id)).toMatchObject([{ id: photoId, removedReason: '拍错了' }])
})

test('a cancelled visit takes no more photos', async () => {
  const { id, version } = await receivedCar(as('sad'))
  await as('sad').post(`/repair-orders/${id}/cancel`, { version, reason: '客户改期' })
  expect((await take(as('sad'), id, jpeg())).body['code']).toBe('photos.subject-closed')
})

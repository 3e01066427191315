import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnishedServer } from './testing/furnished-server.ts'
import { receivedCar } from './testing/ready-car.ts'
import { code } from './testing/said.ts'
import type { Answer, Caller, TestServer } from './testing/test-server.ts'

// Voice notes: speech alone, kept whole, played by those who may, never as a page.
let server: TestServer
let as: (login: string) => Caller
beforeAll(async () => { ({ server, as } = await furnishedServer(['sad', 'tec', 'aud', 'b-sad'])) }, 60_000)
afterAll(() => server.drop())

const speech = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.from('Bwebm A_OPUS OpusHead'), Buffer.from([1, 2, 3])])
const send = (by: Caller, subjectId: string, bytes: Buffer, { seconds = '7', key = `recording-${String(Math.random())}` } = {}): Promise<Answer> => server.ask('POST', `/api/recordings?${new URLSearchParams({ subject: 'repair-order', subjectId, seconds, recordedAt: '2026-11-23T01:50:00Z' }).toString()}`, {
  payload: bytes, headers: { cookie: by.cookie, 'content-type': 'application/octet-stream', 'idempotency-key': key },
})
const list = (by: Caller, subjectId: string): Promise<Answer> => by.get(`/recordings?subject=repair-order&subjectId=${subjectId}`)

test('a voice note that a phone sends twice is kept once, and goes out as an attachment of the kind it is', async () => {
  const { id } = await receivedCar(as('sad'))
  const sent = await send(as('tec'), id, speech, { key: 'recording-key-1' })
  expect(sent.status).toBe(200)
  expect((await send(as('tec'), id, speech, { key: 'recording-key-1' })).body).toEqual(sent.body)
  expect((await list(as('sad'), id)).body['rows']).toMatchObject([{ id: sent.body['id'], seconds: 7, recordedAt: '2026-11-23T01:50:00.000Z', personName: server.actor('TEC').name }])
  const played = await server.serving.server.inject({ method: 'GET', url: `/api/recordings/${String(sent.body['id'])}/sound`, headers: { cookie: as('sad').cookie } })
  expect(played.headers).toMatchObject({ 'content-type': 'audio/webm', 'x-content-type-options': 'nosniff', 'content-disposition': expect.stringMatching(/^attachment/) as string })
  expect(played.rawPayload.equals(speech)).toBe(true)
})

test('pages, film, too much and too long are refused, and nothing is kept', async () => {
  const { id } = await receivedCar(as('sad'))
  for (const content of [Buffer.from('<!doctype html><script>alert(1)</script>'), Buffer.concat([speech, Buffer.from('V_VP8')]), Buffer.from([0])]) expect(code(await send(as('tec'), id, content))).toBe('photos.not-a-recording')
  expect((await send(as('tec'), id, Buffer.concat([speech, Buffer.alloc(1_048_576)]))).status).toBe(413)
  expect((await send(as('tec'), id, speech, { seconds: '61' })).status).toBe(400)
  expect((await list(as('sad'), id)).body['rows']).toEqual([])
})

test('another store neither hears nor adds; an auditor may not', async () => {
  const { id } = await receivedCar(as('sad'))
  const recordingId = String((await send(as('sad'), id, speech)).body['id'])
  expect((await list(as('b-sad'), id)).status).toBe(404)
  expect((await as('b-sad').get(`/recordings/${recordingId}/sound`)).status).toBe(404)
  expect((await send(as('b-sad'), id, speech)).status).toBe(404)
  expect((await as('aud').get(`/recordings/${recordingId}/sound`)).status).toBe(403)
})

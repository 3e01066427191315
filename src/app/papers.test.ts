import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkPaperFiles } from '../modules/papers/public.ts'
import { keptFiles } from '../platform/kept-files.ts'
import { textOf } from '../platform/print/testing/read-pdf.ts'
import { furnishedServer, type FurnishedServer } from './testing/furnished-server.ts'
import { readyCar } from './testing/ready-car.ts'
import { done } from './testing/said.ts'

// What was handed out is shown again as it was, to those who may print it.
let furnished: FurnishedServer
let as: FurnishedServer['as']
beforeAll(async () => {
  furnished = await furnishedServer(['sad', 'wss', 'tec', 'qci', 'csh', 'whk', 'b-sad'])
  ;({ as } = furnished)
}, 60_000)
afterAll(() => furnished.server.drop())

type Row = { id: string; kind: string; number: string; language: string; personName: string }
const papersOf = async (login: string, query: string): Promise<Row[]> => done(await as(login).get(`/papers?${query}`))['rows'] as Row[]

async function pdfOf(login: string, path: string): Promise<Buffer> {
  const answer = await furnished.server.serving.server.inject({ method: 'GET', url: `/api${path}`, headers: { cookie: as(login).cookie } })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  return answer.rawPayload
}

test('a paper printed again is the paper that was handed out; what says something else is another one', async () => {
  const { id, version } = await readyCar(furnished)
  const path = `/repair-orders/${id}/authorisation.pdf?language=zh-CN`
  const printed = await Promise.all(['sad', 'wss', 'sad', 'wss'].map((login) => pdfOf(login, path))) // at once
  const later = new Date(furnished.server.clock.now().getTime() + 3_600_000)
  furnished.server.clock = { now: () => later }
  printed.push(await pdfOf('csh', path))
  const [first] = await papersOf('sad', `orderId=${id}`)
  expect(await papersOf('sad', `orderId=${id}`)).toHaveLength(1)
  const kept = await pdfOf('csh', `/papers/${String(first?.id)}/pdf`)
  expect(printed.at(-1)?.equals(kept)).toBe(true) // an hour later, with the hour of the first copy
  expect(textOf(kept)).toContain('任务委托书')
  await pdfOf('sad', `/repair-orders/${id}/authorisation.pdf?language=en`)
  await pdfOf('sad', `/repair-orders/${id}/reception.pdf?language=zh-CN`)
  expect((await papersOf('sad', `orderId=${id}`)).map(({ kind, language }) => [kind, language])).toEqual([['reception-sheet', 'zh-CN'], ['work-authorisation', 'en'], ['work-authorisation', 'zh-CN']])
  const { number } = done(await as('sad').get(`/repair-orders/${id}`)) as { number: string }
  expect(await papersOf('sad', `find=${number.toLowerCase()}&kind=reception-sheet`)).toEqual([expect.objectContaining({ number: `${number}-reception` })])
  expect(await papersOf('sad', `find=${number.slice(1)}`)).toEqual([])
  expect(version).toBeGreaterThan(0)
})

test('who may not print a paper does not find it kept; another store has none; every file is what its record says', async () => {
  const { id } = await readyCar(furnished, [{ kind: 'labour', index: 0 }, { kind: 'part', index: 0 }])
  await pdfOf('whk', `/picking/${id}/picking-list.pdf?language=zh-CN`)
  const [picking] = await papersOf('whk', `orderId=${id}`)
  expect(picking?.kind).toBe('picking-list')
  const opened = (login: string) => as(login).get(`/papers/${String(picking?.id)}/pdf`)
  expect([(await opened('b-sad')).status, (await opened('csh')).status]).toEqual([404, 404])
  expect([await papersOf('csh', `orderId=${id}`), await papersOf('b-sad', `orderId=${id}`)]).toEqual([[], []])
  expect((await as('tec').get('/papers')).status).toBe(403)
  const { server } = furnished
  const check = await checkPaperFiles(server.database, keptFiles(server.photoFolder), server.actor('SAD').storeId)
  expect(check).toEqual({ count: 4, wrong: [] })
})

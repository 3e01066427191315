import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InstanceRow, Today } from '../modules/duties/contract.ts'
import { headerOf } from '../modules/duties/domain/pack-table.ts'
import { packFields } from '../modules/duties/domain/pack-file.ts'
import { loadPack, makeAhead, settleAll } from '../modules/duties/public.ts'
import { xlsxWriter } from '../platform/sheets/write-xlsx.ts'
import { invariants } from './modules.ts'
import { brokenInvariants } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { code, done } from './testing/said.ts'
import { signedIn, type Caller, type TestServer } from './testing/test-server.ts'

// A dealership's own manual from Excel and YAML, its own checklists, and the trend. It is Monday 23 November 2026, ten o'clock.
const people = ['stm', 'fds', 'sad', 'csh', 'b-stm', 'b-fds']
let server: TestServer
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, as } = await furnishedServer(people))
  await loadPack(server.database)
  await makeAhead(server.database, server.clock.now())
}, 60_000)
afterAll(() => server.drop())

type Row = { id: string; verdict: string; changes: string[]; findings: { at: string; code: string; facts: Record<string, unknown> }[] }
type Preview = { id: string; version: number; rows: Row[]; outcome: Record<string, number> }

let key = 0
const send = (bytes: Uint8Array, fileName: string, login = 'stm', pack = 'OWN') => server.app.inject({
  method: 'POST', url: `/api/duties/packs/files?${new URLSearchParams({ pack, zh: '本店手册', en: 'Own manual', fileName }).toString()}`, payload: Buffer.from(bytes),
  headers: { ...as(login).headers, 'content-type': 'application/octet-stream', 'idempotency-key': `own-manual-${String(key += 1)}` },
})
const workbook = (...rows: string[][]): Uint8Array => {
  const writer = xlsxWriter({ name: '手册', headRows: 1, widths: [] })
  writer.add([packFields.map(headerOf), ...rows])
  return writer.end()
}
const preview = async (bytes: Uint8Array, fileName: string): Promise<Preview> => {
  const { id } = (await send(bytes, fileName)).json<{ id: string }>()
  return done(await as('stm').get(`/duties/packs/files/${id}`)) as unknown as Preview
}
const take = ({ id, version }: Preview) => as('stm').post(`/duties/packs/files/${id}/take`, { version })
const lounge = ['OWN-1.1', '前台主管', '前台', '巡视休息区', 'Walk through the lounge', 'day', '每人', 'check: 前台 5S', 'SAD', '60', '']
const umbrellas = ['OWN-1.2', 'FDS', '', '盘点雨伞', 'Count umbrellas', 'day', '', 'record: 雨伞数|umbrellas', '', '', '顺延']
const today = async (login: string) => done(await as(login).get('/duties/today')) as unknown as Today
const mine = async (login: string, dutyId: string): Promise<InstanceRow[]> => {
  const { now, late, next } = await today(login)
  return [...late, ...now, ...next].filter((row) => row.dutyId === dutyId)
}

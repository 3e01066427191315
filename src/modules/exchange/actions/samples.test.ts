import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenInvariants } from '../../../app/testing/furnished.ts'
import { testServer, type Answer, type Caller, type TestServer } from '../../../app/testing/test-server.ts'
import { workRunner } from '../../../platform/long-work.ts'
import { readSheets } from '../../../platform/sheets/read-sheets.ts'
import { stockInvariants } from '../../stock/public.ts'
import type { ImportRow, ImportView } from '../contract.ts'
import { importWork } from './do-import.ts'

let server: TestServer
let keys = 0
const callers = new Map<string, Caller>()

beforeAll(async () => {
  server = await testServer()
  for (const login of ['pts', 'stm', 'fin', 'whk', 'b-pts', 'fds', 'gm', 'sec']) callers.set(login, await server.as(login))
})
afterAll(() => server.drop())

const as = (login: string): Caller => {
  const caller = callers.get(login)
  if (caller === undefined) throw new RangeError(login)
  return caller
}
const sample = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, '../../../../docs/samples', name))

async function send(login: string, kind: string, name: string, bytes: Buffer = sample(name)): Promise<Answer> {
  const response = await server.serving.server.inject({
    method: 'POST', url: `/api/imports?kind=${kind}&fileName=${encodeURIComponent(name)}`, payload: bytes,
    headers: { cookie: as(login).cookie, 'content-type': 'application/octet-stream', 'idempotency-key': `upload-key-${String(keys += 1)}` },
  })
  return { status: response.statusCode, body: response.json<Record<string, unknown>>(), headers: response.headers }
}

async function settled(login: string, importId: string): Promise<ImportView> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const { body } = await as(login).get(`/imports/${importId}`)
    const view = body as unknown as ImportView
    if (view.state !== 'reading' && view.state !== 'running') return view
    await new Promise((resolve) => { setTimeout(resolve, 25) })
  }
  throw new Error('the import does not end')
}

/** Sends, waits for the preview, runs the good rows, waits for the end. */
async function whole(login: string, kind: string, name: string, bytes?: Buffer): Promise<{ before: ImportView; after: ImportView }> {
  const sent = await send(login, kind, name, bytes)
  expect([sent.status, sent.body]).toMatchObject([200, {}])
  const before = await settled(login, String(sent.body['id']))
  expect(before.refusal).toBeNull()
  expect((await as(login).post(`/imports/${before.id}/run`, { version: before.version })).status).toBe(200)
  return { before, after: await settled(login, before.id) }
}

const judged = ({ rowsRead, rowsNew, rowsChanged, rowsUnchanged, rowsBad, rowsDoubtful }: ImportRow) => ({ rowsRead, rowsNew, rowsChanged, rowsUnchanged, rowsBad, rowsDoubtful })
const done = ({ state, doneNew, doneChanged, doneUnchanged, doneRefused }: ImportRow) => ({ state, doneNew, doneChanged, doneUnchanged, doneRefused })
const codes = async (login: string, importId: string): Promise<unknown[]> => {
  const { body } = await as(login).get(`/imports/${importId}/findings`)
  return (body['rows'] as { line: number; findings: { field: string; code: string }[] }[]).map(({ line, findings }) => `${String(line)} ${findings.map(({ field, code }) => `${field} ${code}`).join(', ')}`)
}
const rowsOf = async (query: string): Promise<Record<string, unknown>[]> => (await server.owner.query<Record<string, unknown>>(query)).rows

test('the parts of a store move in: titles, blank rows, full-width digits, five forms of dates; the bad rows say why, the second time nothing is written', async () => {
  const { before, after } = await whole('pts', 'parts', 'parts.xlsx')
  expect(judged(before)).toEqual({ rowsRead: 10, rowsNew: 6, rowsChanged: 0, rowsUnchanged: 0, rowsBad: 4, rowsDoubtful: 1 })
  expect(before.columns.filter(({ field }) => field === null)).toEqual([{ header: '供应商', field: null }])
  expect(await codes('pts', before.id)).toEqual([
    '9 category exchange.category-assumed', '10 number catalogue.not-a-part-number', '11 retailFen exchange.not-a-number', '12 number exchange.twice-in-file', '13 retailFen exchange.too-many-decimals',
  ])
  expect(done(after)).toEqual({ state: 'done', doneNew: 6, doneChanged: 0, doneUnchanged: 0, doneRefused: 4 })
  expect(await rowsOf(`select number, unit, category, (select number from catalogue.part s where s.id = p.superseded_by) as successor,
    (select string_agg(kind || ' ' || price_fen || ' ' || valid_from, ', ' order by kind) from catalogue.part_price where part_id = p.id) as prices,
    (select string_agg(unit || factor_thousandths, ',') from catalogue.part_unit where part_id = p.id) as units from catalogue.part p order by number`)).toEqual([
    { number: 'OILX-5W30', unit: '升', category: 'fluid', successor: null, prices: 'cap 8500 2026-01-01, retail 8800 2026-01-01', units: '桶200000' },
    { number: 'YX7-1012', unit: '个', category: 'filter', successor: 'YX8-1012', prices: 'cap 6850 2026-01-01, claim 4800 2026-01-01, retail 7200 2026-01-01', units: '箱20000' },
    { number: 'YX7-1109', unit: '个', category: 'filter', successor: null, prices: 'retail 108600 2026-01-01', units: null },
    { number: 'YX7-3501', unit: '套', category: 'brake', successor: null, prices: 'cap 43900 2026-01-01, claim 30730 2026-01-01, retail 46800 2026-01-01', units: null },
    { number: 'YX7-5205', unit: '对', category: 'consumable', successor: null, prices: 'retail 9600 2026-11-23', units: null },
    { number: 'YX8-1012', unit: '个', category: 'filter', successor: null, prices: 'cap 7100 2026-01-01, claim 4950 2026-01-01, retail 7500 2026-01-01', units: '箱20000' },
  ])
  const books = () => rowsOf('select (select sum(version) from catalogue.part)::int as versions, (select count(*) from catalogue.part_price)::int as prices, (select count(*) from platform.audit where subject = \'part-import\')::int as audited')
  const first = await books()
  const again = await whole('pts', 'parts', 'parts.xlsx')
  expect(judged(again.before)).toMatchObject({ rowsNew: 0, rowsChanged: 0, rowsUnchanged: 6 })
  expect(done(again.after)).toEqual({ state: 'done', doneNew: 0, doneChanged: 0, doneUnchanged: 6, doneRefused: 4 })
  expect(await books()).toEqual(first)
})

test('a price list in GB18030 becomes a draft that changes no price, and refuses unknown parts', async () => {
  const { before, after } = await whole('pts', 'prices', 'part-prices.csv')
  expect(judged(before)).toEqual({ rowsRead: 4, rowsNew: 2, rowsChanged: 0, rowsUnchanged: 0, rowsBad: 2, rowsDoubtful: 0 })
  expect(await codes('pts', before.id)).toEqual(['4 number catalogue.unknown-part', '5 retailFen exchange.not-a-number'])
  expect(done(after)).toMatchObject({ state: 'done', doneNew: 2, doneRefused: 2 })
  expect(await rowsOf(`select valid_from::text, valid_until::text, price_fen from catalogue.part_price where kind = 'retail' and part_id = (select id from catalogue.part where number = 'YX7-1012') order by valid_from`))
    .toEqual([{ valid_from: '2026-01-01', valid_until: null, price_fen: 7200 }])
  expect(await rowsOf(`select l.status, l.from_day::text, p.price_fen::int, p.before_fen::int from prices.line p join prices.list l on l.id = p.list_id where p.kind = 'retail' and p.part_number = 'YX7-1012'`))
    .toEqual([{ status: 'draft', from_day: '2026-11-20', price_fen: 7400, before_fen: 7200 }])
})

test('labour operations from a page saved as .xls', async () => {
  const { before, after } = await whole('stm', 'operations', 'operations.xls')
  expect(judged(before)).toMatchObject({ rowsRead: 5, rowsNew: 4, rowsBad: 1 })
  expect(await codes('stm', before.id)).toEqual(['6 trade exchange.unknown-word'])
  expect(done(after)).toMatchObject({ state: 'done', doneNew: 4 })
  expect(await rowsOf('select code, trade, standard_hours_thousandths as hours, repair_kind from catalogue.labour_operation order by code')).toEqual([
    { code: 'YX-0101', trade: 'mechanical', hours: 600, repair_kind: 'minor' }, { code: 'YX-0205', trade: 'mechanical', hours: 1200, repair_kind: 'minor' },
    { code: 'YX-0310', trade: 'paint', hours: 3500, repair_kind: 'minor' }, { code: 'YX-0400', trade: 'mechanical', hours: 28000, repair_kind: 'overhaul' },
  ])
  expect(judged((await whole('stm', 'operations', 'operations.xls')).before)).toMatchObject({ rowsNew: 0, rowsUnchanged: 4 })
})

test('customers and then their cars: phones and plates as they are written, a wrong check digit only warns', async () => {
  const people = await whole('stm', 'customers', 'customers.csv')
  expect(judged(people.before)).toMatchObject({ rowsRead: 5, rowsNew: 4, rowsBad: 1 })
  expect(await codes('stm', people.before.id)).toEqual(['6 phone customers.not-a-phone'])
  expect(judged((await whole('stm', 'customers', 'customers.csv')).before)).toMatchObject({ rowsNew: 0, rowsUnchanged: 4 })
  expect(await rowsOf('select name, phone, kind from customers.customer order by phone')).toEqual([
    { name: '示例云物流有限公司', phone: '02160003003', kind: 'company' }, { name: '林知远', phone: '19900003001', kind: 'person' },
    { name: '苏若安', phone: '19900003002', kind: 'person' }, { name: '顾清和', phone: '19900003004', kind: 'person' },
  ])
  const { before, after } = await whole('stm', 'vehicles', 'vehicles.xlsx')
  expect(judged(before)).toEqual({ rowsRead: 6, rowsNew: 4, rowsChanged: 0, rowsUnchanged: 0, rowsBad: 2, rowsDoubtful: 1 })
  expect(await codes('stm', before.id)).toEqual(['4 vin exchange.vin-check-digit', '6 plate vehicles.not-a-plate', '7 vin vehicles.not-a-vin'])
  expect(done(after)).toMatchObject({ state: 'done', doneNew: 4, doneRefused: 2 })
  expect(await rowsOf(`select plate, first_registered::text, (select km from vehicles.mileage_reading r where r.vehicle_id = v.id) as km,
    (select name from customers.customer c where c.id = v.owner_id) as owner from vehicles.vehicle v order by plate`)).toEqual([
    { plate: '沪AD03002', first_registered: '2024-03-15', km: 18300, owner: '苏若安' }, { plate: '沪AE3001', first_registered: '2023-05-20', km: 45210, owner: '林知远' },
    { plate: '沪B88303', first_registered: '2021-03-09', km: 186400, owner: '示例云物流有限公司' }, { plate: '沪CN3004', first_registered: null, km: null, owner: '顾清和' },
  ])
  expect(judged((await whole('stm', 'vehicles', 'vehicles.xlsx')).before)).toMatchObject({ rowsNew: 0, rowsUnchanged: 4 })
})

test('opening stock from an old .xls becomes lots with their own day and cost, and the laws of stock hold', async () => {
  const { before, after } = await whole('pts', 'opening-stock', 'opening-stock.xls')
  expect(judged(before)).toMatchObject({ rowsRead: 7, rowsNew: 4, rowsBad: 3 })
  expect(await codes('pts', before.id)).toEqual(['6 bin exchange.not-a-bin-code', '7 number catalogue.unknown-part', '8 thousandths exchange.number-out-of-bounds'])
  expect(done(after)).toMatchObject({ state: 'done', doneNew: 4, doneRefused: 3 })
  expect(await rowsOf(`select p.number, l.received_on::text as day, l.received_thousandths as quantity, l.cost_fen as cost, pl.code as bin from stock.lot l
    join catalogue.part p on p.id = l.part_id join stock.balance b on b.lot_id = l.id join stock.place pl on pl.id = b.place_id order by 1, 2`)).toEqual([
    { number: 'OILX-5W30', day: '2026-09-01', quantity: 185_500, cost: 764_260, bin: 'OIL-01' }, { number: 'YX7-1012', day: '2026-06-01', quantity: 24_000, cost: 87_600, bin: 'A-01-01' },
    { number: 'YX7-1012', day: '2026-08-15', quantity: 12_000, cost: 44_548, bin: 'A-01-01' }, { number: 'YX7-3501', day: '2026-07-10', quantity: 6_000, cost: 132_800, bin: 'B-02-03' },
  ])
  expect(judged((await whole('pts', 'opening-stock', 'opening-stock.xls')).before)).toMatchObject({ rowsNew: 0, rowsUnchanged: 4 })
  expect(await brokenInvariants(server, stockInvariants)).toEqual([])
})

test('opening receivables are a ledger by document number; a changed amount is refused, never rewritten', async () => {
  const { before, after } = await whole('fin', 'opening-receivables', 'opening-receivables.xlsx')
  expect(judged(before)).toMatchObject({ rowsRead: 4, rowsNew: 3, rowsBad: 1 })
  expect(done(after)).toMatchObject({ state: 'done', doneNew: 3 })
  expect(await rowsOf('select document, amount_fen, day::text, due_on::text from settlement.opening_receivable order by document')).toEqual([
    { document: 'JS-202609-0088', amount_fen: 1_286_050, day: '2026-09-30', due_on: '2026-12-31' }, { document: 'JS-202610-0102', amount_fen: 840_000, day: '2026-10-31', due_on: null },
    { document: 'JS-202611-0007', amount_fen: 32_000, day: '2026-11-02', due_on: null },
  ])
  const changed = await whole('fin', 'opening-receivables', '改.csv', Buffer.from('客户,金额,日期,单号\n林知远,999,2026-11-02,JS-202611-0007\n'))
  expect(await codes('fin', changed.before.id)).toEqual(['2 document settlement.receivable-known'])
})

test('the staff come in with their positions; nobody can sign in before a reset, and administrators do not come by a list', async () => {
  const { before, after } = await whole('sec', 'staff', 'staff.xlsx')
  expect(judged(before)).toMatchObject({ rowsRead: 6, rowsNew: 3, rowsBad: 3 })
  expect(await codes('sec', before.id)).toEqual(['6 positions organisation.position-unknown', '7 positions organisation.administrators-by-security', '8 login organisation.login-shape'])
  expect(done(after)).toMatchObject({ state: 'done', doneNew: 3 })
  expect(await rowsOf(`select c.login, p.name, array_agg(s.position order by s.position) as positions, min(s.since)::text as since from organisation.staff s
    join organisation.person p on p.id = s.person_id join organisation.credential c on c.person_id = p.id where c.login in ('yuchen', 'shaoming', 'peining') group by 1, 2 order by 1`)).toEqual([
    { login: 'peining', name: '裴宁', positions: ['WHK'], since: '2026-01-01' }, { login: 'shaoming', name: '邵明', positions: ['QCI', 'TEC'], since: '2025-09-01' },
    { login: 'yuchen', name: '喻晨', positions: ['SAD'], since: '2026-03-01' },
  ])
  expect(await rowsOf("select must_change, valid_until <= now() as dead from organisation.credential where login = 'yuchen'")).toEqual([{ must_change: true, dead: true }])
  expect(judged((await whole('sec', 'staff', 'staff.xlsx')).before)).toMatchObject({ rowsNew: 0, rowsUnchanged: 3, rowsBad: 3 })
  expect(await send('stm', 'staff', 'staff.xlsx')).toMatchObject({ status: 403 })
})

test('the bad rows come back as a workbook with their reasons in the reader\'s language', async () => {
  const { before } = await whole('pts', 'parts', 'parts.xlsx')
  const file = await server.serving.server.inject({ method: 'GET', url: `/api/imports/${before.id}/bad-rows?language=en`, headers: { cookie: as('pts').cookie } })
  expect(file.statusCode).toBe(200)
  const rows = readSheets(file.rawPayload)[0]?.rows ?? []
  expect(rows.length).toBe(5)
  expect(rows[2]?.slice(-2)).toEqual([11, 'Retail price: This is no number.'])
  expect(rows[2]?.slice(0, 2)).toEqual(['YX7-4121', '右前大灯总成'])
})

test('what goes out can come back and changes nothing; it is labelled, on record, and phones are masked', async () => {
  const asked = await as('pts').post('/exports', { kind: 'parts', format: 'xlsx' })
  expect(asked).toMatchObject({ status: 200, body: { rows: 6 } })
  const path1 = `/api/exports/${String(asked.body['id'])}/file`
  const file = await server.serving.server.inject({ method: 'GET', url: path1, headers: { cookie: as('pts').cookie } })
  expect(String(readSheets(file.rawPayload)[0]?.rows[0]?.[0])).toMatch(/^配件目录 · SH1 · 导出人 SH1 PTS · 2026-11-23 \d\d:\d\d · 6 行$/)
  const back = await whole('pts', 'parts', 'export.xlsx', file.rawPayload)
  expect(judged(back.before)).toMatchObject({ rowsRead: 6, rowsUnchanged: 6, rowsBad: 0 })
  expect((await server.serving.server.inject({ method: 'GET', url: path1, headers: { cookie: as('stm').cookie } })).statusCode).toBe(404)
  const people = await as('stm').post('/exports', { kind: 'customers', format: 'csv' })
  const csv = await server.serving.server.inject({ method: 'GET', url: `/api/exports/${String(people.body['id'])}/file`, headers: { cookie: as('stm').cookie } })
  expect(csv.body).toContain('199****3001')
  expect(csv.body).not.toContain('19900003001')
  expect(await rowsOf(`select after from platform.audit where subject = 'export' order by id`)).toMatchObject([{ after: { kind: 'parts', rows: 6 } }, { after: { kind: 'customers', format: 'csv', rows: 4 } }])
})

test('every kind goes out in both languages and comes back unchanged', async () => {
  const kinds = [['pts', 'parts', 'parts'], ['stm', 'operations', 'operations'], ['pts', 'stock', 'opening-stock']] as const
  for (const [login, out, back] of kinds) {
    for (const [language, format] of [['zh-CN', 'csv'], ['en', 'xlsx']] as const) {
      const asked = await as(login).post('/exports', { kind: out, format })
      const file = await server.serving.server.inject({ method: 'GET', url: `/api/exports/${String(asked.body['id'])}/file?language=${language}`, headers: { cookie: as(login).cookie } })
      const view = await settled(login, String((await send(login, back, `back.${format}`, file.rawPayload)).body['id']))
      expect([out, language, view.refusal, await codes(login, view.id)]).toEqual([out, language, null, []])
      expect([out, language, view.rowsNew, view.rowsChanged, view.rowsUnchanged]).toEqual([out, language, 0, 0, view.rowsRead])
    }
  }
})

test('a formula in a name goes out as text, in CSV behind an apostrophe, and comes back as it was', async () => {
  await whole('pts', 'parts', 'formula.csv', Buffer.from('配件编号,名称,单位\nFX-1,"=HYPERLINK(""http://evil"")",个\n'))
  const asked = await as('pts').post('/exports', { kind: 'parts', format: 'csv' })
  const csv = await server.serving.server.inject({ method: 'GET', url: `/api/exports/${String(asked.body['id'])}/file`, headers: { cookie: as('pts').cookie } })
  expect(csv.body).toContain(`"'=HYPERLINK(""http://evil"")"`)
  expect(judged((await whole('pts', 'parts', 'back.csv', csv.rawPayload)).before)).toMatchObject({ rowsUnchanged: 7, rowsBad: 0 })
})

test('every template can come back as it is: its headers are known in both languages, its example is passed over', async () => {
  for (const [login, kind] of [['pts', 'parts'], ['pts', 'prices'], ['stm', 'operations'], ['stm', 'customers'], ['stm', 'vehicles'], ['pts', 'opening-stock'], ['fin', 'opening-receivables'], ['sec', 'staff']] as const) {
    for (const language of ['zh-CN', 'en']) {
      const file = await server.serving.server.inject({ method: 'GET', url: `/api/import-templates/${kind}?language=${language}`, headers: { cookie: as(login).cookie } })
      const view = await settled(login, String((await send(login, kind, `${kind}.xlsx`, file.rawPayload)).body['id']))
      expect([kind, view.refusal, view.rowsRead, view.columns.filter(({ field }) => field === null)]).toEqual([kind, null, 0, []])
    }
  }
})

test('a name that no database keeps is refused, and signs that nobody sees are left out of cells', async () => {
  const { status } = await send('pts', 'parts', 'a\u0000b.csv', Buffer.from('x'))
  expect(status).toBe(400)
  const view = await settled('pts', String((await send('pts', 'parts', 'odd.csv', Buffer.from(`配件编号,名称,单位\n${'甲,,\n'.repeat(1_500)}ODD-1,"一\u0000二\u200b三",个\n`))).body['id']))
  expect([view.state, view.rowsNew]).toEqual(['ready', 1])
})

test('files that are no tables, lack columns or are locked are refused in words', async () => {
  const refusal = async (bytes: Buffer) => (await settled('pts', String((await send('pts', 'parts', 'x.xlsx', bytes)).body['id']))).refusal
  expect(await refusal(Buffer.from('%PDF-1.4'))).toMatchObject({ code: 'platform.file-not-a-table' })
  expect(await refusal(Buffer.from('PK\u0003\u0004 nothing'))).toMatchObject({ code: 'platform.file-unreadable' })
  expect(await refusal(Buffer.from('甲,乙,丙\n1,2,3\n'))).toMatchObject({ code: 'exchange.no-header' })
  expect(await refusal(Buffer.from('配件编号,零售价\nA-1,3\n'))).toMatchObject({ code: 'exchange.column-missing', facts: { columns: ['配件名称', '单位'] } })
  expect(await send('pts', 'parts', 'empty.csv', Buffer.alloc(0))).toMatchObject({ status: 422, body: { code: 'exchange.file-empty' } })
  expect(await send('pts', 'parts', 'big.csv', Buffer.alloc(31 * 1_048_576))).toMatchObject({ status: 413 })
})

test('who may not maintain the things may not import them, and another store sees nothing', async () => {
  expect(await send('fin', 'parts', 'parts.xlsx')).toMatchObject({ status: 403, body: { code: 'exchange.no-right-for-kind' } })
  expect(await send('whk', 'parts', 'parts.xlsx')).toMatchObject({ status: 403, body: { code: 'platform.no-right' } })
  const own = await as('pts').get('/imports')
  const id = String((own.body['rows'] as { id: string }[])[0]?.id)
  expect((await as('b-pts').get(`/imports/${id}`)).status).toBe(404)
  expect((await as('b-pts').post(`/imports/${id}/run`, { version: 1 })).status).toBe(404)
})

test('an import is run once, and discarded instead of it', async () => {
  const { before, after } = await whole('pts', 'prices', 'part-prices.csv')
  expect(await as('pts').post(`/imports/${before.id}/run`, { version: before.version })).toMatchObject({ status: 409 })
  expect(await as('pts').post(`/imports/${before.id}/run`, { version: after.version })).toMatchObject({ status: 422, body: { code: 'exchange.not-to-run' } })
  const other = await settled('pts', String((await send('pts', 'prices', 'part-prices.csv')).body['id']))
  expect((await as('pts').post(`/imports/${other.id}/discard`, { version: other.version })).status).toBe(200)
  expect(await rowsOf(`select count(*)::int as pieces from exchange.import_file where import_id in ('${other.id}', '${before.id}')`)).toEqual([{ pieces: 0 }])
})

test('two stores bring the same list at the same time: both end, and each part is there once', async () => {
  const bytes = Buffer.from(`配件编号,名称,单位,零售价\n${Array.from({ length: 2_500 }, (_, index) => `TWIN-${String(index)},双店配件,个,5`).join('\n')}\n`)
  const logins = ['pts', 'b-pts']
  const ready = await Promise.all(logins.map(async (login) => settled(login, String((await send(login, 'parts', 'twin.csv', bytes)).body['id']))))
  await Promise.all(ready.map(({ id, version }, index) => as(logins[index] ?? '').post(`/imports/${id}/run`, { version })))
  const ended = await Promise.all(ready.map(({ id }, index) => settled(logins[index] ?? '', id)))
  expect(ended.map(({ state, refusal, doneNew, doneUnchanged }) => [state, refusal, doneNew + doneUnchanged])).toEqual(Array(2).fill(['done', null, 2_500]))
  expect(ended.reduce((sum, { doneNew }) => sum + doneNew, 0)).toBe(2_500)
  expect(await rowsOf(`select count(*)::int as parts from catalogue.part where number like 'TWIN-%'`)).toEqual([{ parts: 2_500 }])
})

test('what a stop cut short goes on at the next start, row by row once', async () => {
  const many = Array.from({ length: 3_500 }, (_, index) => `MANY-${String(index)},批量配件${String(index)},个,${String(index % 900)}.50`)
  const sent = await send('pts', 'parts', 'many.csv', Buffer.from(`配件编号,名称,单位,零售价\n${many.join('\n')}\n`))
  const ready = await settled('pts', String(sent.body['id']))
  expect(judged(ready)).toMatchObject({ rowsNew: 3_500 })
  await as('pts').post(`/imports/${ready.id}/run`, { version: ready.version })
  await server.serving.close()
  const [half] = await rowsOf(`select state, rows_done, done_new from exchange.import where id = '${ready.id}'`)
  expect(half).toMatchObject({ state: 'running' })
  expect(Number(half?.['rows_done'])).toBeLessThan(3_500)
  const runner = workRunner({ database: server.database, clock: server.clock, onNews: () => {} }, [importWork], () => {})
  await runner.resume([server.storeId])
  await runner.idle()
  expect(await rowsOf(`select state, rows_done, done_new from exchange.import where id = '${ready.id}'`)).toEqual([{ state: 'done', rows_done: 3_500, done_new: 3_500 }])
  expect(await rowsOf(`select count(*)::int as parts from catalogue.part where number like 'MANY-%'`)).toEqual([{ parts: 3_500 }])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkPaperFiles } from '../modules/papers/public.ts'
import { checkPhotoFiles } from '../modules/photos/public.ts'
import { personalTables, removeErasedFiles } from '../modules/privacy/public.ts'
import { hasName } from '../modules/privacy/domain/readable.ts'
import { checkChain } from '../platform/audit/check.ts'
import { sealAll } from '../platform/audit/seal.ts'
import { keptFiles } from '../platform/kept-files.ts'
import { invariants } from './modules.ts'
import { brokenInvariants } from './testing/furnished.ts'
import { furnishedServer, type FurnishedServer } from './testing/furnished-server.ts'
import { mayHoldACustomer, namesOfTheHouse, withoutCustomers } from './testing/personal-columns.ts'
import { readyCar } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import { signedIn, type Caller } from './testing/test-server.ts'

// One customer with a whole visit is exported, held by the law for ten years, then erased by two persons: he is nowhere any more, and no figure has changed.
const people = ['sad', 'wss', 'tec', 'qci', 'csh', 'whk', 'fds', 'stm', 'gm', 'sec', 'aud', 'b-stm', 'b-sec']
let furnished: FurnishedServer
let as: (login: string) => Caller
beforeAll(async () => {
  furnished = await furnishedServer(people)
  ;({ as } = furnished)
}, 60_000)
afterAll(() => furnished.server.drop())

const demand = { demandedBy: '李晨本人', identifiedBy: '核对身份证原件', reason: '李晨书面要求' }
const delivery = { identityReason: '', accepted: true, oldPartsShown: true, setRemoved: true, nextServiceOn: '2027-05-23', nextServiceKm: 25_356, callTime: { kind: 'any' } }
const [name, phone] = ['李晨', '19900010001']
let customerId = ''
let plate = ''

type Standing = { erasedAt: string | null; holds: { code: string; about: string; until: string | null }[]; held: { zh: string; rows: number }[]; name: string }
const standing = async (): Promise<Standing> => done(await as('stm').get(`/personal-data/${customerId}`)) as unknown as Standing
const seen = async (): Promise<{ how: string; personName: string; reason: string | null }[]> => done(await as('aud').get(`/personal-data/seen?customerId=${customerId}&limit=100`))['rows'] as never

const tables = async (): Promise<{ table: string; sums: string[]; texts: string[] }[]> => (await furnished.server.owner.query<{ table: string; sums: string[]; texts: string[] }>(`
  select c.table_schema || '.' || c.table_name as table, array_remove(array_agg(case when data_type in ('bigint', 'integer', 'numeric') and column_name <> 'version' then quote_ident(column_name) end), null) as sums,
    array_remove(array_agg(case when data_type in ('text', 'jsonb') then quote_ident(column_name) end), null) as texts
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema') group by 1 order by 1`)).rows

/** Rows and the sum of every number of every table, but for what the deeds themselves write. */
async function figures(): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  for (const { table, sums } of await tables()) {
    if (/^(platform|privacy|approvals|notices|duties)\.|find_word|^organisation\.(session|sign_in_attempt)/.test(table)) continue
    found[table] = (await furnished.server.owner.query(`select count(*) as rows${sums.map((column) => `, sum(${column}::numeric) as "${column.replaceAll('"', '')}"`).join('')} from ${table}`)).rows[0]
  }
  return found
}

/** Where in the whole database a string still stands. */
async function whereStands(text: string): Promise<string[]> {
  const found: string[] = []
  for (const { table, texts } of await tables()) {
    if (texts.length === 0) continue
    const { rowCount } = await furnished.server.owner.query(`select from ${table} where ${texts.map((column) => `strpos(${column}::text, $1) > 0`).join(' or ')} limit 1`, [text])
    if (rowCount !== 0) found.push(table)
  }
  return found
}

async function askedThenApproved(approver: string, ask: () => Promise<{ id?: unknown }>): Promise<void> {
  await ask()
  const waiting = done(await as(approver).get('/approvals'))['waiting'] as { id: string; kind: string; version: number }[]
  const request = waiting.find(({ kind }) => kind === 'erasure')
  done(await as(approver).post(`/approvals/${String(request?.id)}/approve`, { version: request?.version, reason: '' }))
}

test('every column that may hold a customer is in a module\'s personal data, or it is said why not', async () => {
  const { rows } = await furnished.server.owner.query<{ place: string; schema: string; table: string; column: string }>(`
    select table_schema as schema, table_schema || '.' || table_name as table, column_name as column, table_schema || '.' || table_name || '.' || column_name as place
    from information_schema.columns join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') and data_type in ('text', 'jsonb', 'bytea')`)
  const told = new Set(personalTables().flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`)))
  const nowhere = rows.filter(({ column }) => mayHoldACustomer.test(column) && !namesOfTheHouse.test(column))
    .filter(({ place, schema, table }) => !told.has(place) && [place, schema, table].every((known) => withoutCustomers[known] === undefined)).map(({ place }) => place)
  expect(nowhere).toEqual([])
  const [exists, columns] = [new Set(rows.flatMap(({ schema, table, place }) => [schema, table, place])), personalTables().flatMap(({ columns: shown }) => Object.keys(shown))]
  expect(Object.keys(withoutCustomers).filter((known) => !exists.has(known))).toEqual([]) // no exception outlives its table
  expect(columns.filter((column) => !hasName(column))).toEqual([]) // the person reads a word, not a name of the database
  const changed = personalTables().flatMap(({ table, columns: fates }) => Object.entries(fates).filter(([, fate]) => fate !== 'kept').map(([column]) => ({ table, column })))
  const { rows: closed } = await furnished.server.owner.query(`select * from jsonb_to_recordset($1) as c("table" text, "column" text) where not has_column_privilege('gangwei_app', c."table", c."column", 'update')`, [JSON.stringify(changed)])
  expect(closed).toEqual([])
})

test('an open order and money owed stand against it; what is known goes out on record, and only to who asked for it', async () => {
  const car = await readyCar(furnished, [{ kind: 'labour', index: 0 }, { kind: 'part', index: 0 }])
  const order = done(await as('sad').get(`/repair-orders/${car.id}`)) as { plate: string }
  plate = order.plate
  customerId = String((done(await as('stm').get(`/personal-data?find=${encodeURIComponent(name)}`))['rows'] as { id: string }[])[0]?.id)
  const ask = () => as('stm').post(`/personal-data/${customerId}/erasure`, demand)
  expect(code(await ask())).toBe('privacy.hold.open-order')
  const settled = done(await as('sad').post(`/settlements/${car.id}`, { version: car.version }))
  const [statement] = settled['statements'] as { id: string; totalFen: number }[]
  expect((await standing()).holds.map((hold) => hold.code)).toEqual(expect.arrayContaining(['privacy.hold.open-order', 'privacy.hold.money-owed']))
  done(await as('csh').post(`/statements/${String(statement?.id)}/payments`, { version: 1, way: 'wechat', amountFen: statement?.totalFen, reference: '4200001' }))
  done(await as('sad').post(`/settlements/${car.id}/delivery`, { version: settled['version'], pickUpCode: car.pickUpCode, ...delivery }))
  expect((await as('sad').get(`/repair-orders/${car.id}/authorisation.pdf`)).status).toBe(200)
  const complaint = done(await as('sad').post('/complaints', { plate, customerName: name, phone, kind: 'time', words: '李晨说等了两个小时没有人理会' }))
  expect((await ask()).body).toMatchObject({ code: 'privacy.hold.open-complaint' })
  done(await as('fds').post(`/complaints/${String(complaint['id'])}/answer`, { version: 1, answer: '已向李晨致歉' }))
  done(await as('stm').post(`/complaints/${String(complaint['id'])}/close`, { version: 2, content: true }))
  expect((await ask()).body).toMatchObject({ code: 'privacy.hold.books', detail: expect.stringContaining('2036-11-23') as string })
  done(await as('sad').post(`/customers/${customerId}/reveal-phone`))

  const exported = String(done(await as('stm').post(`/personal-data/${customerId}/export`, demand))['id'])
  const file = `/personal-data/exports/${exported}/file`
  const content = done(await as('stm').get(`${file}?format=json`)) as unknown as { data: { table: string; rows: Record<string, unknown>[] }[] }
  const found = (table: string): Record<string, unknown>[] => content.data.filter((each) => each.table === table).flatMap(({ rows }) => rows)
  expect(found('customers.customer')).toMatchObject([{ name, phone }])
  expect(found('repair_orders.repair_order').map((each) => each['plate'])).toContain(plate)
  expect(String(found('repair_orders.reception')[0]?.['signature']).length).toBeGreaterThan(20)
  for (const table of ['vehicles.vehicle', 'settlement.statement', 'settlement.payment', 'care.complaint', 'papers.paper', 'repair_orders.authorisation']) expect([table, found(table).length]).toEqual([table, 1])
  expect((await as('stm').get(`${file}?format=xlsx`)).status).toBe(200)
  expect((await as('sec').get(`${file}?format=json`)).status).toBe(404)
  expect((await as('sad').post(`/personal-data/${customerId}/export`, demand)).status).toBe(403)
  expect((await as('b-stm').post(`/personal-data/${customerId}/export`, demand)).status).toBe(404)
  expect((await seen()).map(({ how }) => how)).toEqual(expect.arrayContaining(['revealed', 'printed', 'exported', 'changed']))
  expect((await seen()).find(({ how }) => how === 'exported')).toMatchObject({ personName: 'SH1 STM', reason: demand.reason })
})

test('eleven years later, by the yes of a second person, he is nowhere in the database, and every figure is the same', async () => {
  const { server } = furnished
  server.clock = { now: () => new Date('2037-11-30T02:00:00Z') }
  as = await signedIn(server, people)
  expect((await standing()).holds).toEqual([])
  const ask = () => as('sec').post(`/personal-data/${customerId}/erasure`, demand)
  const before = await figures()
  await askedThenApproved('gm', async () => {
    const asked = done(await ask())
    expect(code(await ask())).toBe('privacy.asked-already')
    expect((done(await as('sec').get('/approvals'))['waiting'] as { kind: string }[]).filter(({ kind }) => kind === 'erasure')).toEqual([]) // who asked has nothing to decide
    return asked
  })
  expect(await figures()).toEqual(before)
  expect(await brokenInvariants(server, invariants)).toEqual([])
  const erased = await standing()
  expect(erased.name).toMatch(/^匿名[0-9A-F]{6}$/)
  expect(done(await as('stm').get(`/customers/${customerId}`))).toMatchObject({ name: erased.name, active: false, phone: '000****0000' })
  for (const text of [name, phone, plate, '两个小时没有人理会']) expect([text, (await whereStands(text)).filter((table) => !['platform.audit', 'platform.outbox', 'platform.idempotency'].includes(table))]).toEqual([text, []])
  expect(code(await ask())).toBe('privacy.erased-already')
  expect(code(await as('sad').post(`/customers/${customerId}/consents`, { purpose: 'marketing', granted: true, channel: 'phone' }))).toBe('customers.erased')
  expect((await seen())[0]).toMatchObject({ how: 'erased', personName: 'SH1 GM' })

  const files = keptFiles(server.photoFolder)
  const [paper] = (await server.owner.query<{ sha256: string }>('select sha256 from papers.paper where erased_at is not null')).rows
  expect(await files.read(server.storeId, String(paper?.sha256))).not.toBeNull()
  expect(await removeErasedFiles(server.database, files)).toBeGreaterThan(0)
  expect(await files.read(server.storeId, String(paper?.sha256))).toBeNull()
  for (const check of [checkPaperFiles, checkPhotoFiles]) expect((await check(server.database, files, server.storeId)).wrong).toEqual([])
  const key = Buffer.alloc(32, 7)
  await sealAll(server.database, key, [server.storeId], server.clock.now)
  expect((await checkChain(server.database, key, server.storeId, [])).breaks).toEqual([])
})

test('a ledger opens its personal columns for nothing else, and one person alone cannot say yes', async () => {
  const { server } = furnished
  const refused = async (statement: string): Promise<string> => server.owner.query(statement).then(() => 'done', (cause: unknown) => String((cause as Error).message))
  expect(await refused('update repair_orders.reception set sender_name = \'x\'')).toMatch(/is a ledger/)
  expect(await refused('delete from care.contact; delete from repair_orders.step')).toMatch(/is a ledger/)
  expect(await refused('update privacy.erasure set decided_by = asked_by where status = \'done\'')).toMatch(/two_persons/)
  const forged = server.database.transaction([server.storeId], (tx) => tx.run`update repair_orders.step set to_status = 'cancelled' where store_id = ${server.storeId}`)
  await expect(forged).rejects.toThrow(/permission denied/)
})

test('the retention job lists whom nobody has heard of; it erases nobody, two persons do', async () => {
  expect((done(await as('aud').get('/personal-data/due'))['rows'] as unknown[])).toEqual([])
  const { found } = done(await as('stm').post('/personal-data/due', {})) as { found: number }
  expect(found).toBeGreaterThan(4)
  const rows = done(await as('aud').get('/personal-data/due?limit=3'))['rows'] as { id: string; name: string }[]
  expect(rows.map(({ id }) => id)).not.toContain(customerId)
  const wish = { customerIds: rows.map(({ id }) => id), reason: '超过保存年限' }
  expect((await as('aud').post('/personal-data/erasures', wish)).status).toBe(403)
  expect(code(await as('stm').post('/personal-data/erasures', { ...wish, customerIds: [customerId] }))).toBe('privacy.not-due')
  await askedThenApproved('sec', async () => done(await as('stm').post('/personal-data/erasures', wish)))
  for (const { id } of rows) expect(done(await as('stm').get(`/customers/${id}`))['name']).toMatch(/^匿名/)
  expect((done(await as('aud').get('/personal-data/due?limit=200'))['rows'] as unknown[])).toHaveLength(found - 3)
  const terms = { version: 0, invoiceYears: 10, repairYears: 6, quietYears: 20 }
  expect((await as('sec').post('/personal-data/terms', { ...terms, repairYears: 5 })).status).toBe(400)
  done(await as('sec').post('/personal-data/terms', terms))
  expect((await as('gm').post('/personal-data/terms', terms)).status).toBe(409)
  expect(done(await as('stm').post('/personal-data/due', {}))).toEqual({ found: 0 })
  expect(await brokenInvariants(furnished.server, invariants)).toEqual([])
})

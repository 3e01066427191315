import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkChain, type Anchor } from '../platform/audit/check.ts'
import { headsOf, sealAll } from '../platform/audit/seal.ts'
import { testStore, type TestStore } from './testing/test-store.ts'

const key = Buffer.alloc(32, 7)
let store: TestStore

beforeEach(async () => { store = await testStore() })
afterEach(() => store.drop())

const seal = () => sealAll(store.database, key, [store.storeId, store.otherStoreId], store.clock.now)
const breaks = async (anchors: readonly Anchor[] = []) => (await checkChain(store.database, key, store.storeId, anchors)).breaks.map(({ why }) => why)

async function entries(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let made = 0; made < count; made += 1) {
    await store.does('SAD', async (deed) => {
      const subjectId = deed.newId()
      deed.record({ subject: 'trial', subjectId, before: { fee: made }, after: { fee: made + 1, name: '张三' }, reason: 'because' })
      ids.push(subjectId)
    })
  }
  return ids
}

/** As somebody who owns the database and switches its guards off. */
async function tamper(statement: string): Promise<number> {
  const client = await store.owner.connect()
  try {
    await client.query('set session_replication_role = replica')
    const { rowCount } = await client.query(statement)
    return rowCount ?? 0
  } finally {
    await client.query('set session_replication_role = origin')
    client.release()
  }
}

test('what deeds wrote is sealed in order and holds', async () => {
  await entries(7)
  expect(await seal()).toBe(7)
  await entries(3)
  expect(await seal()).toBe(3)
  expect(await seal()).toBe(0)
  expect(await checkChain(store.database, key, store.storeId, [])).toEqual({ storeId: store.storeId, blocks: 2, rows: 10, waiting: 0, breaks: [] })
})

test('two sealers at once seal each entry once', async () => {
  await entries(12)
  const sealed = await Promise.all([seal(), seal(), seal()])
  expect(sealed.reduce((sum, rows) => sum + rows, 0)).toBe(12)
  expect(await breaks()).toEqual([])
})

const changes = ["operation = 'x'", "reason = 'other'", 'reason = null', "subject = 'x'", 'subject_id = gen_random_uuid()', 'person_id = gen_random_uuid()', "positions = '{GM}'",
  "before = '{\"fee\": 9}'", 'after = null', "after = jsonb_set(after, '{name}', '\"李四\"')", "request_id = 'x'", "result = 'refused'", "at = at + interval '1 microsecond'"]

test.each(changes)('an entry changed afterwards shows: %s', async (change) => {
  await entries(4)
  await seal()
  expect(await tamper(`update platform.audit set ${change} where id = (select id from platform.audit where store_id = '${store.storeId}' order by id offset 1 limit 1)`)).toBe(1)
  expect(await breaks()).toEqual(['rows'])
})

const chosen = 'id = (select id from platform.audit where subject = \'trial\' order by id limit 1)'
const slipped = 'insert into platform.audit (store_id, id, at, operation, subject, request_id) select store_id, gen_random_uuid(), at, operation, subject, request_id from platform.audit where ' + chosen
const others: [string, string, string[]][] = [
  ['an entry removed', `delete from platform.audit where ${chosen}`, ['rows', 'unsealed-row']],
  ['an entry slipped in', slipped, ['unsealed-row']],
  ['an entry moved to another store', `update platform.audit set store_id = (select id from organisation.store where code = 'SH2') where ${chosen}`, ['rows', 'unsealed-row']],
  ['a block removed', 'delete from platform.audit_block where number = 1', ['number', 'unsealed-row']],
  ['the order inside a block', 'update platform.audit_block set row_ids = (select array_agg(x order by x desc) from unnest(row_ids) x) where number = 1', ['hash']],
  ['a block written anew without the key', "update platform.audit_block set rows_hash = sha256('x'), hash = sha256('y') where number = 1", ['hash', 'link']],
  ['a block that names another time', "update platform.audit_block set at = at + interval '1 day' where number = 2", ['hash']],
]

test.each(others)('%s shows', async (_name, statement, expected) => {
  await entries(3)
  await seal()
  await entries(2)
  await seal()
  expect(await tamper(statement)).toBe(1)
  expect(await breaks()).toEqual(expected)
})

test('a tail cut off with its blocks shows against a head that was written down', async () => {
  await entries(2)
  await seal()
  await entries(2)
  await seal()
  const heads = await headsOf(store.database, [store.storeId])
  const anchors = heads.map(({ storeId, number, hash }) => ({ storeId, number, hash: hash.toString('hex'), at: '' }))
  expect(await breaks(anchors)).toEqual([])
  await tamper(`delete from platform.audit where id = any((select row_ids from platform.audit_block where number = 2 and store_id = '${store.storeId}')::uuid[])`)
  await tamper('delete from platform.audit_block where number = 2')
  expect(await breaks()).toEqual([])
  expect(await breaks(anchors)).toEqual(['anchor'])
})

test('an entry that nobody sealed for a minute is a finding', async () => {
  await entries(1)
  expect(await breaks()).toEqual([])
  await tamper("update platform.audit_unsealed set since = since - interval '2 minutes'")
  expect(await breaks()).toEqual(['waiting'])
})

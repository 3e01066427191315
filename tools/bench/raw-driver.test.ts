import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../src/platform/testing/test-database.ts'
import { runByDriver, stepsOf } from './raw-driver.ts'

let store: TestDatabase
beforeAll(async () => { store = await testDatabase() })
afterAll(() => store.drop())
const open = (): pg.Client => new pg.Client(store.owner.options)

test('a script is read as pgbench reads it: what stands in quotes ends no statement, and a part belongs to its client', () => {
  const script = String.raw`
\set ro random(1, 9)
begin;
insert into a values (:ro, 'x;y'' \set', "b;c")
  returning id as nr \gset
\if :client_id = 3
commit;
\endif
select 1 - 2;`
  expect(stepsOf(script)).toEqual([
    { client: null, set: 'ro', to: 'random(1, 9)' }, { client: null, text: 'begin', keeps: false },
    { client: null, text: `insert into a values (:ro, 'x;y'' \\set', "b;c")\n  returning id as nr`, keeps: true },
    { client: 3, text: 'commit', keeps: false }, { client: null, text: 'select 1 - 2', keeps: false },
  ])
  expect(() => stepsOf('select 1')).toThrow('not a script')
})

const script = String.raw`
\set turn :turn + 1
\set nr :first + :client_id * :each + :turn
begin;
insert into told (nr, word) values (:nr, :nr || '::' || :turn) returning nr * 2 as twice \gset
update told set twice = :twice::int where nr = :nr;
commit;
`
test.each([true, false])('each client takes its turns, with its variables as parameters or in the text (prepared: %s)', async (prepared) => {
  await store.owner.query('drop table if exists told; create table told (nr int primary key, word text, twice int)')
  const { perSecond, latencyMs } = await runByDriver(open, script, { prepared, clients: 3, lasts: { turns: 4 }, variables: { turn: 0, first: 100, each: 4 } })
  const { rows } = await store.owner.query<{ nr: number; word: string; twice: number }>('select * from told order by nr')
  expect(rows.map(({ nr }) => nr)).toEqual(Array.from({ length: 12 }, (_, index) => 101 + index))
  expect(rows.map(({ nr, word, twice }) => word === `${String(nr)}::${String((nr - 101) % 4 + 1)}` && twice === 2 * nr)).not.toContain(false)
  expect(perSecond).toBeGreaterThan(0)
  expect(latencyMs).toBeGreaterThan(0)
})

test('it runs for its seconds, and a statement that fails is an error', async () => {
  await store.owner.query('drop table if exists dice; create table dice (face int)')
  await runByDriver(open, '\\set face random(1, 3)\ninsert into dice values (:face);', { prepared: true, clients: 2, lasts: { seconds: 0.5 } })
  const { rows } = await store.owner.query<{ faces: number[] }>('select array_agg(distinct face order by face) as faces from dice')
  expect(rows).toEqual([{ faces: [1, 2, 3] }])
  await expect(runByDriver(open, 'select 1 / 0;', { prepared: false, clients: 1, lasts: { turns: 1 } })).rejects.toThrow('division by zero')
})

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ListView } from '../modules/prices/contract.ts'
import { priceListWork } from '../modules/prices/public.ts'
import { workRunner } from '../platform/long-work.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, type Masters } from './testing/furnished.ts'
import { anotherDay, furnishedServer } from './testing/furnished-server.ts'
import { code, done } from './testing/said.ts'
import type { Answer, Caller, TestServer } from './testing/test-server.ts'

// Lists of many thousand prices come and go in steps, each a transaction of its own. It is Monday 30 November 2026, ten o'clock in Shanghai.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
const people = ['ppl', 'pts', 'stm']
const comes = async (moment: string): Promise<void> => { as = await anotherDay(server, moment, people) }
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(people))
  await comes('2026-11-30T02:00:00Z')
}, 60_000)
afterAll(() => server.drop())

const see = async (id: string) => done(await as('pts').get(`/price-lists/${id}`)) as unknown as ListView
const post = async (id: string, deed: string, body: object = {}, login = 'ppl'): Promise<Answer> => as(login).post(`/price-lists/${id}/${deed}`, { version: (await see(id)).version, ...body })
const decide = async (id: string, login: string): Promise<Answer> => {
  const { rows: [request] } = await server.owner.query<{ id: string; version: number }>("select id, version from approvals.request where subject_id = $1 and state = 'asked'", [id])
  return as(login).post(`/approvals/${request?.id ?? ''}/approve`, { version: request?.version ?? 0, reason: '' })
}

/** Parts with a price of ten yuan each, and a draft that brings other ones. */
async function bulkDraft(prefix: string, number: string, fenOf: string, parts: number): Promise<string> {
  const { rows: [{ id } = { id: '' }] } = await server.owner.query<{ id: string }>(`
    with parts as (insert into catalogue.part select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'number', $2 || lpad(n::text, 5, '0')))).* from catalogue.part p cross join generate_series(1, $4::integer) n where p.id = $1 returning id, number),
    priced as (insert into catalogue.part_price (part_id, kind, valid_from, price_fen) select id, 'cap', '2026-01-01', 1000 from parts),
    list as (insert into prices.list (id, number, import_id, name, status, brought_at, brought_by, brought_by_name) values (gen_random_uuid(), $3, gen_random_uuid(), '大目录', 'draft', now(), gen_random_uuid(), '厂家') returning id),
    lines as (insert into prices.line (list_id, kind, part_id, part_number, price_fen) select list.id, 'cap', parts.id, parts.number, ${fenOf} from parts, list) select id from list`, [masters.parts[0]?.id, prefix, number, parts])
  return id
}
const pricesOn = async (prefix: string, day: string): Promise<object[]> => (await server.owner.query<object>(`
  select (p.price_fen / 100 * 100)::int as fen, count(*)::int as parts from catalogue.v_price p join catalogue.part c on c.id = p.part_id
  where c.number like $1 || '%' and p.kind = 'cap' and p.valid_from <= $2 and (p.valid_until is null or p.valid_until >= $2) group by 1 order by 1`, [prefix, day])).rows

test('a list of many thousand prices goes back in steps, for everybody at once: withdrawn, reversed on its own day, and reversed later by a counter list', async () => {
  const wholly = async (id: string, ...states: string[]) => vi.waitFor(async () => expect(states).toContain((await see(id)).state), { timeout: 20_000, interval: 100 })
  const begun = async (number: string, day: string) => {
    const id = await bulkDraft(`${number}-`, number, '2000', 6_000)
    done(await post(id, 'preparation', { name: number, fromDay: day }))
    done(await post(id, 'request'))
    done(await decide(id, 'stm'))
    await wholly(id, 'waits', 'in-force')
    expect(await pricesOn(`${number}-`, day)).toEqual([{ fen: 2_000, parts: 6_000 }])
    return id
  }
  const planned = await begun('WAVE', '2026-12-20')
  done(await post(planned, 'withdrawal', { reason: '厂家推迟' }, 'stm'))
  expect(await see(planned)).toMatchObject({ state: 'taking', taking: { does: 'withdraw', whole: 6_000 } })
  expect(await pricesOn('WAVE-', '2026-12-20')).toEqual([{ fen: 1_000, parts: 6_000 }]) // not yet out, and counting for nobody
  await wholly(planned, 'withdrawn')
  expect(await see(planned)).toMatchObject({ words: '厂家推迟', endedByName: 'SH1 STM', taking: null })
  const today = await begun('TODAY', '2026-11-30')
  const later = await begun('LATER', '2026-11-30')
  done(await post(today, 'reversal', { reason: '弄错了' }, 'stm'))
  await wholly(today, 'reversed')
  expect(await pricesOn('TODAY-', '2026-11-30')).toEqual([{ fen: 1_000, parts: 6_000 }])
  await comes('2026-12-01T02:00:00Z')
  const { counterId } = done(await post(later, 'reversal', { reason: '厂家更正' }, 'stm')) as { counterId: string }
  expect([(await see(counterId)).taking?.does, await pricesOn('LATER-', '2026-12-01')]).toEqual(['reverse', [{ fen: 2_000, parts: 6_000 }]]) // all of the list still, until all of it is back
  expect(code(await post(planned, 'withdrawal', { reason: 'x' }, 'stm'))).toBe('prices.another-under-way')
  await wholly(later, 'reversed')
  expect([await pricesOn('LATER-', '2026-11-30'), await pricesOn('LATER-', '2026-12-01')]).toEqual([[{ fen: 2_000, parts: 6_000 }], [{ fen: 1_000, parts: 6_000 }]])
  expect(await see(counterId)).toMatchObject({ state: 'in-force', kept: { count: 0 } })
  expect(await brokenInvariants(server, invariants)).toEqual([])
}, 120_000)

test('a list of many thousand prices is taken up in steps: broken off in the middle none of them counts, and after a restart all of them do', async () => {
  const listId = await bulkDraft('BULK-', 'PL-BULK', "case parts.number when 'BULK-11000' then 2001 else 2000 end", 12_000)
  const bulk = async () => (await pricesOn('BULK-', '2026-12-01'))[0]
  await server.owner.query("create function break_off_here() returns trigger language plpgsql as $$ begin if new.price_fen = 2001 and new.list_id is not null then raise exception 'broken off'; end if; return new; end $$; create trigger break_off before insert on catalogue.part_price for each row execute function break_off_here()")
  done(await post(listId, 'preparation', { name: '大目录', fromDay: '2026-12-01' }))
  done(await post(listId, 'request'))
  done(await decide(listId, 'stm'))
  await vi.waitFor(async () => expect(await see(listId)).toMatchObject({ state: 'taking', taking: { done: 10_000, whole: 12_000 } }), 20_000)
  expect(await bulk()).toEqual({ fen: 1_000, parts: 12_000 }) // ten thousand are in the books, and count for nobody
  expect(code(await post(listId, 'withdrawal', { reason: 'x' }, 'stm'))).toBe('prices.another-under-way')
  await server.serving.close()
  await server.owner.query('drop trigger break_off on catalogue.part_price')
  const runner = workRunner({ database: server.database, clock: server.clock, onNews: () => {} }, [priceListWork], () => {})
  await runner.resume([server.storeId])
  await runner.idle()
  expect((await server.owner.query('select status, taking from prices.list where id = $1', [listId])).rows).toEqual([{ status: 'approved', taking: null }])
  expect(await bulk()).toEqual({ fen: 2_000, parts: 12_000 })
  expect((await server.owner.query("select count(*)::int as twice from catalogue.v_price a join catalogue.v_price b on b.part_id = a.part_id and b.kind = a.kind and b.valid_from > a.valid_from and (a.valid_until is null or a.valid_until >= b.valid_from)")).rows).toEqual([{ twice: 0 }])
}, 120_000)

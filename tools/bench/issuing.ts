import { makeProduct, type Product } from '../../src/app/testing/product.ts'
import { load, measured, type Measured, type Timings } from './measure.ts'
import { runBy, runScript } from './pgbench.ts'
import { arrive, estimateAndAuthorise, issue, prepareCrews, prepareGoods, receive, type Car, type Crew, type Goods } from './visit.ts'

// A thousand lines of repair orders are handed out: by the product's API as the storekeeper's page asks it, one order of five lines a request, and by the least SQL that makes the same moves.
const lines = 1_000
const linesOfOrder = 5
const levels = [1, 8]
const floorOrders = 2_400

// The same books with small keys and nothing around them: no row security, no audit, no answer kept for a repeated request. The part is locked, then its lots, oldest first;
// moves, shelves, lots, reservation and totals follow in one statement. Lots of 42 and five a line: every eighth line takes from two lots.
const tables = `
  drop schema if exists issuing cascade; create schema issuing;
  create table issuing.part_stock (part int primary key, on_hand bigint check (on_hand >= 0), reserved bigint check (reserved >= 0), value bigint check (value >= 0));
  create table issuing.lot (id bigint primary key, part int, received date, qty bigint, cost bigint, out bigint default 0 check (out <= qty), out_cost bigint default 0);
  create index on issuing.lot (part, received, id) where out < qty;
  create table issuing.balance (part int, place int, lot bigint references issuing.lot, qty bigint check (qty >= 0), primary key (part, place, lot));
  create table issuing.reservation (ro bigint, nr int, part int, qty bigint, primary key (ro, nr));
  create table issuing.move (id bigserial primary key, at timestamptz default now(), part int, lot bigint references issuing.lot, from_place int, to_place int, ro bigint, nr int, qty bigint, cost bigint);
  create index on issuing.move (part, id);
  create index on issuing.move (ro, nr);
  insert into issuing.lot (id, part, received, qty, cost) select g * 100 + l, g, date '2026-01-01' + l, 42, 42 * 700 + l from generate_series(1, 100) g, generate_series(1, 60) l;
  insert into issuing.balance select part, 1, id, qty from issuing.lot;
  insert into issuing.reservation select o, n, 1 + (o * 7 + n * 13) % 100, 5 from generate_series(1, ${String(floorOrders * levels.length)}) o, generate_series(1, ${String(linesOfOrder)}) n;
  insert into issuing.part_stock select part, sum(qty), 0, sum(cost) from issuing.lot group by part;
  update issuing.part_stock s set reserved = r.qty from (select part, sum(qty) as qty from issuing.reservation group by part) r where r.part = s.part;
  analyze;`

const script = `
\\set turn :turn + 1
\\set ro :first + :client_id * :each + :turn
begin;
select s.part from issuing.part_stock s where s.part in (select part from issuing.reservation where ro = :ro) order by s.part for update;
select l.id from issuing.lot l where l.part in (select part from issuing.reservation where ro = :ro) and l.out < l.qty order by l.received, l.id for update;
with wanted as (select nr, part, qty from issuing.reservation where ro = :ro),
  lots as (select l.id, l.part, b.place, b.qty, l.qty as all_qty, l.cost, l.out, l.out_cost, sum(b.qty) over (partition by l.part order by l.received, l.id) - b.qty as before
    from wanted w join issuing.lot l on l.part = w.part and l.out < l.qty join issuing.balance b on b.part = l.part and b.lot = l.id and b.qty > 0),
  taken as (select l.id, l.part, l.place, w.nr, least(l.qty, w.qty - l.before) as qty, round(l.cost * (l.out + least(l.qty, w.qty - l.before)) / l.all_qty::numeric) - l.out_cost as fen from lots l join wanted w on w.part = l.part where l.before < w.qty),
  moved as (insert into issuing.move (part, lot, from_place, to_place, ro, nr, qty, cost) select part, id, place, 9, :ro, nr, qty, fen from taken),
  shelved as (update issuing.balance b set qty = b.qty - t.qty from taken t where b.part = t.part and b.place = t.place and b.lot = t.id),
  gone as (update issuing.lot l set out = l.out + t.qty, out_cost = l.out_cost + t.fen from taken t where l.id = t.id),
  used as (delete from issuing.reservation where ro = :ro)
update issuing.part_stock s set on_hand = s.on_hand - t.qty, reserved = s.reserved - t.qty, value = s.value - t.fen from (select part, sum(qty) as qty, sum(fen) as fen from taken group by part) t where s.part = t.part;
commit;
`

type Level = { readonly clients: number; readonly product: number; readonly request: Measured; readonly least: number }
export type Issuing = { readonly levels: readonly Level[]; readonly load: string }

export async function measureIssuing(): Promise<Issuing> {
  const product = await makeProduct()
  try {
    await product.start()
    const goods = await prepareGoods(product)
    const crews = await prepareCrews(product, Math.max(...levels))
    await handOut(crews.slice(0, 1), goods, 100, new Map()) // warm: compiled code, prepared statements
    const before = load()
    const byProduct: Omit<Level, 'least'>[] = []
    for (const clients of levels) {
      const timings: Timings = new Map()
      const seconds = await handOut(crews.slice(0, clients), goods, lines, timings)
      byProduct.push({ clients, product: lines / seconds, request: measured(timings.get('issue') ?? []) })
    }
    const least = await leastSql(product)
    return { load: `${before} → ${load()}`, levels: byProduct.map((level, index) => ({ ...level, least: least[index] ?? 0 })) }
  } finally {
    await product.remove()
  }
}

/** Orders are brought to the shelf first; only the handing out is timed. Answers its seconds. */
async function handOut(crews: readonly Crew[], goods: Goods, wanted: number, timings: Timings): Promise<number> {
  const each = Math.ceil(wanted / linesOfOrder / crews.length)
  const waiting = await Promise.all(crews.map(async (crew): Promise<readonly [Crew, Car[]]> => {
    const cars: Car[] = []
    for (let made = 0; made < each; made += 1) {
      const car = await arrive(crew, new Map())
      await receive(crew, car, new Map(), goods)
      await estimateAndAuthorise(crew, car, new Map(), goods)
      cars.push(car)
    }
    return [crew, cars]
  }))
  const began = performance.now()
  await Promise.all(waiting.map(async ([crew, cars]) => { for (const car of cars) await issue(crew, car, timings, goods) }))
  return (performance.now() - began) / 1_000
}

/** Lines a second at each level. */
async function leastSql(product: Product): Promise<number[]> {
  await product.sql(tables)
  try {
    const found: number[] = []
    for (const [index, clients] of levels.entries()) {
      const each = floorOrders / clients
      const { perSecond } = await runScript(product, script, { prepared: true, clients, lasts: { turns: each }, variables: { turn: 0, first: index * floorOrders, each } })
      found.push(perSecond * linesOfOrder)
    }
    const [row] = await product.sql<{ moved: number; wrong: number }>(`
      select (select sum(qty)::float8 from issuing.move) as moved,
        (select count(*)::float8 from issuing.part_stock s where s.on_hand <> (select coalesce(sum(qty), 0) from issuing.balance b where b.part = s.part) or s.reserved <> 0 or s.value <> (select sum(cost - out_cost) from issuing.lot l where l.part = s.part)) as wrong`)
    if (row?.moved !== floorOrders * levels.length * linesOfOrder * 5 || row.wrong !== 0) throw new Error(`the least SQL did not make the moves: ${JSON.stringify(row)}`)
    return found
  } finally {
    await product.sql('drop schema issuing cascade')
  }
}

export const issuingHead = '## Issuing 1,000 lines'

export function issuingReport({ levels: found, load: loads }: Issuing): string {
  const rows = found.map(({ clients, product, least, request: { p50, p95 } }) =>
    `| ${[String(clients), product.toFixed(0), least.toFixed(0), (least / product).toFixed(1), `${p50.toFixed(1)} / ${p95.toFixed(1)}`].join(' | ')} |`)
  return `${issuingHead}

${lines.toLocaleString('en')} lines of repair orders, ${String(linesOfOrder)} to a request, through the product's API (POST /picking/:orderId/issue: rights, rules, oldest lots, audit, answer kept for a repeat), against the least SQL that makes the same moves
(tools/bench/issuing.ts: part and lots locked oldest first, move rows, shelf, lot, reservation and totals; ${runBy}, no row security, no audit, small keys). Both on one server in one run; \`npm run bench -- --issuing\` measures this section alone.

| clients | product, lines a second | least SQL, lines a second | ratio | one request of ${String(linesOfOrder)} lines, p50 / p95 ms |
|--:|--:|--:|--:|--:|
${rows.join('\n')}

Load average (1, 5, 15 min) ${loads}; whoever asks shares the machine's cores.
`
}

import type { Product } from '../../src/app/testing/product.ts'
import { runScript, type Speed } from './pgbench.ts'

// The floor: the least SQL that keeps the same business facts of the core flow, on the same server. Small keys, no row
// security, no generality; six transactions as the product has, each with its audit row and its answer for a repeated request.

const tables = `
  drop schema if exists floor cascade; create schema floor;
  create table floor.number (kind text, day date, last int, primary key (kind, day));
  create table floor.audit (id bigserial primary key, at timestamptz not null default now(), person bigint, operation text, subject bigint, after jsonb);
  create table floor.answer (key text primary key, answer jsonb not null);
  create table floor.ro (id bigint primary key, number int, plate text, status text, advisor bigint, arrived timestamptz, total bigint default 0, version int default 1);
  create index on floor.ro (plate) where status <> 'delivered';
  create table floor.step (id bigserial primary key, ro bigint references floor.ro, status text, at timestamptz default now(), person bigint);
  create table floor.price (part int primary key, fen bigint not null);
  create table floor.line (ro bigint references floor.ro, nr int, kind text, item int, name text, qty bigint, price bigint, amount bigint, primary key (ro, nr));
  create table floor.authorisation (ro bigint primary key references floor.ro, at timestamptz default now(), promised timestamptz, snapshot jsonb, signature text);
  create table floor.part_stock (part int primary key, on_hand bigint check (on_hand >= 0), reserved bigint check (reserved >= 0));
  create table floor.reservation (ro bigint, nr int, part int, qty bigint, primary key (ro, nr));
  create table floor.lot (id bigserial primary key, part int, received date, qty bigint check (qty >= 0), cost bigint);
  create index on floor.lot (part, received) where qty > 0;
  create table floor.move (id bigserial primary key, lot bigint references floor.lot, ro bigint, nr int, qty bigint, cost bigint, at timestamptz default now());
  create table floor.statement (id bigserial primary key, number int, ro bigint unique references floor.ro, total bigint, tax bigint, paid bigint default 0);
  create table floor.statement_line (statement bigint references floor.statement, nr int, name text, qty bigint, amount bigint, primary key (statement, nr));
  create table floor.payment (id bigserial primary key, number int, statement bigint references floor.statement, way text, fen bigint, at timestamptz default now());
  insert into floor.price select g, 1000 + g from generate_series(1, 2000) g;
  insert into floor.part_stock select g, 3000000000, 0 from generate_series(1, 2000) g;
  insert into floor.lot (part, received, qty, cost) select g, date '2026-01-01' + l, 1000000000, 700 from generate_series(1, 2000) g, generate_series(1, 3) l;
  analyze;`

const record = (operation: string): string => `insert into floor.audit (person, operation, subject, after) values (7, '${operation}', :ro, '{"done": true}');
insert into floor.answer values (:ro || '-${operation}', '{"id": 1, "version": 2}');`
const number = (kind: string): string => `insert into floor.number values ('${kind}', current_date, 1) on conflict (kind, day) do update set last = floor.number.last + 1 returning last as nr \\gset`

const script = `
\\set ro random(1, 900000000000000)
\\set part random(1, 1990)
begin;
${number('RO')}
insert into floor.ro (id, number, plate, status, advisor, arrived) values (:ro, :nr, '渝Z' || :ro, 'arrived', 7, now());
insert into floor.step (ro, status, person) values (:ro, 'arrived', 7);
${record('arrive')}
commit;
begin;
select version from floor.ro where id = :ro for update;
insert into floor.line select :ro, g, case when g < 4 then 'labour' else 'part' end, p.part, 'line ' || g, 1000, p.fen, p.fen from generate_series(1, 8) g join floor.price p on p.part = :part + g;
update floor.ro set version = version + 1, status = 'estimated', total = (select sum(amount) from floor.line where ro = :ro) where id = :ro;
insert into floor.step (ro, status, person) values (:ro, 'estimated', 7);
${record('lines')}
commit;
begin;
select version from floor.ro where id = :ro for update;
insert into floor.authorisation (ro, promised, snapshot, signature) select :ro, now(), jsonb_agg(to_jsonb(l)), 'signed' from floor.line l where ro = :ro;
select part from floor.part_stock where part in (select item from floor.line where ro = :ro and kind = 'part') order by part for update;
insert into floor.reservation select ro, nr, item, qty from floor.line where ro = :ro and kind = 'part';
update floor.part_stock s set reserved = reserved + r.qty from floor.reservation r where r.ro = :ro and s.part = r.part;
update floor.ro set version = version + 1, status = 'authorised' where id = :ro;
insert into floor.step (ro, status, person) values (:ro, 'authorised', 7);
${record('authorise')}
commit;
begin;
select s.part from floor.part_stock s join floor.reservation r on r.part = s.part where r.ro = :ro order by s.part for update of s;
with wanted as (select r.nr, r.part, r.qty, (select id from floor.lot where part = r.part and qty >= r.qty order by received limit 1) as lot from floor.reservation r where ro = :ro),
  taken as (update floor.lot l set qty = l.qty - w.qty from wanted w where l.id = w.lot returning l.id, l.cost, w.nr, w.qty)
insert into floor.move (lot, ro, nr, qty, cost) select id, :ro, nr, qty, cost from taken;
with done as (delete from floor.reservation where ro = :ro returning part, qty)
update floor.part_stock s set on_hand = on_hand - d.qty, reserved = reserved - d.qty from done d where s.part = d.part;
${record('issue')}
commit;
begin;
select version from floor.ro where id = :ro for update;
${number('ST')}
insert into floor.statement (number, ro, total, tax) select :nr, id, total, total * 13 / 113 from floor.ro where id = :ro returning id as st \\gset
insert into floor.statement_line select :st, nr, name, qty, amount from floor.line where ro = :ro;
update floor.ro set version = version + 1, status = 'settled' where id = :ro;
insert into floor.step (ro, status, person) values (:ro, 'settled', 7);
${record('settle')}
commit;
begin;
update floor.statement set paid = total where id = :st and paid = 0;
${number('RC')}
insert into floor.payment (number, statement, way, fen) select :nr, id, 'wechat', total from floor.statement where id = :st;
${record('pay')}
commit;
`

export type Floor = Speed & { readonly clients: number }

/** Runs the floor at each number of clients. */
export async function measureFloor(product: Product, levels: readonly number[], seconds: number): Promise<Floor[]> {
  await product.sql(tables)
  try {
    const found: Floor[] = []
    for (const clients of levels) found.push({ clients, ...await runScript(product, script, { prepared: true, clients, lasts: { seconds } }) })
    return found
  } finally {
    await product.sql('drop schema floor cascade')
  }
}

import type pg from 'pg'
import { askForSources } from '../bench/waiting-requests.ts'

// The demo store of two weeks is grown by set-based SQL: every table's rows are written again and again, each time two weeks earlier, with ids that keep their time and still point at each other. What is
// under way (by the predicates of the partial indexes) is not repeated: a store of ten years has no more open cars than one of two weeks.
const times = 60
/** So many rows at most: the statistics of a table of this size are taken from all of it, so that the plans do not hang on a sample. */
const most = 20_000

const helpers = `
  create function pg_temp.earlier(id uuid, turn int) returns uuid language sql immutable as $$
    select (left(t.hex, 8) || '-' || right(t.hex, 4) || substr(id::text, 14, 6) || '8' || substr(h.hash, 1, 3) || '-' || substr(h.hash, 4, 12))::uuid
    from (select lpad(to_hex(('x' || replace(left(id::text, 13), '-', ''))::bit(48)::bigint - turn * 1209600000::bigint), 12, '0') as hex) t, (select md5(id::text || turn::text) as hash) h $$;
  create temporary table made (id uuid primary key)`

type Table = { readonly name: string; readonly columns: readonly { readonly name: string; readonly type: string; readonly keyed: boolean }[]; readonly underWay: readonly string[] }

const tablesQuery = `
  select c.oid::regclass::text as name,
    (select jsonb_agg(jsonb_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, null), 'keyed', exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any(i.indkey))) order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    coalesce((select jsonb_agg(distinct pg_get_expr(i.indpred, i.indrelid)) from pg_index i where i.indrelid = c.oid and i.indpred is not null and pg_get_expr(i.indpred, i.indrelid) ~ '(_at IS NULL|status|state)'
      and pg_get_expr(i.indpred, i.indrelid) !~ 'IS NOT NULL'), '[]') as "underWay"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'organisation') and n.nspname !~ '^pg_' and c.oid::regclass::text !~ '^(platform\\.(migration|document_number|idempotency|outbox|audit_unsealed)|stock\\.place|duties\\.(duty|pack))' order by 1`

/** The names of the tables that are big afterwards. */
export async function grow(client: pg.ClientBase): Promise<string[]> {
  await client.query("set session_replication_role = replica; set synchronous_commit = off; set work_mem = '128MB'") // what the rows point at has been checked once
  await client.query(helpers)
  const { rows: tables } = await client.query<Table>(tablesQuery)
  for (const { name, columns } of tables) if (columns.some((column) => column.name === 'id' && column.type === 'uuid')) await client.query(`insert into made select id from ${name} on conflict do nothing`)
  await client.query('analyze made')
  for (const table of tables) await repeat(client, table)
  await askForSources((query) => client.query(query)) // what is under way besides: the board of promises advises each
  await client.query('reset session_replication_role')
  await client.query('vacuum (analyze)') // what is visible to all counts too: an autovacuum in between would change a plan
  const { rows } = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' and c.reltuples >= ${String(most / 4)} order by 1`)
  return rows.map(({ name }) => name)
}

async function repeat(client: pg.ClientBase, { name, columns, underWay }: Table): Promise<void> {
  const { rows: checks } = await client.query<{ conname: string }>("select quote_ident(conname) as conname from pg_constraint where conrelid = $1::regclass and contype = 'c'", [name])
  if (checks.length > 0) await client.query(`alter table ${name} ${checks.map(({ conname }) => `drop constraint ${conname}`).join(', ')}`)
  const over = underWay.length === 0 ? 'true' : `not coalesce(${underWay.join(' or ')}, false)`
  const { rows: [{ count } = { count: 0 }] } = await client.query<{ count: number }>(`select count(*)::int as count from ${name} where ${over}`)
  const turns = Math.min(times, Math.floor(most / Math.max(1, count)) - 1)
  if (count === 0 || turns < 1) return
  const values = columns.map(({ name: column, type, keyed }) => {
    if (type === 'uuid') return `case when t.${column} in (select id from made) then pg_temp.earlier(t.${column}, turn) else t.${column} end`
    if (type === 'timestamp with time zone') return `t.${column} - turn * interval '14 days'`
    if (type === 'date') return `t.${column} - turn * 14`
    return keyed && type === 'text' ? `left(t.${column}, 50) || '~' || turn` : `t.${column}`
  })
  await client.query(`insert into ${name} (${columns.map((column) => column.name).join(', ')}) overriding system value select ${values.join(', ')} from ${name} t cross join generate_series(1, ${String(turns)}) as turn where ${over} on conflict do nothing`)
}

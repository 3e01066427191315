import type { Product } from '../../src/app/testing/product.ts'

// More stores of a year in one database (T3): the rows of the main store of T1 once more for each, by set-based SQL, in place. The books of a copy are those of the first store:
// every id of its own rows becomes another one that sorts the same, ids of what all stores share (parts, labour operations, people) stay. Audit rows come without their seals.
const left = ['platform.audit_block', 'platform.audit_unsealed', 'platform.outbox', 'platform.idempotency', 'organisation.staff']

type Column = { readonly name: string; readonly own: boolean }
type Table = { readonly name: string; readonly columns: readonly Column[] }

const textOf = (column: string): string => `x.${column}::text`
/** Time and order of an id stay, its random tail becomes another one. */
const otherId = (column: string, place: string): string => `(left(${textOf(column)}, 20) || substr(md5(${place} || ${textOf(column)}), 1, 3) || '-' || substr(md5(${place} || ${textOf(column)}), 4, 12))::uuid`

/** Tables that belong to a store, with the columns that hold ids of its own rows. */
async function tablesOf(sql: Product['sql'], storeId: string): Promise<Table[]> {
  const tables = await sql<{ name: string; columns: { name: string; uuid: boolean }[]; keyed: boolean }>(`
    select format('%I.%I', n.nspname, c.relname) as name, bool_or(a.attname = 'id' and a.atttypid = 'uuid'::regtype) as keyed,
      jsonb_agg(jsonb_build_object('name', quote_ident(a.attname), 'uuid', a.atttypid = 'uuid'::regtype) order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and exists (select from pg_attribute s where s.attrelid = c.oid and s.attname = 'store_id') group by n.nspname, c.relname order by 1`)
  await sql('create schema if not exists bench')
  await sql('create unlogged table if not exists bench.own_id (id uuid primary key)')
  for (const { name, keyed } of tables) if (keyed) await sql(`insert into bench.own_id select id from ${name} where store_id = $1 on conflict do nothing`, [storeId])
  await sql('analyze bench.own_id')
  const grown: Table[] = []
  for (const { name, columns } of tables.filter((table) => !left.includes(table.name))) {
    const marked: Column[] = []
    for (const column of columns) {
      const [found] = !column.uuid || column.name === 'store_id' ? [] : await sql<{ own: boolean }>(`select exists (select from ${name} x join bench.own_id o on o.id = x.${column.name} where x.store_id = $1) as own`, [storeId])
      marked.push({ name: column.name, own: found?.own ?? false })
    }
    grown.push({ name, columns: marked })
  }
  return grown
}

async function addStore(sql: Product['sql'], tables: readonly Table[], storeId: string, place: number): Promise<void> {
  const [made] = await sql<{ id: string }>(`
    insert into organisation.store select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'code', $2::text))).* from organisation.store s where id = $1 returning id`, [storeId, `Y${String(place)}`])
  if (made === undefined) throw new TypeError('no store was made')
  const mark = `'${String(place)}'`
  for (const { name, columns } of tables) {
    const values = columns.map((column) => (column.name === 'store_id' ? `'${made.id}'::uuid` : column.own ? otherId(column.name, mark) : `x.${column.name}`))
    // Checks and keys were kept when the first store wrote these rows; nobody else writes meanwhile.
    await sql(`set session_replication_role = replica; insert into ${name} (${columns.map((column) => column.name).join(', ')}) overriding system value select ${values.join(', ')} from ${name} x where x.store_id = '${storeId}' on conflict do nothing`)
  }
}

/** So many stores in all of the main store's size, from those that are there already. */
export async function growStores(sql: Product['sql'], from: number, to: number): Promise<void> {
  const [main] = await sql<{ id: string }>("select id from organisation.store where code = 'SH1'")
  if (main === undefined) throw new TypeError('no main store')
  const tables = await tablesOf(sql, main.id)
  for (let place = from; place < to; place += 1) await addStore(sql, tables, main.id, place)
  await sql('vacuum analyze')
}

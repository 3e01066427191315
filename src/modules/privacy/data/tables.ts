import { join, raw, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { Fate, Links, Person, PersonalTable } from '../../../platform/personal-data.ts'
import type { Strings } from '../domain/strings.ts'

// Tables and columns come from the modules' own lists in code, never from a request; values are bound.
const column = (name: string): Sql => raw(`t.${name}`)

type Found = { readonly person: Person; /** Ids of his records that were found before. */ readonly records: readonly string[]; /** What a text says when it speaks of him. */ readonly says: readonly string[] }

function conditionsOf(links: Links, storeId: string, { person, records, says }: Found): Sql[] {
  const { customer, vehicle, order, phone, plate, record, through, says: told } = links
  return [
    ...(customer === undefined ? [] : [sql`${column(customer)} = any(${person.customerIds}::uuid[])`]),
    ...(vehicle === undefined ? [] : [sql`${column(vehicle)} = any(${person.vehicleIds}::uuid[])`]),
    ...(order === undefined ? [] : [sql`${column(order)} = any(${person.orderIds}::uuid[])`]),
    ...(record === undefined ? [] : [sql`${column(record)} = any(${records}::uuid[])`]),
    ...(phone === undefined ? [] : [sql`${column(phone)} = any(${person.phones}::text[])`]),
    ...(plate === undefined ? [] : [sql`exists (select from jsonb_to_recordset(${JSON.stringify(person.plates)}::jsonb) as his(plate text, since timestamptz, until timestamptz)
      where his.plate = ${column(plate.column)} and ${column(plate.at)} between his.since and his.until)`]),
    ...(through === undefined ? [] : [sql`${column(through.column)} in (select h.id from ${raw(through.table)} h where h.store_id = ${storeId} and ${raw(`h.${through.by}`)} = any(${person.orderIds}::uuid[]))`]),
    ...(told === undefined ? [] : [sql`exists (select from unnest(${says}::text[]) said where strpos(${column(told)}::text, said) > 0)`]),
  ]
}

const rowsOf = (table: PersonalTable, storeId: string, found: Found): Sql => sql`t.store_id = ${storeId} and (${join(conditionsOf(table.links, storeId, found), ' or ')})`

export const mostRows = 5_000

export type FoundRow = { readonly id: string | null; readonly file: string | null; readonly row: Readonly<Record<string, unknown>> }

/** What one table holds about him, as the columns of its list. */
export const readTable = (tx: Tx, storeId: string, table: PersonalTable, found: Found) => tx.all<FoundRow>`
  select to_jsonb(t) ->> 'id' as id, ${table.file === true ? sql`t.sha256` : sql`null`} as file,
    jsonb_build_object(${join(Object.keys(table.columns).map((name) => raw(`'${name}', t.${name}`)))}) as row
  from ${raw(table.table)} t where ${rowsOf(table, storeId, found)} ${table.file === true ? sql`and t.erased_at is null` : sql``} limit ${mostRows}`

function becomes(name: string, fate: Fate, to: Strings): Sql[] {
  const [here, set] = [column(name), raw(name)]
  const unlessEmpty = (value: string): Sql => sql`${set} = case when ${here} is null or ${here} = '' then ${here} else ${value} end`
  if (fate === 'kept' || fate === 'own') return []
  if (fate === 'name') return [unlessEmpty(to.pseudonym)]
  if (fate === 'phone') return [unlessEmpty(to.phone)]
  if (fate === 'words') return [unlessEmpty(to.words)]
  if (fate === 'plate') return [sql`${set} = platform.replaced(${here}, ${to.plates.from}::text[], ${to.plates.to}::text[])`]
  if (fate === 'text') return [sql`${set} = platform.replaced(${here}, ${to.text.from}::text[], ${to.text.to}::text[])`]
  if (fate === 'json') return [sql`${set} = platform.replaced(${here}::text, ${to.json.from}::text[], ${to.json.to}::text[])::jsonb`]
  if (fate === 'signature') return [sql`signature = null`, sql`unsigned_reason = case when t.signature is null then t.unsigned_reason else ${to.words} end`]
  return [fate === 'blank' ? sql`${set} = ''` : sql`${set} = null`]
}

/** Rows changed. A ledger lets it through only in the transaction of an erasure that two persons wanted. */
export function eraseTable(tx: Tx, storeId: string, table: PersonalTable, found: Found, to: Strings): Promise<number> {
  const changes = [...Object.entries(table.columns).flatMap(([name, fate]) => becomes(name, fate, to)), ...(table.also === undefined ? [] : [raw(table.also)])]
  return changes.length === 0 ? Promise.resolve(0) : tx.run`update ${raw(table.table)} t set ${join(changes)} where ${rowsOf(table, storeId, found)}`
}

/** Whether a record that was not erased still has this file. */
export const isFileUsed = async (tx: Tx, storeId: string, tables: readonly PersonalTable[], sha256: string): Promise<boolean> =>
  (await tx.one<{ used: boolean }>`select ${join(tables.filter(({ file }) => file === true).map(({ table }) =>
    sql`exists (select from ${raw(table)} t where t.store_id = ${storeId} and t.sha256 = ${sha256} and t.erased_at is null)`), ' or ')} as used`).used

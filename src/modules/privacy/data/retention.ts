import { empty, join, raw, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { PersonalTable } from '../../../platform/personal-data.ts'
import type { Terms } from '../domain/terms.ts'

export type SettingData = Terms & { version: number }

export const findSetting = (tx: Tx, storeId: string) => tx.maybe<SettingData>`select invoice_years, repair_years, quiet_years, version from privacy.setting where store_id = ${storeId}`

/** Version 0 is the first time. Answers 0 rows when somebody was faster. */
export const putSetting = (tx: Tx, storeId: string, s: SettingData) => tx.run`
  insert into privacy.setting as o (store_id, invoice_years, repair_years, quiet_years) values (${storeId}, ${s.invoiceYears}, ${s.repairYears}, ${s.quietYears})
  on conflict (store_id) do update set invoice_years = excluded.invoice_years, repair_years = excluded.repair_years, quiet_years = excluded.quiet_years, version = o.version + 1
  where o.version = ${s.version}`

/** When a table last heard of the customer `c` or one merged into him; ids and phones have an index each. */
function lastIn({ table, links: { customer, phone }, touched = '' }: PersonalTable): Sql {
  const link = customer === undefined ? sql`${raw(`t.${phone ?? ''}`)} = c.phone`
    : sql`${raw(`t.${customer}`)} in (select c.id union all select m.id from customers.v_person m where m.store_id = c.store_id and m.merged_into = c.id)`
  return sql`(select max(${raw(`t.${touched}`)}) from ${raw(table)} t where t.store_id = c.store_id and ${link})`
}

/** Customers nobody has heard of since `before`, made anew: the list is a proposal, nothing else follows from it. */
export async function renewDue(tx: Tx, storeId: string, tables: readonly PersonalTable[], before: Date): Promise<number> {
  const counted = tables.filter(({ touched, links }) => touched !== undefined && (links.customer !== undefined || links.phone !== undefined))
  await tx.run`delete from privacy.due where store_id = ${storeId}`
  return tx.run`
    insert into privacy.due (store_id, customer_id, last_at)
    select ${storeId}, d.id, d.last_at from (
      select c.id, greatest(${join(counted.map(lastIn))}) as last_at from customers.v_person c
      where c.store_id = ${storeId} and c.merged_into is null and c.erased_at is null and c.created_at < ${before}) d
    where d.last_at < ${before} order by d.last_at limit 5000`
}

export const listDue = (tx: Tx, storeId: string, { after, limit }: { after: string | null; limit: number }) => tx.all<{ id: string; name: string; lastAt: Date }>`
  select d.customer_id as id, p.name, d.last_at from privacy.due d join customers.v_person p on p.store_id = d.store_id and p.id = d.customer_id
  where d.store_id = ${storeId} and p.erased_at is null
    ${after === null ? empty : sql`and (d.last_at, d.customer_id) > (select last_at, customer_id from privacy.due where store_id = ${storeId} and customer_id = ${after})`}
  order by d.last_at, d.customer_id limit ${limit}`

/** Of these, who stands on the list. */
export const findDueAmong = (tx: Tx, storeId: string, customerIds: readonly string[]) => tx.all<{ customerId: string }>`
  select customer_id from privacy.due where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[])`

import type { TestDatabase } from '../../platform/testing/test-database.ts'

/** Ids of the duties that business data has closed in this database, nobody having ticked anything. */
export async function closedByData({ owner }: Pick<TestDatabase, 'owner'>): Promise<string[]> {
  const { rows } = await owner.query<{ dutyId: string }>(`select distinct duty_id as "dutyId" from duties.instance where status in ('done', 'late', 'nothing') and evidence ->> 'kind' = 'auto'`)
  return rows.map(({ dutyId }) => dutyId)
}

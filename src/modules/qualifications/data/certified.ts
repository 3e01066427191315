import { localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import type { ProofQuestion } from '../../../platform/proof.ts'
import { findStore } from '../../organisation/public.ts'
import { certificateKinds } from '../domain/certificates.ts'

const technicians = ['TEC', 'MTL', 'BTL']
const trades = certificateKinds.filter((kind) => kind !== 'inspection')

/** Whom the rules of certification bind: technicians and team leaders. */
export const bound = async (tx: Tx, storeId: string): Promise<string[]> => (await tx.all<{ personId: string }>`
  select distinct person_id from organisation.v_staff where store_id = ${storeId} and position = any(${technicians}::text[])`).map(({ personId }) => personId)

/** How many of these people hold a certificate of a trade that is valid on the last day of a duty (STM-3.14). */
export async function certified(tx: Tx, { storeId, until }: ProofQuestion, people: readonly string[]): Promise<number> {
  const day = localDay(until, (await findStore(tx, storeId)).timeZone)
  const { had } = await tx.one<{ had: number }>`
    select count(distinct person_id)::int as had from qualifications.certificate
    where store_id = ${storeId} and person_id = any(${people}::uuid[]) and ended_at is null and kind = any(${trades}::text[]) and valid_from <= ${day} and valid_until >= ${day}`
  return had
}

import type { Tx } from '../../../platform/database.ts'
import { allOf, type Proof, type ProofQuestion, type Proofs } from '../../../platform/proof.ts'
import { localDay } from '../../../kernel/time.ts'
import { findStore } from '../../organisation/public.ts'
import { certificateKinds, type CertificateKind } from '../domain/certificates.ts'

const page = '/certificates'
const technicians = ['TEC', 'MTL', 'BTL']
const trades = certificateKinds.filter((kind) => kind !== 'inspection')

/** Kinds of certificates that somebody of the store holds on the last day of the duty: from the first one a kind binds whom dispatch and inspection take (`whyNotQualified`). */
async function kindsInForce(tx: Tx, { storeId, until }: ProofQuestion): Promise<number> {
  const day = localDay(until, (await findStore(tx, storeId)).timeZone)
  const { kinds } = await tx.one<{ kinds: number }>`
    select count(distinct c.kind)::int as kinds from qualifications.certificate c join organisation.v_staff s on s.store_id = c.store_id and s.person_id = c.person_id
    where c.store_id = ${storeId} and c.ended_at is null and c.valid_from <= ${day} and c.valid_until >= ${day}`
  return kinds
}

/** Technicians and team leaders, and how many of them hold a valid certificate of a trade. */
async function certified(tx: Tx, { storeId, until }: ProofQuestion, kinds: readonly CertificateKind[]): Promise<{ had: number; all: number }> {
  const day = localDay(until, (await findStore(tx, storeId)).timeZone)
  return tx.one<{ had: number; all: number }>`
    select count(*) filter (where exists (select from qualifications.certificate c where c.store_id = ${storeId} and c.person_id = s.person_id and c.ended_at is null
      and c.kind = any(${kinds}::text[]) and c.valid_from <= ${day} and c.valid_until >= ${day}))::int as had, count(*)::int as all
    from (select distinct person_id from organisation.v_staff where store_id = ${storeId} and position = any(${technicians}::text[])) s`
}

/** The scheme is in force: every kind of work in the shop, the final inspection too, is bound to certificates. */
const schemeInForce: Proof = {
  settles: 'when-met', page,
  evaluate: async (tx, question) => ({ ...allOf(await kindsInForce(tx, question), certificateKinds.length), references: [page] }),
}

/** And each technician holds a certificate that is valid. */
const everybodyCertified: Proof = {
  settles: 'at-deadline', page,
  evaluate: async (tx, question) => {
    const people = await certified(tx, question, trades)
    const inForce = await kindsInForce(tx, question) === certificateKinds.length
    return { ...allOf(people.had, people.all), met: inForce && people.all > 0 && people.had === people.all, references: [page] }
  },
}

/** Duties that certificates prove. */
export const qualificationProofs: Proofs = { 'STM-3.14': everybodyCertified, 'WSS-2.10': schemeInForce }

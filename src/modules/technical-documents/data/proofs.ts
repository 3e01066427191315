import { allOf, type Proof, type ProofQuestion, type Proofs } from '../../../platform/proof.ts'
import type { Tx } from '../../../platform/database.ts'
import { bound, certified } from '../../qualifications/public.ts'
import { assessmentRules } from '../domain/document.ts'

const page = '/technical-documents'

/** The written rules that were in use at the end of the duty; of several the newest. */
const rulesInForce = (tx: Tx, { storeId, until }: ProofQuestion) => tx.maybe<{ id: string }>`
  select id from technical_documents.document where store_id = ${storeId} and kind = ${assessmentRules} and at <= ${until} and (withdrawn_at is null or withdrawn_at > ${until}) order by id desc limit 1`

/** The scheme is in force: its rules are written, and everybody whom they bind has read them (WSS-2.10). */
const schemeInForce: Proof = {
  settles: 'when-met', timed: true, page,
  evaluate: async (tx, question) => {
    const [rules, people] = [await rulesInForce(tx, question), await bound(tx, question.storeId)]
    const { read } = await tx.one<{ read: number }>`
      select count(*)::int as read from technical_documents.reading where store_id = ${question.storeId} and document_id = ${rules?.id ?? null}::uuid and person_id = any(${people}::uuid[]) and at <= ${question.until}`
    return { ...allOf(read, people.length), met: rules !== null && people.length > 0 && read === people.length, references: [page] }
  },
}

/** The rules are written, and each technician holds a certificate of a trade that is valid on the last day (STM-3.14). */
const everybodyCertified: Proof = {
  settles: 'at-deadline', page: '/certificates',
  evaluate: async (tx, question) => {
    const [rules, people] = [await rulesInForce(tx, question), await bound(tx, question.storeId)]
    const had = await certified(tx, question, people)
    return { ...allOf(had, people.length), met: rules !== null && people.length > 0 && had === people.length, references: [page, '/certificates'] }
  },
}

/** Duties that written rules prove. */
export const technicalDocumentProofs: Proofs = { 'STM-3.14': everybodyCertified, 'WSS-2.10': schemeInForce }

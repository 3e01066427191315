import { empty, sql, type Tx } from '../../../platform/database.ts'
import { assessmentRules, type TechnicalKind } from '../domain/document.ts'

export type DocumentData = {
  id: string; title: string; kind: TechnicalKind; modelId: string | null; modelNameZh: string | null; modelNameEn: string | null; codeBegins: string; note: string | null; link: string | null; sha256: string | null; bytes: number | null
  at: Date; personId: string; personName: string; withdrawnAt: Date | null; withdrawnByName: string | null; withdrawnReason: string | null; version: number
}

const documents = sql`
  select d.id, d.title, d.kind, d.model_id, m.name_zh as model_name_zh, m.name_en as model_name_en, d.code_begins, d.note, d.link, d.sha256, d.bytes, d.at, d.person_id, d.person_name, d.withdrawn_at, d.withdrawn_by_name, d.withdrawn_reason, d.version
  from technical_documents.document d left join catalogue.v_model m on m.id = d.model_id`

export const listDocuments = (tx: Tx, storeId: string, { state, after, limit }: { state: 'in-use' | 'all'; after: string | null; limit: number }) => tx.all<DocumentData>`
  ${documents} where d.store_id = ${storeId} ${state === 'all' ? empty : sql`and d.withdrawn_at is null`} ${after === null ? empty : sql`and d.id < ${after}`} order by d.id desc limit ${limit}`

/** Those for this model and for one of these operations; what is meant for this very work stands first. */
export const documentsFor = (tx: Tx, storeId: string, { modelId, codes }: { modelId: string | null; codes: readonly string[] }) => tx.all<DocumentData>`
  ${documents} where d.store_id = ${storeId} and d.withdrawn_at is null and d.kind <> ${assessmentRules} and (d.model_id is null or d.model_id = ${modelId}::uuid)
    and (d.code_begins = '' or exists (select from unnest(${codes}::text[]) as c(code) where left(c.code, length(d.code_begins)) = d.code_begins))
  order by length(d.code_begins) desc, d.model_id nulls last, d.id desc limit 100`

export const findDocument = (tx: Tx, storeId: string, documentId: string) => tx.maybe<DocumentData>`${documents} where d.store_id = ${storeId} and d.id = ${documentId}`

/** Locked until the deed ends: of two who withdraw it at once, one does. */
export const lockDocument = (tx: Tx, storeId: string, documentId: string) => tx.maybe<{ version: number; withdrawnAt: Date | null; title: string }>`
  select version, withdrawn_at, title from technical_documents.document where store_id = ${storeId} and id = ${documentId} for update`

export type NewDocument = Pick<DocumentData, 'id' | 'title' | 'kind' | 'modelId' | 'codeBegins' | 'note' | 'link' | 'sha256' | 'bytes' | 'at' | 'personId' | 'personName'>

export const insertDocument = (tx: Tx, storeId: string, d: NewDocument) => tx.run`
  insert into technical_documents.document (store_id, id, title, kind, model_id, code_begins, note, link, sha256, bytes, at, person_id, person_name)
  values (${storeId}, ${d.id}, ${d.title}, ${d.kind}, ${d.modelId}, ${d.codeBegins}, ${d.note}, ${d.link}, ${d.sha256}, ${d.bytes}, ${d.at}, ${d.personId}, ${d.personName})`

export const withdrawIt = (tx: Tx, storeId: string, documentId: string, w: { at: Date; byName: string; reason: string }) => tx.run`
  update technical_documents.document set withdrawn_at = ${w.at}, withdrawn_by_name = ${w.byName}, withdrawn_reason = ${w.reason}, version = version + 1 where store_id = ${storeId} and id = ${documentId}`

export const hashesAfter = (tx: Tx, storeId: string, after: string, limit: number) => tx.all<{ id: string; sha256: string }>`
  select id, sha256 from technical_documents.document where store_id = ${storeId} and sha256 is not null and id > ${after} order by id limit ${limit}`

export type ReadingData = { documentId: string; readers: number; ownAt: Date | null }

/** By how many each of these was read, and when by this person; those that nobody has read are left out. */
export const readingsOf = (tx: Tx, storeId: string, documentIds: readonly string[], personId: string) => tx.all<ReadingData>`
  select document_id, count(*)::int as readers, max(at) filter (where person_id = ${personId}) as own_at from technical_documents.reading where store_id = ${storeId} and document_id = any(${documentIds}::uuid[]) group by document_id`

export const insertReading = (tx: Tx, storeId: string, r: { documentId: string; personId: string; personName: string; at: Date }) => tx.run`
  insert into technical_documents.reading (store_id, document_id, person_id, person_name, at) values (${storeId}, ${r.documentId}, ${r.personId}, ${r.personName}, ${r.at})`

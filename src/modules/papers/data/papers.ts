import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { DocumentKind } from '../../../platform/print/documents.ts'
import type { Language } from '../../../kernel/texts.ts'

export type PaperData = {
  id: string; kind: DocumentKind; number: string; language: Language; orderId: string | null; permission: string; facts: string; sha256: string; bytes: number; at: Date; personId: string; personName: string
}

const papers = sql`select id, kind, number, language, order_id, permission, facts, sha256, bytes, at, person_id, person_name from papers.paper`

type Wish = { find: string; kind: DocumentKind | null; orderId: string | null; permissions: readonly string[]; after: string | null; limit: number }

/** A number's beginning is a range of the index: row security would keep a `like` out of it. */
export const listPapers = (tx: Tx, storeId: string, { find, kind, orderId, permissions, after, limit }: Wish) => tx.all<PaperData>`
  ${papers} where store_id = ${storeId} and permission = any(${permissions}::text[])
    ${find === '' ? empty : sql`and number collate "C" >= ${find} and number collate "C" < ${`${find}\u{10FFFF}`}`}
    ${kind === null ? empty : sql`and kind = ${kind}`} ${orderId === null ? empty : sql`and order_id = ${orderId}`} ${after === null ? empty : sql`and id < ${after}`}
  order by id desc limit ${limit}`

export const findPaper = (tx: Tx, storeId: string, paperId: string) => tx.maybe<PaperData>`${papers} where store_id = ${storeId} and id = ${paperId}`

export const paperOfFacts = (tx: Tx, storeId: string, facts: string) => tx.maybe<{ sha256: string }>`select sha256 from papers.paper where store_id = ${storeId} and facts = ${facts}`

/** Of two who print the same at once, the first keeps it. */
export const insertPaper = (tx: Tx, storeId: string, p: PaperData) => tx.run`
  insert into papers.paper (store_id, id, kind, number, language, order_id, permission, facts, sha256, bytes, at, person_id, person_name)
  values (${storeId}, ${p.id}, ${p.kind}, ${p.number}, ${p.language}, ${p.orderId}, ${p.permission}, ${p.facts}, ${p.sha256}, ${p.bytes}, ${p.at}, ${p.personId}, ${p.personName})
  on conflict (store_id, facts) do nothing`

export const hashesAfter = (tx: Tx, storeId: string, after: string, limit: number) => tx.all<{ id: string; sha256: string }>`
  select id, sha256 from papers.paper where store_id = ${storeId} and id > ${after} order by id limit ${limit}`

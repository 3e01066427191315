import { found } from '../../../kernel/refusal.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type * as contract from '../contract.ts'
import * as data from '../data/imports.ts'

const rowOf = ({ at, endedAt, personId: _, ...row }: data.ImportData): contract.ImportRow => ({ ...row, at: at.toISOString(), endedAt: endedAt?.toISOString() ?? null })

export async function listImports({ tx, by }: Reading, { query }: InputOf<typeof contract.listImports>): Promise<AnswerOf<typeof contract.listImports>> {
  const rows = await data.listImports(tx, by.storeId, query.after ?? null, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  return { rows: shown.map(rowOf), next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null }
}

export async function seeImport({ tx, by }: Reading, importId: string): Promise<contract.ImportView> {
  const { refusal, columns, preview, ...row } = found(await data.findImport(tx, by.storeId, importId), 'import')
  return { ...rowOf(row), refusal: refusal === null ? null : { code: refusal.code, facts: { ...refusal.facts } }, columns: columns ?? [], preview: preview ?? [] }
}

export async function listFindings({ tx, by }: Reading, importId: string, { after, limit }: { after: number; limit: number }): Promise<AnswerOf<typeof contract.listFindings>> {
  found(await data.findImport(tx, by.storeId, importId), 'import')
  const rows = await data.listFindings(tx, by.storeId, importId, after, limit + 1)
  const shown = rows.slice(0, limit).map(({ line, bad, findings }) => ({ line, bad, findings: findings.map((finding) => ({ ...finding, facts: { ...finding.facts } })) }))
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.line ?? null) : null }
}

import { found } from '../../../kernel/refusal.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import * as contract from '../contract.ts'
import * as data from '../data/imports.ts'
import { refuseKind } from './receive-file.ts'

const rowOf = ({ at, endedAt, personId: _, ...row }: data.ImportData): contract.ImportRow => ({ ...row, at: at.toISOString(), endedAt: endedAt?.toISOString() ?? null })

export async function listImports({ tx, by }: Reading, { query }: InputOf<typeof contract.listImports>): Promise<AnswerOf<typeof contract.listImports>> {
  const rows = await data.listImports(tx, by.storeId, query.after ?? null, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  return { rows: shown.map(rowOf), next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null }
}

/** What stands in a file is for those who may handle such things: names and phones are in it. */
export async function foundFor({ tx, by }: Reading, importId: string): Promise<data.ImportDetail> {
  const job = found(await data.findImport(tx, by.storeId, importId), 'import')
  refuseKind(by, contract.kindRights.import[job.kind])
  return job
}

export async function seeImport(reading: Reading, importId: string): Promise<contract.ImportView> {
  const { refusal, columns, preview, ...row } = await foundFor(reading, importId)
  return { ...rowOf(row), refusal: refusal === null ? null : { code: refusal.code, facts: { ...refusal.facts } }, columns: columns ?? [], preview: preview ?? [] }
}

export async function listFindings(reading: Reading, importId: string, { after, limit }: { after: number; limit: number }): Promise<AnswerOf<typeof contract.listFindings>> {
  const { tx, by } = reading
  await foundFor(reading, importId)
  const rows = await data.listFindings(tx, by.storeId, importId, after, limit + 1)
  const shown = rows.slice(0, limit).map(({ line, bad, findings }) => ({ line, bad, findings: findings.map((finding) => ({ ...finding, facts: { ...finding.facts } })) }))
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.line ?? null) : null }
}

import { found, invariant, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type * as contract from '../contract.ts'
import * as data from '../data/operations.ts'
import { findPatterns, findText } from '../domain/find-text.ts'
import { initialsOf } from './initials.ts'

export async function listOperations({ tx }: Reading, { query }: InputOf<typeof contract.listOperations>): Promise<AnswerOf<typeof contract.listOperations>> {
  const rows = await data.listOperations(tx, {
    patterns: findPatterns(query.find ?? ''), trade: query.trade ?? null, modelId: query.modelId ?? null, activeOnly: query.state === 'active',
    after: query.after ?? null, limit: query.limit + 1,
  })
  const shown = rows.slice(0, query.limit)
  return { rows: shown, next: rows.length > query.limit ? (shown.at(-1)?.code ?? null) : null }
}

export const seeOperation = async ({ tx }: Reading, operationId: string): Promise<data.OperationData> =>
  found(await data.findOperation(tx, operationId), 'labour operation')

type OperationWish = Omit<data.NewOperation, 'id' | 'initials' | 'findText'>

const searchable = ({ code, nameZh, nameEn }: Pick<OperationWish, 'code' | 'nameZh' | 'nameEn'>) => {
  const initials = initialsOf(nameZh)
  return { initials, findText: findText([code, initials, nameZh, nameEn]) }
}

/** Refuses a code that another operation has. Hours are thousandths. */
export async function addOperation(deed: Deed, wish: OperationWish): Promise<{ id: string; version: number }> {
  refuseIf(await data.findOperationByCode(deed.tx, wish.code) === null ? null : new Refusal('catalogue.code-taken', { code: wish.code }))
  const id = deed.newId()
  await data.insertOperations(deed.tx, [{ id, ...wish, ...searchable(wish) }])
  deed.record({ subject: 'labour-operation', subjectId: id, after: wish })
  deed.announce({ event: 'labour-operation.added', subjectId: id })
  return { id, version: 1 }
}

/** Orders keep the hours they were written with; only new lines take the changed ones. */
export async function changeOperation(deed: Deed, wish: Omit<OperationWish, 'code'> & { id: string; active: boolean; version: number }): Promise<{ version: number }> {
  const before = found(await data.lockOperation(deed.tx, wish.id), 'labour operation')
  refuseStale(before.version, wish.version)
  invariant(await data.updateOperation(deed.tx, { ...wish, ...searchable({ ...wish, code: before.code }) }) === 1, 'a locked labour operation changed under us')
  deed.record({ subject: 'labour-operation', subjectId: wish.id, before, after: wish })
  deed.announce({ event: 'labour-operation.changed', subjectId: wish.id })
  return { version: wish.version + 1 }
}

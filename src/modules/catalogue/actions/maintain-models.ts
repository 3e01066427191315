import { found, invariant, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type * as contract from '../contract.ts'
import * as data from '../data/models.ts'

export async function listModels({ tx }: Reading, { query }: InputOf<typeof contract.listModels>): Promise<AnswerOf<typeof contract.listModels>> {
  const rows = await data.listModels(tx, { find: query.find || null, activeOnly: query.state === 'active', after: query.after ?? null, limit: query.limit + 1 })
  const shown = rows.slice(0, query.limit)
  return { rows: shown, next: rows.length > query.limit ? (shown.at(-1)?.code ?? null) : null }
}

export const seeModel = async ({ tx }: Reading, modelId: string): Promise<data.ModelData> => found(await data.findModel(tx, modelId), 'model')

type ModelWish = Omit<data.ModelData, 'id' | 'active' | 'version'>

/** Refuses a code that another model has. */
export async function addModel(deed: Deed, wish: ModelWish): Promise<{ id: string; version: number }> {
  refuseIf(await data.findModelByCode(deed.tx, wish.code) === null ? null : new Refusal('catalogue.code-taken', { code: wish.code }))
  const id = deed.newId()
  await data.insertModels(deed.tx, [{ id, ...wish }])
  deed.record({ subject: 'model', subjectId: id, after: wish })
  deed.announce({ event: 'model.added', subjectId: id })
  return { id, version: 1 }
}

export async function changeModel(deed: Deed, wish: Omit<data.ModelData, 'code'>): Promise<{ version: number }> {
  const before = found(await data.lockModel(deed.tx, wish.id), 'model')
  refuseStale(before.version, wish.version)
  invariant(await data.updateModel(deed.tx, wish) === 1, 'a locked model changed under us')
  deed.record({ subject: 'model', subjectId: wish.id, before, after: wish })
  deed.announce({ event: 'model.changed', subjectId: wish.id })
  return { version: wish.version + 1 }
}

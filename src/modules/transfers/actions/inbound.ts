import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { listInbound as listRoute } from '../contract.ts'
import * as data from '../data/inbound.ts'

export async function listInbound({ tx, by, now }: Reading): Promise<AnswerOf<typeof listRoute>> {
  const today = localDay(now, by.timeZone)
  const rows = await data.listInbound(tx, by.storeId)
  return {
    rows: rows.map(({ at, personName, arrivesOn, dueFen, words, ...row }) => ({
      ...row, late: (arrivesOn ?? row.eta ?? today) < today, askedToday: at !== null && localDay(at, by.timeZone) === today,
      word: at === null || arrivesOn === null ? null : { at: at.toISOString(), personName: personName ?? '', arrivesOn, dueFen: dueFen ?? 0, words: words ?? '' },
    })),
  }
}

/** WHK-1.1: what the carrier said this morning. The word before stays on record. */
export async function noteInbound(deed: Deed, { subjectId, ...said }: { readonly subjectId: string; readonly arrivesOn: string; readonly dueFen: number; readonly words: string }): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const shipment = found((await data.listInbound(tx, by.storeId)).find((row) => row.subjectId === subjectId), 'shipment')
  refuseIf(said.arrivesOn < localDay(now, by.timeZone) ? new Refusal('transfers.eta-in-past') : null)
  const word = { ...said, id: deed.newId(), subject: shipment.subject, subjectId, at: now, personName: by.name }
  await data.insertWord(tx, by.storeId, word)
  deed.record({ subject: 'inbound-shipment', subjectId, after: { number: shipment.number, ...said } })
  deed.announce({ event: 'inbound.noted', subjectId })
  return { id: word.id }
}

import { Refusal } from '../../../kernel/refusal.ts'
import { findChecklist, type Checklist } from './checklists.ts'
import type { ProofPart } from './pack.ts'

/** What a store asks for instead of what the manual says: a record of its own words, or one of its checklists; with a photo where it wants one. */
export type ProofWish = { readonly photo: boolean } & ({ readonly kind: 'record'; readonly zh: string; readonly en: string } | { readonly kind: 'check'; readonly code: string })

/** What data proves stays proved by data: nobody may tick it off by a change of the manual. */
export function proofAsWished(wish: ProofWish, { provedByData, lists }: { readonly provedByData: boolean; readonly lists: readonly Checklist[] }): ProofPart[] | Refusal {
  if (provedByData) return new Refusal('duties.proved-by-data')
  const photo: ProofPart[] = wish.photo ? [{ kind: 'photo' }] : []
  if (wish.kind === 'record') return [{ kind: 'record', zh: wish.zh, en: wish.en === '' ? wish.zh : wish.en }, ...photo]
  const list = findChecklist(lists, wish.code)
  return list === null ? new Refusal('duties.file.no-checklist', { list: wish.code }) : [{ kind: 'check', zh: list.zh, en: list.en, code: list.code }, ...photo]
}

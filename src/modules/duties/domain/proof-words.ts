import { Refusal } from '../../../kernel/refusal.ts'
import { findChecklist, type Checklist } from './checklists.ts'
import type { ProofPart } from './pack.ts'

export type ProofsKnown = {
  readonly checklists: readonly Checklist[]
  /** Duties that data proves, with the words of their proof. */
  readonly proofs: ReadonlyMap<string, { readonly zh: string; readonly en: string }>
}

export type ReadProof = { readonly proof: readonly ProofPart[]; readonly provedBy: string | null }

/** `record`, `record: words`, `check: list`, `auto: duty`, `photo`, apart by semicolons; brackets instead of the colon as the ledger writes it. */
const part = /\s*(record|check|auto|photo)\s*(?:\(([^)]*)\)|[:：]\s*([^;；\n]*))?\s*(?:[;；\n]|$)/iy

function onePart(kind: string, words: string, { checklists, proofs }: ProofsKnown): ProofPart | Refusal {
  if (kind === 'photo') return { kind: 'photo' }
  if (kind === 'record') {
    const [zh = '', en = zh] = words.split('|').map((word) => word.trim())
    return words === '' ? { kind: 'record', zh: '记录', en: 'record' } : { kind: 'record', zh, en }
  }
  if (kind === 'check') {
    const list = findChecklist(checklists, words)
    return list === null ? new Refusal('duties.file.no-checklist', { list: words }) : { kind: 'check', zh: list.zh, en: list.en, code: list.code }
  }
  const proof = proofs.get(words)
  return proof === undefined ? new Refusal('duties.file.no-proof', { duty: words }) : { kind: 'auto', ...proof, code: words }
}

/** What closes a duty, as a file says it. One of the three must be there; of data proofs only one can close it. */
export function readProof(text: string, known: ProofsKnown): ReadProof | Refusal {
  if (text === '') return new Refusal('duties.file.empty')
  const proof: ProofPart[] = []
  part.lastIndex = 0
  while (part.lastIndex < text.length) {
    const from = part.lastIndex
    const match = part.exec(text)
    if (match === null) return new Refusal('duties.file.proof-unreadable', { part: text.slice(from, from + 60).trim() })
    const read = onePart((match[1] ?? '').toLowerCase(), (match[2] ?? match[3] ?? '').trim(), known)
    if (read instanceof Refusal) return read
    proof.push(read)
  }
  const autos = proof.flatMap((each) => (each.kind === 'auto' ? each.code ?? [] : []))
  if (autos.length > 1) return new Refusal('duties.file.proof-twice')
  if (proof.every(({ kind }) => kind === 'photo')) return new Refusal('duties.file.photo-alone')
  return { proof, provedBy: autos[0] ?? null }
}

import type { Tx } from '../../../platform/database.ts'
import type { Reading } from '../../../platform/deed.ts'
import { openWorkKinds, type OpenWorkKind } from '../domain/open-work.ts'

/** Order numbers, oldest first, at most a hundred. */
type NumbersOf = (tx: Tx, storeId: string, personId: string) => Promise<string[]>

const known = new Map<OpenWorkKind, NumbersOf>()

/** Later modules say what is still in somebody's hands. */
export function registerOpenWork(kinds: Readonly<Record<OpenWorkKind, NumbersOf>>): void {
  for (const kind of openWorkKinds) known.set(kind, kinds[kind])
}

/** What somebody who leaves would leave undone; it is passed on before his last day, and shown where his leaving is entered. */
export async function openWorkOf({ tx, by }: Reading, personId: string): Promise<{ kinds: { kind: OpenWorkKind; numbers: string[] }[] }> {
  const kinds: { kind: OpenWorkKind; numbers: string[] }[] = []
  for (const [kind, numbersOf] of known) kinds.push({ kind, numbers: await numbersOf(tx, by.storeId, personId) })
  return { kinds: kinds.filter(({ numbers }) => numbers.length > 0) }
}

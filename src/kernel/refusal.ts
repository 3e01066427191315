/** Facts that the sentence of a refusal names: "Only {free} left in this bin." Several names stay a list until a language sets them one after the other. */
export type Facts = Readonly<Record<string, string | number | readonly string[]>>

/** A normal 'no' to a person: a stable code, and facts for the sentence in the module's texts. Never thrown by itself. */
export class Refusal {
  readonly code: string
  readonly facts: Facts
  constructor(code: string, facts: Facts = {}) {
    this.code = code
    this.facts = facts
  }
}

/** Carries a refusal out of an action; the transaction rolls back and the person reads the sentence. */
export class RefusedError extends Error {
  readonly refusal: Refusal
  /** HTTP status; 422 unless the refusal is about identity, presence or a stale version. */
  readonly status: number
  constructor(refusal: Refusal, status = 422) {
    super(refusal.code)
    this.name = 'RefusedError'
    this.refusal = refusal
    this.status = status
  }
}

/** Our own mistake, not the person's: the transaction ends and the log gets the story. */
export class BrokenInvariant extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BrokenInvariant'
  }
}

export function refuse(refusal: Refusal): never {
  throw new RefusedError(refusal)
}

export function refuseIf(refusal: Refusal | null): void {
  if (refusal !== null) throw new RefusedError(refusal)
}

export function invariant(holds: boolean, message: string): asserts holds {
  if (!holds) throw new BrokenInvariant(message)
}

/** 'Not there' and 'not yours' are the same answer, so that nobody can guess (reliability P2). */
export function found<T>(row: T | null | undefined, what: string): T {
  if (row === null || row === undefined) throw new RefusedError(new Refusal('platform.not-found', { what }), 404)
  return row
}

export const staleCode = 'platform.changed-meanwhile'

/** Two people never overwrite each other unseen (reliability P8). */
export function refuseStale(current: number, seen: number): void {
  if (current !== seen) throw new RefusedError(new Refusal(staleCode, { current }), 409)
}

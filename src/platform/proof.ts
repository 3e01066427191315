import type { Tx } from './database.ts'

/** What a duty's proof is asked about. */
export type ProofQuestion = {
  readonly storeId: string
  /** The time of the instance: from when it opened to when it is due (a standing figure: the store's day so far). */
  readonly from: Date
  readonly until: Date
  /** Whose duty it is; null when the position owes it. */
  readonly holderId: string | null
  /** What the event was about. */
  readonly subjectId: string | null
  /** What it was about, in the words of who told it. */
  readonly subjectName?: string
}

/** Whose work a record was; some keep the name alone. */
export type Doer = { readonly id?: string; readonly name: string }

/** `figure` of `target`, and the records behind it (a few of them, as addresses of pages). `nothing`: it is met because there was nothing to do. `doers`: who made it so, where the records say it. */
export type ProofAnswer = { readonly met: boolean; readonly figure: number; readonly target: number; readonly references: readonly string[]; readonly nothing?: boolean; readonly doers?: readonly Doer[] }

/** Business data that closes a duty without anybody ticking a box; registered by the module that owns the data. */
export type Proof = {
  /** A thing to be done is settled as soon as it is met; a state that must hold is judged at its deadline. */
  readonly settles: 'when-met' | 'at-deadline'
  /** It counts what happened between `from` and `until`: what was met by the deadline was in time, whenever that is noticed. */
  readonly timed?: boolean
  /** Where the work is done. */
  readonly page: string
  evaluate(tx: Tx, question: ProofQuestion): Promise<ProofAnswer>
}

/** By the id of the duty. */
export type Proofs = Readonly<Record<string, Proof>>

/** Nothing of the kind may be left: met at zero. `doers`: whose work it is that nothing is. */
export const noneLeft = (rows: readonly string[], doers: readonly Doer[] = []): ProofAnswer => ({ met: rows.length === 0, figure: rows.length, target: 0, references: rows.slice(0, 20), doers })

/** The same of things that need not be there at all: where there were none in the time, there was nothing to do. */
export const noneLeftOf = (rows: readonly string[], were: boolean, doers: readonly Doer[] = []): ProofAnswer => ({ ...noneLeft(rows, doers), nothing: rows.length === 0 && !were })

/** Of all there were, how many had it; of none there was nothing to do. */
export const allOf = (had: number, all: number): ProofAnswer => ({ met: had === all, figure: had, target: all, references: [], nothing: all === 0 })

import type { Goal } from '../prove/goals.ts'

export type { Goal }

export type Outcome = {
  readonly attack: string
  readonly seconds: number
  /** What was tried and how often, one sentence each, with the goal it stands for. */
  readonly facts: readonly (readonly [Goal, string])[]
  /** What did not hold. */
  readonly faults: readonly (readonly [Goal, string])[]
}

export type Log = {
  fact(goal: Goal, sentence: string): void
  fault(goal: Goal, sentence: string): void
  /** A fault unless it holds; answers whether it did. */
  holds(goal: Goal, held: boolean, otherwise: () => string): boolean
}

/** Runs one attack and keeps what it says; that it broke off is a fault of its own. */
export async function outcomeOf(attack: string, goal: Goal, work: (log: Log) => Promise<void>): Promise<Outcome> {
  const began = performance.now()
  const facts: (readonly [Goal, string])[] = []
  const faults: (readonly [Goal, string])[] = []
  const log: Log = {
    fact: (of, sentence) => { facts.push([of, sentence]) },
    fault: (of, sentence) => { faults.push([of, sentence]) },
    holds: (of, held, otherwise) => {
      if (!held) faults.push([of, otherwise()])
      return held
    },
  }
  await work(log).catch((cause: unknown) => { faults.push([goal, `broke off: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`]) })
  return { attack, seconds: (performance.now() - began) / 1_000, facts, faults }
}

/** "200 × 12, 403 × 3". */
export const tallied = (words: Iterable<string>): string =>
  [...Map.groupBy(words, (word) => word)].toSorted(([one], [other]) => one.localeCompare(other)).map(([word, all]) => `${word} × ${String(all.length)}`).join(', ')

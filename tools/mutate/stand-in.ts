import fc from 'fast-check'
import { expect } from 'vitest'

// Stands where the tests of rules ask for vitest: the same `expect`, a `test` that waits until it is called.
export type WaitingTest = { readonly name: string; readonly run: () => unknown }

const waiting: WaitingTest[] = []

const each = (rows: readonly unknown[]) => (name: string, run: (...values: readonly unknown[]) => unknown): void => {
  for (const row of rows) test(name, () => (Array.isArray(row) ? run(...(row as readonly unknown[])) : run(row)))
}

const test = Object.assign((name: string, run: () => unknown): void => { waiting.push({ name, run }) }, { each })

/** The tests that the files read since the last call contain. */
export const testsRead = (): WaitingTest[] => waiting.splice(0)

// The same chance in every run; the first example that fails is enough, nobody reads the smallest one.
fc.configureGlobal({ seed: 20_261_129, endOnFailure: true })

export { expect, test }

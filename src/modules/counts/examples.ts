import type { Example } from '../../platform/example.ts'
import type { Route } from '../../platform/contract.ts'

export const countExamples: readonly (readonly [Route, Example])[] = []

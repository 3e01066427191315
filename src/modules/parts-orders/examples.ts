import type { Route } from '../../platform/contract.ts'
import type { Example } from '../../platform/example.ts'

export const partsOrderExamples: readonly (readonly [Route, Example])[] = []

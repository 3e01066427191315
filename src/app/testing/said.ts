import { expect } from 'vitest'
import type { Answer } from './test-server.ts'

/** What a deed that succeeded said; a refusal shows its code. */
export function done({ status, body }: Answer): Record<string, unknown> {
  // Some answers have a code of their own (a picture, a receipt): only a problem's counts.
  expect({ status, code: status === 200 ? undefined : body['code'] }).toEqual({ status: 200, code: undefined })
  return body
}

/** The code of a refusal. */
export const code = ({ body }: Answer): unknown => body['code']

import { expect, test } from 'vitest'
import { BrokenInvariant, found, invariant, refuse, refuseIf, refuseStale, Refusal, RefusedError } from './refusal.ts'

/** What a call throws; null where it goes through. */
function thrownBy(call: () => unknown): unknown {
  try {
    call()
    return null
  } catch (cause) {
    return cause
  }
}

test('a refusal reaches the person with its code, its facts and status 422, unless it says otherwise', () => {
  const refusal = new Refusal('stock.not-enough', { free: 2 })
  for (const cause of [thrownBy(() => refuse(refusal)), thrownBy(() => refuseIf(refusal))]) {
    expect(cause).toBeInstanceOf(RefusedError)
    expect(cause).toMatchObject({ name: 'RefusedError', message: 'stock.not-enough', status: 422, refusal: { code: 'stock.not-enough', facts: { free: 2 } } })
  }
  expect(thrownBy(() => refuseIf(null))).toBeNull()
  expect(new RefusedError(refusal, 403).status).toBe(403)
})

test('our own mistake stops loudly and is no refusal', () => {
  expect(thrownBy(() => invariant(true, 'never said'))).toBeNull()
  const cause = thrownBy(() => invariant(false, 'a locked lot changed under us'))
  expect(cause).toBeInstanceOf(BrokenInvariant)
  expect(cause).toMatchObject({ name: 'BrokenInvariant', message: 'a locked lot changed under us' })
})

test("what is not there and what is not yours are the same 404 (reliability P2)", () => {
  for (const nothing of [null, undefined]) {
    expect(thrownBy(() => found(nothing, 'repair order'))).toMatchObject({ status: 404, refusal: { code: 'platform.not-found', facts: { what: 'repair order' } } })
  }
  expect(found(0, 'count')).toBe(0)
  expect(found('', 'note')).toBe('')
})

test('who saw an older version is told so with 409 (reliability P8)', () => {
  expect(thrownBy(() => refuseStale(3, 3))).toBeNull()
  for (const seen of [2, 4]) expect(thrownBy(() => refuseStale(3, seen))).toMatchObject({ status: 409, refusal: { code: 'platform.changed-meanwhile', facts: { current: 3 } } })
})

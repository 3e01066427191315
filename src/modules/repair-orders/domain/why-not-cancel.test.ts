import { expect, test } from 'vitest'
import { whyNotCancel } from './why-not-cancel.ts'

const untouched = { status: 'arrived' as const, reason: '客户改期', issued: 0, clockedMinutes: 0, diagnosisAuthorised: false }

test.each([
  [{}, undefined],
  [{ status: 'in_work' as const }, undefined],
  [{ reason: '  ' }, 'repair-orders.cancel-needs-reason'],
  [{ status: 'ready' as const }, 'repair-orders.too-late-to-cancel'],
  [{ status: 'cancelled' as const }, 'repair-orders.too-late-to-cancel'],
  [{ issued: 1 }, 'repair-orders.parts-still-out'],
  [{ clockedMinutes: 1 }, 'repair-orders.work-done'],
  [{ diagnosisAuthorised: true }, 'repair-orders.diagnosis-authorised'],
])('cancelling with %j: %s', (change, code) => {
  expect(whyNotCancel({ ...untouched, ...change })?.code).toBe(code)
})

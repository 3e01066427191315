import { expect, test } from 'vitest'
import { kindsForTrade, stateOf, whyNotQualified, whyNotRecord, type Certificate } from './certificates.ts'

const of = (personId: string, kind: Certificate['kind'], validUntil = '2027-03-31'): Certificate => ({ personId, kind, validFrom: '2025-01-01', validUntil })
const kept = [of('li', 'mechanical'), of('wu', 'electrical', '2026-11-22'), of('qi', 'inspection')]
const on = (personId: string, day = '2026-11-23') => ({ personId, name: personId, day, kept })

test('work of a trade is for who holds a valid certificate of it; a diagnosis for either of two', () => {
  expect(whyNotQualified(kindsForTrade('mechanical'), on('li'))).toBeNull()
  expect(whyNotQualified(kindsForTrade('mechanical'), on('wu'))?.code).toBe('qualifications.no-certificate')
  expect(whyNotQualified(kindsForTrade('electrical'), on('wu', '2026-11-22'))).toBeNull()
  expect(whyNotQualified(kindsForTrade('electrical'), on('wu'))).toMatchObject({ code: 'qualifications.certificate-over', facts: { day: '2026-11-22' } })
  expect(whyNotQualified(kindsForTrade('diagnosis'), on('li'))).toBeNull()
  expect(whyNotQualified(['inspection'], on('li'))?.code).toBe('qualifications.no-certificate')
})

test('what nobody keeps certificates of, binds nobody; washing never does', () => {
  expect(whyNotQualified(kindsForTrade('paint'), on('li'))).toBeNull()
  expect(whyNotQualified(kindsForTrade('wash'), on('li'))).toBeNull()
  expect(whyNotQualified(kindsForTrade(null), on('li'))).toBeNull()
})

test('high voltage is for who is certified, also in a store that keeps no certificate yet', () => {
  expect(whyNotQualified(kindsForTrade('high-voltage'), { ...on('li'), kept: [] })?.code).toBe('qualifications.no-certificate')
  expect(whyNotQualified(kindsForTrade('high-voltage'), { ...on('li'), kept: [of('li', 'electrical'), of('zhao', 'high-voltage')] })?.code).toBe('qualifications.no-certificate')
  expect(whyNotQualified(kindsForTrade('high-voltage'), { ...on('li'), kept: [of('li', 'high-voltage')] })).toBeNull()
})

test('a certificate is renewed in its last sixty days, and over after its last day', () => {
  const until = (validUntil: string) => stateOf({ validFrom: '2025-01-01', validUntil }, '2026-11-23')
  expect(['2026-11-22', '2026-11-23', '2027-01-21', '2027-01-22'].map(until)).toEqual(['over', 'renew', 'renew', 'valid'])
  expect(stateOf({ validFrom: '2026-11-24', validUntil: '2028-01-01' }, '2026-11-23')).toBe('not-yet')
})

test.each([
  [{}, undefined], [{ number: ' ' }, 'qualifications.number-missing'], [{ validUntil: '2024-12-31' }, 'qualifications.ends-before-begin'], [{ taken: true }, 'qualifications.number-taken'],
])('recording with %j: %s', (change, code) => {
  expect(whyNotRecord({ number: 'SH-1', validFrom: '2025-01-01', validUntil: '2026-12-31', taken: false, ...change })?.code).toBe(code)
})

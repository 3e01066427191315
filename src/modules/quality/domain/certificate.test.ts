import { expect, test } from 'vitest'
import { needsCertificate, whyNotIssue, whyNotVoid, widestKind, type IssueFacts } from './certificate.ts'

const facts: IssueFacts = { status: 'ready', needed: true, hasValid: false, passedBy: 'qci', personId: 'qci' }
const code = (change: Partial<IssueFacts>) => whyNotIssue({ ...facts, ...change })?.code ?? null

test('overhaul and second-level maintenance leave with a certificate, minor repairs without', () => {
  expect([needsCertificate([]), needsCertificate(['minor']), needsCertificate(['minor', 'second-maintenance']), needsCertificate(['overhaul'])]).toEqual([false, false, true, true])
  expect(widestKind(['minor', 'second-maintenance', 'overhaul'])).toBe('overhaul')
})

test('the inspector who passed the car issues it, once, before the delivery', () => {
  expect([code({}), code({ status: 'settled' }), code({ needed: false }), code({ hasValid: true }), code({ passedBy: null }), code({ status: 'delivered' }), code({ personId: 'wss' })])
    .toEqual([null, null, 'quality.no-certificate-needed', 'quality.certificate-exists', 'quality.not-passed', 'quality.not-passed', 'quality.not-your-inspection'])
})

test('a certificate is voided once, with the reason', () => {
  expect([whyNotVoid({ voided: true, reason: 'x' })?.code, whyNotVoid({ voided: false, reason: ' ' })?.code, whyNotVoid({ voided: false, reason: 'x' })]).toEqual(['quality.voided-already', 'quality.reason-missing', null])
})

import { Refusal } from '../../../kernel/refusal.ts'
import type { RepairKind } from '../../catalogue/domain/kinds.ts'
import type { Status } from '../../repair-orders/domain/life.ts'

/** The law asks for a certificate after overhaul of the car or an assembly and after second-level maintenance (机动车维修管理规定; practice.md, 7.2). */
export const needsCertificate = (kinds: readonly RepairKind[]): boolean => kinds.some((kind) => kind !== 'minor')

/** What stands on the certificate: the widest kind. */
export const widestKind = (kinds: readonly RepairKind[]): RepairKind => (kinds.includes('overhaul') ? 'overhaul' : kinds.includes('second-maintenance') ? 'second-maintenance' : 'minor')

export type IssueFacts = {
  readonly status: Status; readonly needed: boolean; readonly hasValid: boolean
  /** Who signed the last final inspection as passed. */
  readonly passedBy: string | null
  readonly personId: string
}

/** Null means the certificate may be issued: by the inspector who let the car pass. */
export function whyNotIssue(facts: IssueFacts): Refusal | null {
  if (!facts.needed) return new Refusal('quality.no-certificate-needed')
  if (facts.hasValid) return new Refusal('quality.certificate-exists')
  if (facts.passedBy === null || !['ready', 'settled'].includes(facts.status)) return new Refusal('quality.not-passed')
  return facts.passedBy === facts.personId ? null : new Refusal('quality.not-your-inspection')
}

export function whyNotVoid({ voided, reason }: { readonly voided: boolean; readonly reason: string }): Refusal | null {
  if (voided) return new Refusal('quality.voided-already')
  return reason.trim() === '' ? new Refusal('quality.reason-missing') : null
}

import type { Tone } from '../../../ui-kit/tag.tsx'
import type { InquiryStatus } from '../domain/inquiry.ts'
import type { LineKind } from '../domain/matching.ts'
import type { LineState, StatementStatus } from '../domain/statement.ts'

export const statementTones: Readonly<Record<StatementStatus, Tone>> = { open: 'active', closed: 'info', asked: 'warn', signed: 'settle', paid: 'done', discarded: 'neutral' }
export const kindTones: Readonly<Record<LineKind, Tone>> = { equal: 'done', quantity: 'warn', price: 'warn', unknown: 'danger', missing: 'danger' }
export const stateTones: Readonly<Record<Exclude<LineState, 'settled'>, Tone>> = { open: 'danger', 'taken-up': 'warn' }
export const inquiryTones: Readonly<Record<InquiryStatus, Tone>> = { open: 'active', decided: 'done', dropped: 'neutral' }

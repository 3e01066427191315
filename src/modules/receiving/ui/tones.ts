import type { Tone } from '../../../ui-kit/tag.tsx'
import type { ReceiptStatus } from '../domain/receipt.ts'

export const receiptTones: Readonly<Record<ReceiptStatus, Tone>> = { counting: 'active', posted: 'done', reversed: 'danger', discarded: 'neutral' }

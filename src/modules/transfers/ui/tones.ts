import type { Tone } from '../../../ui-kit/tag.tsx'
import type { TransferStatus } from '../domain/transfer.ts'

export const transferTones: Readonly<Record<TransferStatus, Tone>> = { asked: 'warn', agreed: 'active', refused: 'danger', withdrawn: 'warn', cancelled: 'neutral', shipped: 'info', closed: 'done' }

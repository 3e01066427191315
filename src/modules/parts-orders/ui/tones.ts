import type { Tone } from '../../../ui-kit/tag.tsx'
import type { OrderStatus } from '../domain/order.ts'

export const orderTones: Readonly<Record<OrderStatus, Tone>> = { draft: 'neutral', submitted: 'info', confirmed: 'active', closed: 'done', cancelled: 'neutral' }

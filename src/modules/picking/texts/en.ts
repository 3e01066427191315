import type { zh } from './zh-CN.ts'

export const en: Record<keyof typeof zh, string> = {
  'picking.title': 'Picking',
  'picking.not-in-work': 'The order is not authorised or the work is finished: no parts leave the store.',
  'picking.more-than-authorised': 'More of "{part}" than was authorised; {open} are still open.',
  'picking.already-settled': 'The order is settled; nothing can come back. Reverse the settlement first.',
  'picking.line-twice': 'A line stands only once in one issue.',
}

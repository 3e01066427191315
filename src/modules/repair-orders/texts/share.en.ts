import type { shareZh } from './share.zh-CN.ts'

export const shareEn: Record<keyof typeof shareZh, string> = {
  'repair-orders.share': 'Shares',
  'repair-orders.add-share': 'Add a payer',
  'repair-orders.remove-share': 'Take the share away',
  'repair-orders.share-kind': 'How',
  'repair-orders.share-kind.share': 'Percent',
  'repair-orders.share-kind.amount': 'Amount',
  'repair-orders.share-kind.deductible': 'Deductible',
  'repair-orders.share-percent': 'Percent',
  'repair-orders.share-value': 'Amount',
  'repair-orders.share-hint': 'The main payer takes the rest, and the odd fen.',
  'repair-orders.share-payer-twice': 'A payer stands once, and not beside himself as the main payer.',
  'repair-orders.share-missing': 'Fill in the percent or the amount of the share.',
  'repair-orders.deductible-of-insurer': 'A deductible belongs to a line that the insurer pays, and goes to the customer.',
  'repair-orders.shares-above-line': 'The shares are more than the line, ¥{whole}.',
}

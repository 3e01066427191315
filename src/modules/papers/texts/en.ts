import type { zh } from './zh-CN.ts'

export const en: Record<keyof typeof zh, string> = {
  'papers.title': 'Papers handed out',
  'papers.of-order': 'Papers handed out',
  'papers.none': 'No paper was handed out yet.',
  'papers.none-found': 'No paper fits.',
  'papers.find': 'Number begins with',
  'papers.kind': 'Kind of paper',
  'papers.all-kinds': 'All kinds',
  'papers.number': 'Number',
  'papers.handed-out': 'Handed out',
  'papers.by': 'By',
  'papers.in-english': 'English',
  'papers.kept-hint': 'The same content is kept once; what opens is the copy that was handed out.',
  'papers.kind.quote': 'Quote', 'papers.kind.work-authorisation': 'Work authorisation', 'papers.kind.picking-list': 'Picking list', 'papers.kind.settlement-statement': 'Settlement statement',
  'papers.kind.reminder-card': 'Reminder card', 'papers.kind.part-label': 'Part label', 'papers.kind.completion-certificate': 'Completion certificate', 'papers.kind.courtesy-agreement': 'Courtesy car agreement',
  'papers.kind.quality-sheet': 'Quality sheet', 'papers.kind.reception-sheet': 'Reception sheet', 'papers.kind.added-work-confirmation': 'Added work confirmation', 'papers.kind.return-slip': 'Return slip',
  'papers.kind.monthly-statement': 'Monthly statement', 'papers.kind.count-sheet': 'Count sheet', 'papers.kind.manager-week': 'Manager’s week', 'papers.kind.meeting-minutes': 'Minutes of a meeting', 'papers.kind.scrap-application': 'Scrap application', 'papers.kind.packing-list': 'Packing list', 'papers.kind.goods-receipt': 'Goods receipt', 'papers.kind.iou': 'IOU', 'papers.kind.labels': 'Labels', 'papers.kind.supplier-return-slip': 'Supplier return slip', 'papers.kind.payment-request': 'Payment request',
}

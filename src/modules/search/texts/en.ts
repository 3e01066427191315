import type { zh } from './zh-CN.ts'

export const en: Record<keyof typeof zh, string> = {
  'search.title': 'Search',
  'search.hint': 'Plate, VIN or phone tail, name, order or part number',
  'search.kind.order': 'Repair orders',
  'search.kind.vehicle': 'Vehicles',
  'search.kind.customer': 'Customers',
  'search.kind.part': 'Parts',
  'search.kind.sale': 'Counter sales',
}

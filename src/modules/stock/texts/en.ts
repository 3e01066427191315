import type { zh } from './zh-CN.ts'

export const en: Record<keyof typeof zh, string> = {
  'stock.title': 'Stock',
  'stock.not-enough': 'Not enough of "{part}": {free} free, {asked} asked. Order or transfer first.',
  'stock.reserved-elsewhere': '{free} of "{part}" free; {reserved} more are reserved for other jobs. Ask the parts supervisor to re-allot.',
  'stock.lot-not-here': 'The scanned lot is not on a shelf. Check the label.',
  'stock.older-lot-first': 'First in, first out: take the lot of {day} in bin {bin} first.',
  'stock.more-than-issued': 'More than was handed out ({issued}).',
  'stock.not-a-bin': '"{bin}" is not a bin for parts, or is closed.',
  'stock.received-in-future': 'The day of receipt {day} lies in the future.',
  'stock.not-a-receipt': 'This is not a receipt; it cannot be taken back.',
  'stock.already-taken-back': 'This receipt was taken back already.',
  'stock.lot-already-used': 'Part of this lot was handed out or moved; it cannot be taken back as a whole.',
}

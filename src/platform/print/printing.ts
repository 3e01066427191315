import { createHash } from 'node:crypto'
import type { Language } from '../../kernel/texts.ts'
import { wallTime, type LocalDay } from '../../kernel/time.ts'
import type { DocumentData, DocumentKind, Letterhead } from './documents.ts'
import { printDocument } from './print.ts'

/** A document that is ready to be printed: what, in which language, under which file name, and the hash of what it says. */
export type Printing = {
  readonly kind: DocumentKind
  readonly language: Language
  readonly name: string
  /** The visit it belongs to. */
  readonly orderId: string | null
  /** The moment of printing is no part of it: the same said again is the same paper. */
  readonly facts: string
  print(): Promise<Uint8Array>
}

export function printing<Kind extends DocumentKind>(kind: Kind, language: Language, name: string, data: DocumentData[Kind], orderId: string | null = null): Printing {
  const said = JSON.stringify([kind, language, name, { ...data, printedAt: '' }])
  return { kind, language, name, orderId, facts: createHash('sha256').update(said).digest('hex'), print: () => printDocument(kind, language, data) }
}

/** Labels are stuck on, not handed out; what is internal and made anew each time is not kept either. */
const passing: readonly DocumentKind[] = ['part-label', 'labels', 'count-sheet', 'manager-week']

export const isKept = ({ kind }: Printing): boolean => !passing.includes(kind)

type PrintedBy = { readonly nameZh: string; readonly nameEn: string; readonly address: string; readonly phone: string }

/** Who issues the paper, and the day that it bears. */
export const letterhead = (store: PrintedBy, language: Language, documentDate: LocalDay): Letterhead =>
  ({ store: { name: language === 'en' ? store.nameEn : store.nameZh, address: store.address, phone: store.phone }, documentDate })

/** Moments on paper: '2026-11-24 08:30' in the store's zone, the same in both languages. */
export const printedMoment = (at: Date | null, timeZone: string): string => (at === null ? '' : wallTime(at, timeZone).replace('T', ' '))

import type { Language } from '../../kernel/texts.ts'
import { wallTime } from '../../kernel/time.ts'
import type { DocumentData, DocumentKind } from './documents.ts'
import { printDocument } from './print.ts'

/** A document that is ready to be printed: what, in which language, with which data, under which file name. */
export type Printing = { readonly name: string; print(): Promise<Uint8Array> }

export const printing = <Kind extends DocumentKind>(kind: Kind, language: Language, name: string, data: DocumentData[Kind]): Printing =>
  ({ name, print: () => printDocument(kind, language, data) })

/** Moments on paper: '2026-11-24 08:30' in the store's zone, the same in both languages. */
export const printedMoment = (at: Date | null, timeZone: string): string => (at === null ? '' : wallTime(at, timeZone).replace('T', ' '))

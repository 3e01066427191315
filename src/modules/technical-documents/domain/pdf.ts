import { Refusal } from '../../../kernel/refusal.ts'

/** A workshop manual's chapter; the file store keeps it for good. */
export const mostPdfBytes = 20 * 1_024 * 1_024

const start = 1_024
/** What makes a paper act by itself. Names in compressed parts are not seen: it is downloaded, never shown as a page of ours. */
const acting = /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia)\b/

/** Null means these bytes are a whole PDF that does nothing but show itself; its name says nothing about it. */
export function whyNotPdf(bytes: Uint8Array): Refusal | null {
  const text = new TextDecoder('latin1').decode(bytes)
  if (!text.startsWith('%PDF-') || !text.slice(-start).includes('%%EOF')) return new Refusal('technical-documents.not-a-pdf')
  return acting.test(text) ? new Refusal('technical-documents.pdf-acts') : null
}

import { Refusal } from '../../../kernel/refusal.ts'

/** A workshop manual's chapter; the file store keeps it for good. */
export const mostPdfBytes = 20 * 1_024 * 1_024

/** The end mark of a PDF stands within its last kilobyte. */
const endWithin = 1_024
/** What makes a paper act by itself. Names in compressed parts are not seen: it is downloaded, never shown as a page of ours. */
const acting = ['JavaScript', 'JS', 'Launch', 'EmbeddedFile', 'RichMedia']
const slash = 0x2f

const standsAt = (bytes: Uint8Array, word: string, at: number): boolean => [...word].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

/** A letter or digit goes on with a name: /JSX is not /JS. */
const goesOn = (byte: number | undefined): boolean => byte !== undefined && /[A-Za-z0-9]/.test(String.fromCharCode(byte))

function acts(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(slash); at !== -1; at = bytes.indexOf(slash, at + 1)) {
    if (acting.some((name) => standsAt(bytes, name, at + 1) && !goesOn(bytes[at + 1 + name.length]))) return true
  }
  return false
}

function ends(bytes: Uint8Array): boolean {
  for (let at = Math.max(0, bytes.length - endWithin); at < bytes.length; at += 1) if (standsAt(bytes, '%%EOF', at)) return true
  return false
}

/** Null means these bytes are a whole PDF that does nothing but show itself; its name says nothing about it. */
export function whyNotPdf(bytes: Uint8Array): Refusal | null {
  if (!standsAt(bytes, '%PDF-', 0) || !ends(bytes)) return new Refusal('technical-documents.not-a-pdf')
  return acts(bytes) ? new Refusal('technical-documents.pdf-acts') : null
}

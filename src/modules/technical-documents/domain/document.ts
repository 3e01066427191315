import { Refusal } from '../../../kernel/refusal.ts'

export const documentKinds = ['manual', 'wiring', 'torque', 'bulletin', 'assessment', 'other'] as const
/** The house's own written rules of certification and assessment: whom they bind says that he has read them (WSS-2.10). */
export const assessmentRules = 'assessment' satisfies TechnicalKind
export type TechnicalKind = (typeof documentKinds)[number]

/** Null means a document written here may be kept: a note or an address, not both. */
export function whyNotKeep({ note, link }: { readonly note: string; readonly link: string }): Refusal | null {
  if (note.trim() === '' && link.trim() === '') return new Refusal('technical-documents.empty')
  if (note.trim() !== '' && link.trim() !== '') return new Refusal('technical-documents.two-forms')
  return link.trim() === '' || link.trim().startsWith('https://') ? null : new Refusal('technical-documents.not-an-address')
}

export const whyNotWithdraw = ({ withdrawn, reason }: { readonly withdrawn: boolean; readonly reason: string }): Refusal | null =>
  withdrawn ? new Refusal('technical-documents.withdrawn-already') : reason.trim() === '' ? new Refusal('technical-documents.reason-missing') : null

/** Null means one may say that he has read it: it is in use, and he has not said so before. */
export const whyNotRead = ({ withdrawn, read }: { readonly withdrawn: boolean; readonly read: boolean }): Refusal | null =>
  withdrawn ? new Refusal('technical-documents.withdrawn-already') : read ? new Refusal('technical-documents.read-already') : null

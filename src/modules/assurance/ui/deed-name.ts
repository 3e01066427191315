import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import type { AuditEntry } from '../contract.ts'
import { assuranceTexts } from './texts.ts'

/** Shows only the entries of one person, or of one record. */
export type AuditFocus = { readonly personId?: string; readonly subjectId?: string }

/** The trade's word for what was done; what no route does shows its own name. */
export function useDeedName(): (entry: Pick<AuditEntry, 'deed' | 'operation'>) => string {
  const english = useLanguage() === 'en'
  return ({ deed, operation }) => (deed === null ? operation : english ? deed.en : deed.zh)
}

const isNamed = (key: string): key is keyof typeof assuranceTexts.zh => key in assuranceTexts.zh

/** What the entry is about, in the trade's words; what nobody named keeps its code. */
export function useSubjectName(): (subject: string) => string {
  const t = useTexts(assuranceTexts.zh, assuranceTexts.en)
  return (subject) => {
    const key = `assurance.subject.${subject}`
    return isNamed(key) ? t(key) : subject
  }
}

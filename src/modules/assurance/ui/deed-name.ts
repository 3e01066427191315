import { useLanguage } from '../../../platform/web/language.tsx'
import type { AuditEntry } from '../contract.ts'

/** Shows only the entries of one person, or of one record. */
export type AuditFocus = { readonly personId?: string; readonly subjectId?: string }

/** The trade's word for what was done; what no route does shows its own name. */
export function useDeedName(): (entry: Pick<AuditEntry, 'deed' | 'operation'>) => string {
  const english = useLanguage() === 'en'
  return ({ deed, operation }) => (deed === null ? operation : english ? deed.en : deed.zh)
}

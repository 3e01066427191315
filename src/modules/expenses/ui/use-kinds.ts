import { useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage } from '../../../platform/web/language.tsx'
import { seeRule } from '../contract.ts'

/** Names of all kinds, and those in use to choose from. */
export function useKinds(): { nameOf: (code: string) => string; choices: { value: string; text: string }[] } {
  const english = useLanguage() === 'en'
  const kinds = useReading(seeRule, {}).data?.kinds ?? []
  const named = kinds.map(({ code, zh, en, active }) => ({ value: code, text: english ? en : zh, active }))
  return { nameOf: (code) => named.find(({ value }) => value === code)?.text ?? code, choices: named.filter(({ active }) => active).map(({ value, text }) => ({ value, text })) }
}

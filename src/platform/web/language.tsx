import { use, useMemo, useSyncExternalStore } from 'react'
import type { Facts, Refusal } from '../../kernel/refusal.ts'
import { fill, listIn, type Language, type Texts } from '../../kernel/texts.ts'
import { unitIn } from '../../kernel/units.ts'
import { currentLanguage, onLanguage } from './language-choice.ts'
import { momentsIn, type Moments } from './moments.ts'
import { SessionContext } from './session.tsx'

export const useLanguage = (): Language => useSyncExternalStore(onLanguage, currentLanguage)

export type Translate<Key extends string> = {
  (key: Key, facts?: Facts): string
  /** The sentence of a refusal that the screen's own rule gave; null stays null. */
  refusal(refusal: Refusal | null): string | null
  /** Names one after the other, as the language sets them. */
  list(names: readonly string[]): string
  /** What is said, after what it is. */
  named(what: string, said: string): string
  /** A stock unit of the parts master, as people read it. */
  unit(unit: string): string
}

/** Typed texts of a module: an unknown key does not compile. */
export function useTexts<Key extends string>(zh: Readonly<Record<Key, string>>, en: Readonly<Record<Key, string>>): Translate<Key> {
  const language = useLanguage()
  return useMemo(() => {
    const texts: Texts = language === 'en' ? en : zh
    const translate = (key: Key, facts?: Facts): string => fill(texts[key] ?? key, facts, language)
    const refusal = (known: Refusal | null): string | null => (known === null ? null : fill(texts[known.code] ?? known.code, known.facts, language))
    const list = (names: readonly string[]): string => listIn(language, names)
    const named = (what: string, said: string): string => `${what}${language === 'en' ? ': ' : '：'}${said}`
    return Object.assign(translate, { refusal, list, named, unit: (unit: string): string => unitIn(language, unit) })
  }, [language, zh, en])
}

/** Moments as the store reads them, by its own time zone. Who is not signed in (a customer with his link) is told the store's. */
export function useMoments(storesZone?: string): Moments {
  const language = useLanguage()
  const session = use(SessionContext)
  const timeZone = storesZone ?? session?.store.timeZone ?? 'Asia/Shanghai'
  return useMemo(() => momentsIn(language, timeZone), [language, timeZone])
}

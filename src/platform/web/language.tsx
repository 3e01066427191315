import { use, useMemo, useSyncExternalStore } from 'react'
import type { Facts, Refusal } from '../../kernel/refusal.ts'
import { fill, listIn, type Language, type Texts } from '../../kernel/texts.ts'
import { unitIn } from '../../kernel/units.ts'
import { currentLanguage, onLanguage } from './language-choice.ts'
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

/** Moments as the store reads them, by its own time zone: today by the hour, else with the day. Outside a session (a customer's link) by that of Shanghai. */
export function useMoments(): { time(iso: string): string; full(iso: string): string } {
  const language = useLanguage()
  const timeZone = use(SessionContext)?.store.timeZone ?? 'Asia/Shanghai'
  return useMemo(() => {
    const locale = language === 'en' ? 'en-GB' : 'zh-CN'
    const hours = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    const full = new Intl.DateTimeFormat(locale, { timeZone, month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    const day = new Intl.DateTimeFormat('en-CA', { timeZone })
    return {
      time: (iso) => (day.format(new Date(iso)) === day.format(new Date()) ? hours : full).format(new Date(iso)),
      full: (iso) => full.format(new Date(iso)),
    }
  }, [language, timeZone])
}

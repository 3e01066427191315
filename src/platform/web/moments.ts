import type { Language } from '../../kernel/texts.ts'
import { localDay } from '../../kernel/time.ts'

/** `time`: today by the hour, else with the day. */
export type Moments = { time(iso: string): string; full(iso: string): string }

/** Moments in the words of a language, on the clock of a store. */
export function momentsIn(language: Language, timeZone: string, now: () => Date = () => new Date()): Moments {
  const locale = language === 'en' ? 'en-GB' : 'zh-CN'
  const hours = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const full = new Intl.DateTimeFormat(locale, { timeZone, month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const dayOf = (at: Date): string => localDay(at, timeZone)
  return {
    time: (iso) => (dayOf(new Date(iso)) === dayOf(now()) ? hours : full).format(new Date(iso)),
    full: (iso) => full.format(new Date(iso)),
  }
}

import { listIn } from '../../../kernel/texts.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { datesOf } from '../domain/cadence.ts'
import { eventNamed } from '../domain/event-names.ts'
import { isFault, isWholePeriod, parseWhen, type Rule, type Span } from '../domain/when.ts'
import { dutyTexts } from './texts.ts'

const weekdayNames = { 'zh-CN': ['一', '二', '三', '四', '五', '六', '日'], en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] } as const
const ordinals = { 'zh-CN': ['', '第一个', '第二个', '第三个', '第四个', '第五个'], en: ['', 'first', 'second', 'third', 'fourth', 'fifth'] } as const
const units = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const

/** "周一", "Monday". */
export function useWeekdayName(): (weekday: number) => string {
  const language = useLanguage()
  return (weekday) => `${language === 'en' ? '' : '周'}${weekdayNames[language][weekday - 1] ?? ''}`
}

/** "3月", "Mar". */
export function useMonthName(): (month: number) => string {
  const language = useLanguage()
  return (month) => new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month - 1, 1)))
}

/** A deadline of the manual as a person says it: "每月 13 日前", "within 24 hours of: Complaint slip received". */
export function useWhenWords(): (due: string) => string {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const language = useLanguage()
  const monthName = useMonthName()
  const list = (parts: readonly string[]): string => listIn(language, parts)
  const eventName = (event: string): string => {
    const known = eventNamed(event)
    return known === null ? event : language === 'en' ? known.en : known.zh
  }
  const weekdays = ({ weekdays: days }: Rule): string => list(days.map(({ weekday, nth }) => {
    const name = weekdayNames[language][weekday - 1] ?? ''
    return nth === null ? name : `${nth < 0 ? t('duties.when.last') : ordinals[language][nth] ?? ''} ${t('duties.when.weekday', { name })}`.trim()
  }))
  const ofRule = (rule: Rule): string => {
    const days = ofDays(rule)
    return rule.wall === null ? days : t('duties.when.by-hour', { days, time: rule.wall })
  }
  const ofDays = (rule: Rule): string => {
    const unit = units[rule.frequency]
    if (isWholePeriod(rule)) return rule.interval === 1 ? t(`duties.when.each-${unit}`) : t('duties.when.every-second', { count: rule.interval, unit: t(`duties.when.${unit}`) })
    if (rule.interval > 1) return t('duties.when.each-so', { count: rule.interval, unit: t(`duties.when.${unit}`), days: ofDays({ ...rule, interval: 1 }) })
    const days = datesOf(rule)
    if (rule.frequency === 'YEARLY') return t('duties.when.yearly-on', { days: list(rule.months.flatMap((month) => days.map((date) => t('duties.when.date', { month: monthName(month), date })))) })
    if (rule.weekdays.length > 0) return rule.frequency === 'WEEKLY' ? t('duties.when.weekly-on', { days: weekdays(rule) }) : t('duties.when.monthly-on', { days: weekdays(rule) })
    return days.includes(-1) && days.length === 1 ? t('duties.when.last-day') : t('duties.when.by-days', { days: list(days.map((date) => (date === -1 ? t('duties.when.last-day-name') : String(date)))) })
  }
  const ofSpan = ({ sign, days, minutes }: Span, events: string): string => {
    if (sign < 0) return t('duties.when.days-before', { days, events })
    if (minutes > 0) return t('duties.when.hours-after', { hours: minutes / 60, events })
    return days === 0 ? t('duties.when.same-day', { events }) : t('duties.when.days-after', { days, events })
  }
  return (due) => {
    const when = parseWhen(due)
    if (isFault(when)) return due
    if (when.kind === 'day') return when.moment === 'hour' ? t('duties.when.hour', { time: when.wall }) : t(`duties.when.${when.moment}`)
    if (when.kind === 'always') return t('duties.when.always')
    if (when.kind === 'rule') return ofRule(when.rule)
    const events = list(when.events.map(({ name }) => eventName(name)))
    return when.span === null ? t('duties.when.with-step', { events }) : due.endsWith('+PT0H') ? t('duties.when.at-once', { events }) : ofSpan(when.span, events)
  }
}

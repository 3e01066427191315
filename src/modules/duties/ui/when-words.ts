import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { reportableEvents } from '../domain/reportable-events.ts'
import { isFault, isWholePeriod, parseWhen, type Rule, type Span } from '../domain/when.ts'
import { dutyTexts } from './texts.ts'

const weekdayNames = { 'zh-CN': ['一', '二', '三', '四', '五', '六', '日'], en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] } as const
const ordinals = { 'zh-CN': ['', '第一个', '第二个', '第三个', '第四个', '第五个'], en: ['', 'first', 'second', 'third', 'fourth', 'fifth'] } as const
const units = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const

/** A deadline of the manual as a person says it: "每月 13 日前", "within 24 hours of: Complaint slip received". */
export function useWhenWords(): (due: string) => string {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const language = useLanguage()
  const list = (parts: readonly string[]): string => parts.join(language === 'en' ? ', ' : '、')
  const eventName = (event: string): string => {
    const known = reportableEvents.find((reportable) => reportable.event === event)
    return known === undefined ? event : language === 'en' ? known.en : known.zh
  }
  const weekdays = ({ weekdays: days }: Rule): string => list(days.map(({ weekday, nth }) => {
    const name = weekdayNames[language][weekday - 1] ?? ''
    return nth === null ? name : `${nth < 0 ? t('duties.when.last') : ordinals[language][nth] ?? ''} ${t('duties.when.weekday', { name })}`.trim()
  }))
  const ofRule = (rule: Rule): string => {
    const unit = units[rule.frequency]
    if (isWholePeriod(rule)) return rule.interval === 1 ? t(`duties.when.each-${unit}`) : t('duties.when.every-second', { count: rule.interval, unit: t(`duties.when.${unit}`) })
    if (rule.weekdays.length > 0) return rule.frequency === 'WEEKLY' ? t('duties.when.weekly-on', { days: weekdays(rule) }) : t('duties.when.monthly-on', { days: weekdays(rule) })
    const days = rule.positions.includes(-1) ? [Math.max(...rule.monthDays)] : rule.monthDays
    return days.includes(-1) ? t('duties.when.last-day') : t('duties.when.by-days', { days: list(days.map(String)) })
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

import { useMemo } from 'react'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import type { Cell, ShiftRow } from '../contract.ts'
import { rosterTexts } from './texts.ts'

export type WorkWords = { readonly mark: string; readonly name: string; /** The hours, where there are some. */ readonly hours: string; readonly kind: 'shift' | 'off' | 'absent' | 'open' }

/** What a day of somebody says, short and long, in the reader's language. */
export function useWorkWords(): (cell: Cell, shifts: readonly ShiftRow[]) => WorkWords {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const language = useLanguage()
  return (cell, shifts) => {
    if (!cell.here) return { mark: t('rosters.off-mark'), name: t('rosters.not-member'), hours: '', kind: 'off' }
    if (cell.absent !== null) return { mark: t(`rosters.mark.${cell.absent}`), name: t(`rosters.kind.${cell.absent}`), hours: cell.deputyName === '' ? '' : t('rosters.deputy-is', { name: cell.deputyName }), kind: 'absent' }
    if (cell.off) return { mark: t('rosters.off-mark'), name: t('rosters.off'), hours: '', kind: 'off' }
    const shift = shifts.find(({ code }) => code === cell.shift)
    if (shift === undefined) return { mark: t('rosters.open-mark'), name: t('rosters.open-hours'), hours: '', kind: 'open' }
    return { mark: shift.mark, name: language === 'en' ? shift.nameEn : shift.nameZh, hours: `${shift.starts}–${shift.ends}`, kind: 'shift' }
  }
}

/** '周三 11-25', 'Wed 25 Nov'. */
export function useDayWords(): (day: string) => string {
  const language = useLanguage()
  return useMemo(() => {
    const english = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
    const weekday = new Intl.DateTimeFormat('zh-CN', { weekday: 'short', timeZone: 'UTC' })
    return (day) => {
      const date = new Date(`${day}T00:00:00Z`)
      return language === 'en' ? english.format(date) : `${weekday.format(date)} ${day.slice(5)}`
    }
  }, [language])
}

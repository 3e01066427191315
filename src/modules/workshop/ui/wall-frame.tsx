import type { ReactNode } from 'react'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useSession } from '../../../platform/web/session.tsx'
import { useNow } from '../../../platform/web/use-now.ts'
import { workshopTexts } from './texts.ts'
import { useClockTime } from './use-clock-time.ts'
import './wall.css'

/** News come by themselves; this often the board asks again nevertheless. */
export const wallRefetchMilliseconds = 20_000
const staleSeconds = 60

/** A board on the wall: always dark, made to be read from afar, without a pointer. It says in red when its figures are old (web.md, 14). */
export function WallFrame({ title, updatedAt, children }: { title: string; updatedAt: number; children: ReactNode }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const language = useLanguage()
  const clock = useClockTime()
  const { store } = useSession()
  const now = useNow(1)
  const seconds = Math.max(0, Math.floor((now - updatedAt) / 1_000))
  return (
    <div className="wall" data-theme="dark">
      <header className="wall-head">
        <h1>{language === 'en' ? store.nameEn : store.nameZh} {title}</h1>
        <span className={seconds > staleSeconds ? 'wall-updated wall-stale' : 'wall-updated'} role={seconds > staleSeconds ? 'alert' : undefined}>
          {updatedAt === 0 ? t('workshop.wall-never') : t(seconds > staleSeconds ? 'workshop.wall-stale' : 'workshop.wall-updated', { count: seconds })}
        </span>
        <span className="wall-clock">{clock(now)}</span>
      </header>
      {children}
    </div>
  )
}

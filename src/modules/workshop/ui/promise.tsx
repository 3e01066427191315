import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { TimeLeft } from '../../../ui-kit/tag.tsx'
import { tightMinutes } from '../domain/plan.ts'
import { workshopTexts } from './texts.ts'
import { useNow } from '../../../platform/web/use-now.ts'

/** '1 小时 20 分' */
export function useSpan(): (minutes: number) => string {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  return (minutes) => {
    const facts = { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
    return t(facts.hours === 0 ? 'workshop.minutes-only' : facts.minutes === 0 ? 'workshop.hours-only' : 'workshop.hours-minutes', facts)
  }
}

/** What is left until the promise; amber when close, red when late. */
export function PromiseLeft({ promisedAt }: { promisedAt: string | null }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const span = useSpan()
  const now = useNow(20)
  if (promisedAt === null) return null
  const minutes = Math.floor((Date.parse(promisedAt) - now) / 60_000)
  const tone = minutes < 0 ? 'late' : minutes < tightMinutes ? 'soon' : 'calm'
  return <TimeLeft tone={tone}>{minutes < 0 ? t('workshop.late', { time: span(-minutes) }) : t('workshop.left', { time: span(minutes) })}</TimeLeft>
}

/** '14:46 · 剩 27 分钟' */
export function Promised({ promisedAt }: { promisedAt: string | null }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const moments = useMoments()
  if (promisedAt === null) return <span className="k-quiet-text">{t('workshop.no-promise')}</span>
  return <span>{moments.time(promisedAt)} · <PromiseLeft promisedAt={promisedAt} /></span>
}

import { useMemo } from 'react'
import { localDay, wallTime } from '../../../kernel/time.ts'
import { useSession } from '../../../platform/web/session.tsx'

/** '14:15', as the store's clock on the wall shows it. */
export function useClockTime(): (at: number | string) => string {
  const { timeZone } = useSession().store
  return useMemo(() => (at) => wallTime(new Date(at), timeZone).slice(-5), [timeZone])
}

/** The clock's time, with its day where that is not today: a promise of tomorrow is not one of today. */
export function useClockMoment(): (at: string) => string {
  const { timeZone } = useSession().store
  return useMemo(() => (at) => {
    const [wall, today] = [wallTime(new Date(at), timeZone), localDay(new Date(), timeZone)]
    return wall.startsWith(today) ? wall.slice(-5) : wall.slice(5).replace('T', ' ')
  }, [timeZone])
}

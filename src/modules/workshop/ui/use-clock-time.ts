import { useMemo } from 'react'
import { wallTime } from '../../../kernel/time.ts'
import { useSession } from '../../../platform/web/session.tsx'

/** '14:15', as the store's clock on the wall shows it. */
export function useClockTime(): (at: number | string) => string {
  const { timeZone } = useSession().store
  return useMemo(() => (at) => wallTime(new Date(at), timeZone).slice(-5), [timeZone])
}

import { useState } from 'react'
import { localDay } from '../../../kernel/time.ts'
import { useSession } from '../../../platform/web/session.tsx'

/** This month and the eleven before it. */
export function useMonths(): readonly string[] {
  const { store } = useSession()
  const [today] = useState(() => localDay(new Date(), store.timeZone))
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: 12 }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7))
}

import { localDay } from '../../kernel/time.ts'
import { useSession } from './session.tsx'

/** The store's own day, as a first value of a date field and for words like 'planned'; the server judges again. */
export function useToday(): string {
  const { store } = useSession()
  return localDay(new Date(), store.timeZone)
}

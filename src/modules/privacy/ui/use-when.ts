import { wallTime } from '../../../kernel/time.ts'
import { useSession } from '../../../platform/web/session.tsx'

/** Moments with their year: these lists reach back over many. */
export function useWhen(): (iso: string) => string {
  const { store } = useSession()
  return (iso) => wallTime(new Date(iso), store.timeZone).replace('T', ' ').slice(0, 16)
}

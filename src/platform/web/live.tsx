import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onDialogClosed } from '../../ui-kit/open-forms.ts'
import { hear, letInWhenFree } from './news.ts'
import { useSession } from './session.tsx'
import { topicsOf } from './topics.ts'

/** On its way to the server the question itself takes time, seconds on a bad network. */
const onItsWayMs = 5_000

/** News of the store makes what is on the screen old, and it is fetched anew, what was told since the page began included. After a broken line everything is fetched once. */
export function useLive(): void {
  const client = useQueryClient()
  const { personId } = useSession()
  useEffect(() => {
    let lost = false
    const source = new EventSource(`/api/live?missed=${String(Math.ceil(performance.now()) + onItsWayMs)}`)
    source.onmessage = (message: MessageEvent<string>) => {
      const { event, by } = JSON.parse(message.data) as { event: string; by: string | null }
      hear(client, topicsOf(event), by === personId)
    }
    source.onerror = () => { lost = true }
    source.onopen = () => {
      if (lost) hear(client, [null], false)
      lost = false
    }
    const unheard = onDialogClosed(() => letInWhenFree(client))
    return () => {
      source.close()
      unheard()
    }
  }, [client, personId])
}

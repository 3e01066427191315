import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/**
 * News of the store makes what is on the screen old, and it is fetched anew. 'repair-order.arrived' concerns everything under
 * /repair-orders. After a broken line everything is fetched once.
 */
export function useLive(): void {
  const client = useQueryClient()
  useEffect(() => {
    let lost = false
    const source = new EventSource('/api/live')
    source.onmessage = (message: MessageEvent<string>) => {
      const { event } = JSON.parse(message.data) as { event: string }
      void client.invalidateQueries({ queryKey: [`${event.split('.')[0] ?? ''}s`] })
    }
    source.onerror = () => { lost = true }
    source.onopen = () => {
      if (lost) void client.invalidateQueries()
      lost = false
    }
    return () => source.close()
  }, [client])
}

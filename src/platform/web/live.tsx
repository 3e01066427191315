import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { renew } from './renew.ts'

/** A visit is looked at from many sides: whatever happens to it, all of them are fetched anew. */
const sidesOfVisit = [
  'appointments',
  'answers',
  'campaigns',
  'repair-orders',
  'repair-orders-unclear',
  'approvals',
  'workshop',
  'workshop-jobs',
  'workshop-board',
  'workshop-bays',
  'workshop-clocks',
  'workshop-waits',
  'workshop-keys',
  'workshop-wall',
  'picking',
  'settlements',
  'statements',
  'statements-till',
  'deposits',
  'credit-accounts',
  'stock',
  'purchase-requests',
  'quality-orders',
  'comebacks',
  'completion-certificates',
  'workshop-check-sheets',
]
const visitTopics = new Set(['repair-order', 'workshop', 'statement', 'approval', 'stock', 'purchase-request', 'comeback', 'completion-certificate'])

/** 'customer.changed' concerns what stands under /customers. */
const topicsOf = (event: string): readonly string[] => {
  const topic = event.split('.')[0] ?? ''
  if (visitTopics.has(topic)) return sidesOfVisit
  if (topic === 'duty') return ['duties']
  if (topic === 'roster') return ['rosters', 'duties']
  if (topic === 'courtesy-car') return ['courtesy-cars', 'appointments']
  if (topic === 'task') return ['tasks', 'duties']
  if (topic === 'meeting') return ['meetings', 'meeting-kinds', 'duties', 'tasks']
  if (topic === 'bulletin') return ['bulletins', 'duties']
  if (topic === 'campaign') return ['campaigns', 'appointments']
  if (topic === 'count') return ['counts', 'duties']
  if (topic === 'complaint' || topic === 'follow-up') return ['complaints', 'follow-ups', 'bulletins', 'duties']
  return topic === 'receivable' ? ['receivables', 'statements-till'] : [topic, `${topic}s`]
}

/** News of the store makes what is on the screen old, and it is fetched anew. After a broken line everything is fetched once. */
export function useLive(): void {
  const client = useQueryClient()
  useEffect(() => {
    let lost = false
    const source = new EventSource('/api/live')
    source.onmessage = (message: MessageEvent<string>) => {
      const { event } = JSON.parse(message.data) as { event: string }
      for (const topic of topicsOf(event)) renew(client, topic)
    }
    source.onerror = () => { lost = true }
    source.onopen = () => {
      if (lost) void client.invalidateQueries()
      lost = false
    }
    return () => source.close()
  }, [client])
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onDialogClosed } from '../../ui-kit/open-forms.ts'
import { hear, letInWhenFree } from './news.ts'
import { useSession } from './session.tsx'

/** A visit is looked at from many sides: whatever happens to it, all of them are fetched anew. A topic stands for those that begin with it too (`workshop-board`). */
const sidesOfVisit = [
  'appointments',
  'added-work',
  'answers',
  'campaigns',
  'repair-orders',
  'approvals',
  'workshop',
  'picking',
  'settlements',
  'statements',
  'invoices',
  'monthly-statements',
  'deposits',
  'credit-accounts',
  'stock',
  'bins',
  'purchase-requests',
  'parts-promises',
  'quality-orders',
  'comebacks',
  'completion-certificates',
]
const visitTopics = new Set(['repair-order', 'workshop', 'statement', 'approval', 'stock', 'purchase-request', 'comeback', 'completion-certificate'])

/** Where the record of an event is seen elsewhere than under its own plural: 'customer.changed' concerns what stands under /customers. */
const seenAt: Readonly<Record<string, readonly string[]>> = {
  duty: ['duties'],
  roster: ['rosters', 'duties', 'workshop-board', 'workshop-workers'],
  'courtesy-car': ['courtesy-cars', 'appointments'],
  bin: ['bins', 'stock', 'duties'],
  bulletin: ['bulletins', 'duties'],
  campaign: ['campaigns', 'appointments'],
  complaint: ['complaints', 'follow-ups', 'bulletins', 'duties'],
  count: ['counts', 'duties'],
  inbound: ['inbound', 'duties'],
  'follow-up': ['complaints', 'follow-ups', 'bulletins', 'duties'],
  meeting: ['meetings', 'meeting-kinds', 'duties', 'tasks'],
  'parts-order': ['parts-orders', 'parts-promises', 'parts-reorder', 'receipts'],
  receipt: ['receipts', 'parts-orders', 'parts-promises', 'stock'],
  receivable: ['receivables', 'statements-till'],
  'supplier-inquiry': ['supplier-inquiries', 'duties'],
  'supplier-statement': ['supplier-statements', 'approvals', 'duties'],
  task: ['tasks', 'duties'],
  team: ['teams', 'duties', 'reports'],
  transfer: ['transfers', 'inbound', 'duties'],
}

const topicsOf = (event: string): readonly string[] => {
  const topic = event.split('.')[0] ?? ''
  return visitTopics.has(topic) ? sidesOfVisit : seenAt[topic] ?? [topic, `${topic}s`]
}

/** News of the store makes what is on the screen old, and it is fetched anew. After a broken line everything is fetched once. */
export function useLive(): void {
  const client = useQueryClient()
  const { personId } = useSession()
  useEffect(() => {
    let lost = false
    const source = new EventSource('/api/live')
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

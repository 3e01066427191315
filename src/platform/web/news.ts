import type { QueryClient } from '@tanstack/react-query'
import { isFormOpen } from '../../ui-kit/open-forms.ts'
import { renew } from './renew.ts'

/** Topics that became old while a form lay over them; `null` stands for everything. */
const waiting = new Set<string | null>()

const bring = (client: QueryClient, topic: string | null): void => { if (topic === null) void client.invalidateQueries(); else renew(client, topic) }

/**
 * News of others wait while somebody fills in a form: what he types stands on what he saw, the deed tells that version, and the server refuses it when a colleague was
 * faster. His own news pass, a form that stays open after its deed goes on with what the deed made.
 */
export function hear(client: QueryClient, topics: readonly (string | null)[], own: boolean): void {
  const late = !own && isFormOpen()
  for (const topic of topics) if (late) waiting.add(topic); else bring(client, topic)
}

/** What waits comes in: the form was closed, or its deed refused, and the next press stands on the record as it is by now. */
export function letIn(client: QueryClient): void {
  for (const topic of waiting) bring(client, topic)
  waiting.clear()
}

/** Another form may still be open beneath the one that was closed. */
export const letInWhenFree = (client: QueryClient): void => { if (!isFormOpen()) letIn(client) }

/** Whether a page that comes back to the front may ask anew; if not now, then when the form is closed. */
export function mayAskAnew(): boolean {
  if (!isFormOpen()) return true
  waiting.add(null)
  return false
}

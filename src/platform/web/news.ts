import type { QueryClient } from '@tanstack/react-query'
import { staleCode } from '../../kernel/refusal.ts'
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

function letIn(client: QueryClient): void {
  for (const topic of waiting) bring(client, topic)
  waiting.clear()
}

/** Refused as stale, somebody knows that a colleague was faster, and his next press stands on the record as it is by now. Any other refusal says nothing of that: what waits goes on waiting. */
export const letInWhenStale = (client: QueryClient, code: string): void => { if (code === staleCode) letIn(client) }

/** Another form may still be open beneath the one that was closed. */
export const letInWhenFree = (client: QueryClient): void => { if (!isFormOpen()) letIn(client) }

/** Whether a page that comes back to the front may ask anew; if not now, then when the form is closed. */
export function mayAskAnew(): boolean {
  if (!isFormOpen()) return true
  waiting.add(null)
  return false
}

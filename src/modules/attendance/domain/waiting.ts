/** A clocking that waits on this device for the network. */
export type WaitingClock = { readonly step: 'in' | 'out'; readonly at: string }

/** What a parcel of the outbox is, by the address it goes to; null when it is none of the time clock's. */
export function waitingClock({ address, content }: { readonly address: string; readonly content: unknown }): WaitingClock | null {
  const [, step = ''] = /\/attendance\/(in|out)$/.exec(address) ?? []
  if (step === '' || typeof content !== 'string') return null
  const { at = '' } = JSON.parse(content) as { at?: string }
  return { step: step as WaitingClock['step'], at }
}

/** Since when one will be there once everything that waits has arrived; null: not there. */
export const sinceWhen = (since: string | null, waiting: readonly WaitingClock[]): string | null =>
  waiting.reduce<string | null>((now, { step, at }) => (step === 'out' ? null : now ?? at), since)

import { expect, vi } from 'vitest'
import { done } from './said.ts'
import type { Caller, TestServer } from './test-server.ts'

/** A list sent, judged and written by this person; what became of its lines. */
export async function imported(server: TestServer, caller: Caller, kind: string, csv: string): Promise<Record<string, unknown>> {
  const sent = await server.ask('POST', `/api/imports?kind=${kind}&fileName=${kind}.csv`, { payload: Buffer.from(csv), headers: { cookie: caller.cookie, 'content-type': 'application/octet-stream', 'idempotency-key': crypto.randomUUID() } })
  const id = String(done(sent)['id'])
  const until = async (state: string) => vi.waitFor(async () => {
    const seen = done(await caller.get(`/imports/${id}`))
    expect(seen['state']).toBe(state)
    return seen
  }, { timeout: 20_000, interval: 100 })
  const { version } = await until('ready')
  done(await caller.post(`/imports/${id}/run`, { version }))
  return until('done')
}

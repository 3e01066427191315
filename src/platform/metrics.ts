import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type pg from 'pg'
import type { CheckRun } from './check-runs.ts'

export type Metrics = {
  request(done: { method: string; path: string; status: number; seconds: number }): void
  text(): Promise<string>
}

/** `checks`: the newest run of each; none while the database is away. */
export function makeMetrics(pool: pg.Pool, openStreams: () => number, checks: () => Promise<readonly Pick<CheckRun, 'kind' | 'endedAt' | 'sound'>[]> = async () => []): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'gangwei_request_seconds', help: 'Duration of requests', labelNames: ['method', 'path'], registers: [registry],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
  })
  const answers = new Counter({ name: 'gangwei_answers_total', help: 'Answers by status', labelNames: ['status'], registers: [registry] })
  new Gauge({ name: 'gangwei_connections', help: 'Database connections', registers: [registry], collect() { this.set(pool.totalCount) } })
  new Gauge({ name: 'gangwei_connections_awaited', help: 'Requests that wait for a connection', registers: [registry], collect() { this.set(pool.waitingCount) } })
  new Gauge({ name: 'gangwei_live_streams', help: 'Open screens that listen', registers: [registry], collect() { this.set(openStreams()) } })
  const sound = new Gauge({ name: 'gangwei_check_sound', help: '1 when the newest check, or backup, of this kind ended well', labelNames: ['kind'], registers: [registry] })
  const ended = new Gauge({ name: 'gangwei_check_ended_seconds', help: 'When it ended, Unix time', labelNames: ['kind'], registers: [registry] })
  return {
    request: ({ method, path, status, seconds: taken }) => {
      seconds.observe({ method, path }, taken)
      answers.inc({ status })
    },
    text: async () => {
      for (const gauge of [sound, ended]) gauge.reset()
      for (const { kind, ...run } of await checks()) {
        sound.set({ kind }, run.sound ? 1 : 0)
        ended.set({ kind }, run.endedAt.getTime() / 1_000)
      }
      return registry.metrics()
    },
  }
}

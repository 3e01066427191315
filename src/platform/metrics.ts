import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type pg from 'pg'

export type Metrics = {
  request(done: { method: string; path: string; status: number; seconds: number }): void
  text(): Promise<string>
}

export function makeMetrics(pool: pg.Pool, openStreams: () => number): Metrics {
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
  return {
    request: ({ method, path, status, seconds: taken }) => {
      seconds.observe({ method, path }, taken)
      answers.inc({ status })
    },
    text: () => registry.metrics(),
  }
}

import { spawnSync } from 'node:child_process'
import type { Product } from '../../src/app/testing/product.ts'

/** Debian's package postgresql-contrib brings it. */
export const hasPgbench = (): boolean => spawnSync('pgbench', ['--version']).status === 0

/** Runs pgbench against the product's database; a client that broke off is an error, not a slow one. */
export function pgbench({ databaseFolder }: Product, words: readonly string[]): { perSecond: number; latencyMs: number } {
  const { stdout, stderr, status } = spawnSync('pgbench', ['-n', '-j', '1', ...words, '-h', databaseFolder, '-U', 'gangwei', 'gangwei'], { encoding: 'utf8', env: { ...process.env, PGCLIENTENCODING: 'UTF8' }, maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(`pgbench: ${stderr.slice(0, 2_000)}`)
  return { perSecond: Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]), latencyMs: Number(/^latency average = ([\d.]+)/m.exec(stdout)?.[1]) }
}

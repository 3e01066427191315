import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { keptKey } from '../kept-key.ts'
import type { Anchor } from './check.ts'

const headsFile = (dataFolder: string): string => path.join(dataFolder, 'audit-heads.jsonl')

/** The key of the chain: beside the database, never in it. A lost key makes every older block show as broken. */
export const auditKey = (dataFolder: string): Buffer => keptKey(dataFolder, 'audit')

/** Heads written down outside the database, oldest first. Keep a copy of the file on another machine. */
export function readAnchors(dataFolder: string): Anchor[] {
  const file = headsFile(dataFolder)
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Anchor) : []
}

/** Writes down the heads that are not written yet. */
export function writeAnchors(dataFolder: string, heads: readonly { storeId: string; number: number; hash: Buffer }[], now: Date): void {
  const known = new Map(readAnchors(dataFolder).map(({ storeId, number }) => [storeId, number]))
  const lines = heads.filter(({ storeId, number }) => known.get(storeId) !== number)
    .map(({ storeId, number, hash }) => `${JSON.stringify({ storeId, number, hash: hash.toString('hex'), at: now.toISOString() } satisfies Anchor)}\n`)
  if (lines.length > 0) appendFileSync(headsFile(dataFolder), lines.join(''), { mode: 0o600 })
}

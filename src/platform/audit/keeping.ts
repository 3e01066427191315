import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Anchor } from './check.ts'

const keyFile = (dataFolder: string): string => path.join(dataFolder, 'keys', 'audit.key')
const headsFile = (dataFolder: string): string => path.join(dataFolder, 'audit-heads.jsonl')

/** The key of the chain: beside the database, never in it. Made when there is none; a lost key makes every older block show as broken. */
export function auditKey(dataFolder: string): Buffer {
  const file = keyFile(dataFolder)
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (key.length !== 32) throw new Error(`${file} is not the key of the audit chain: put the one of the backup there`)
  return key
}

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

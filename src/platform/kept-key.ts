import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A key of 32 bytes: beside the database, never in it, and part of every backup. Made when there is none; `purpose` names the file and what is lost without it. */
export function keptKey(dataFolder: string, purpose: 'audit' | 'second-factors' | 'robots'): Buffer {
  const file = path.join(dataFolder, 'keys', `${purpose}.key`)
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (key.length !== 32) throw new Error(`${file} is not the key it should be: put the one of the backup there`)
  return key
}

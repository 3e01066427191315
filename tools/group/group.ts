import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startWeb, type Web } from './processes.ts'
import { startServers, type Servers } from './servers.ts'

/** What a web process of the group is told. */
export const settingsOf = (servers: Servers, dataFolder: string): Record<string, string> => ({
  DATA_DIR: dataFolder, DATABASE_URL: servers.pooled ?? servers.direct, REPLICA_URL: servers.replica, POOLER: servers.pooled === null ? 'none' : 'transaction', LOG_LEVEL: 'warn',
})

/** Servers on a folder; null: on one of their own that is gone afterwards. */
export async function withServers<T>(folder: string | null, work: (servers: Servers, dataFolder: string) => Promise<T>): Promise<T> {
  const dataFolder = folder ?? mkdtempSync(path.join(tmpdir(), 'gangwei-group-'))
  if (folder === null) chmodSync(dataFolder, 0o755) // as root, the database runs as another user and must get in
  try {
    const servers = await startServers(dataFolder)
    try {
      return await work(servers, dataFolder)
    } finally {
      await servers.stop()
    }
  } finally {
    if (folder === null) rmSync(dataFolder, { recursive: true, force: true })
  }
}

type Doors = { readonly count: number; readonly port: number; readonly host: string; readonly say: (text: string) => void }

/** The web processes in front of them, as long as the work takes. */
export async function withWeb<T>(doors: Doors, settings: Readonly<Record<string, string>>, work: (web: Web) => Promise<T>): Promise<T> {
  const web = await startWeb({ ...doors, settings })
  try {
    return await work(web)
  } finally {
    await web.stop()
  }
}

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { embeddedSuperuser, startEmbeddedPostgres } from '../embedded-postgres.ts'
import { migrate, readMigrations } from '../migrate.ts'

declare module 'vitest' {
  interface ProvidedContext { socketFolder: string }
}

/** One real PostgreSQL for the whole run; each test file gets its own database, copied from the migrated template. */
export default async function testCluster(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gangwei-test-'))
  chmodSync(folder, 0o755) // as root, the database runs as another user and must get in
  const server = await startEmbeddedPostgres(path.join(folder, 'pg'), { fsync: 'off', full_page_writes: 'off', max_connections: '200' })
  const owner = { host: server.socketFolder, port: server.port, user: embeddedSuperuser }
  const client = new pg.Client({ ...owner, database: 'postgres' })
  await client.connect()
  await client.query('create database template_gangwei')
  await migrate({ ...owner, database: 'template_gangwei' }, readMigrations(path.join(import.meta.dirname, '../../../db/migrations')))
  await client.end()
  project.provide('socketFolder', server.socketFolder)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

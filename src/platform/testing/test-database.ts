import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { connect, type Database } from '../database.ts'
import { embeddedSuperuser } from '../embedded-postgres.ts'
import { appRole } from '../migrate.ts'

export type TestDatabase = {
  readonly database: Database
  /** As the owner: for looking behind the application's back. */
  readonly owner: pg.Pool
  drop(): Promise<void>
}

export async function testDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const connection = { host: inject('socketFolder'), port: 5432, user: embeddedSuperuser }
  const maintenance = async (statement: string) => {
    const client = new pg.Client({ ...connection, database: 'postgres' })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await maintenance(`create database ${name} template template_gangwei`)
  const database = connect({ connection: { ...connection, user: appRole, database: name } })
  const owner = new pg.Pool({ ...connection, database: name, max: 2 })
  owner.on('error', () => {}) // an idle connection that dies with its database is what we want
  return {
    database, owner,
    drop: async () => {
      await database.close()
      await owner.end()
      await maintenance(`drop database ${name} with (force)`)
    },
  }
}

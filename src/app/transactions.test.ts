import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../platform/database.ts'
import { testStore, type TestStore } from './testing/test-store.ts'

// A transaction's last statement travels with its commit; where anything in it failed, nothing has happened and somebody is told.
let store: TestStore
beforeAll(async () => { store = await testStore() })
afterAll(() => store.drop())

const known = async (): Promise<string[]> => (await store.owner.query<{ permission: string }>("select permission from organisation.known_permission where permission like 'test.%' order by 1")).rows.map(({ permission }) => permission)
const learn = (permission: string) => sql`insert into organisation.known_permission (permission) values (${permission})`

test('the last statement is there with the rest, made from the answer', async () => {
  const answer = await store.database.transaction([store.storeId], async (tx) => {
    await tx.run`insert into organisation.known_permission (permission) values ('test.first')`
    return 'test.last'
  }, learn)
  expect([answer, await known()]).toEqual(['test.last', ['test.first', 'test.last']])
})

test('a last statement that fails undoes what was before it, and its own failure is told', async () => {
  await expect(store.database.transaction([store.storeId], async (tx) => {
    await tx.run`insert into organisation.known_permission (permission) values ('test.undone')`
    return 'test.first'
  }, learn)).rejects.toMatchObject({ code: '23505' })
  expect(await known()).not.toContain('test.undone')
})

test('a failure that the work swallowed does not end as a commit that nobody made', async () => {
  await expect(store.database.transaction([store.storeId], async (tx) => {
    await tx.run`insert into organisation.known_permission (permission) values ('test.swallowed')`
    await tx.run`select 1 / 0`.catch(() => 0)
  })).rejects.toThrow('ROLLBACK')
  expect(await known()).not.toContain('test.swallowed')
  expect(await store.database.transaction([store.storeId], (tx) => tx.one<{ one: number }>`select 1 as one`)).toEqual({ one: 1 })
})

test('questions asked together are answered in the order asked: what the second reads, the first has written', async () => {
  const [, seen] = await store.database.transaction([store.storeId], (tx) => Promise.all([
    tx.run`insert into organisation.known_permission (permission) values ('test.together')`,
    tx.all`select from organisation.known_permission where permission = 'test.together'`,
  ]))
  expect(seen).toHaveLength(1)
})

test('work that goes on after another part of it was refused asks nothing any more: its connection may be in other hands', async () => {
  const refusal = new Error('refused')
  const ends: Promise<unknown>[] = []
  await expect(store.database.transaction([store.storeId], (tx) => {
    const late = async () => {
      await new Promise((resolve) => { setTimeout(resolve, 50) })
      return tx.run`insert into organisation.known_permission (permission) values ('test.late')`
    }
    const refused = async () => { await tx.one`select 1 as one`; throw refusal }
    ends.push(late())
    return Promise.all([refused(), ...ends])
  })).rejects.toBe(refusal)
  expect(await Promise.allSettled(ends)).toMatchObject([{ status: 'rejected', reason: { message: 'a question after its transaction ended' } }])
  expect(await known()).not.toContain('test.late')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../testing/test-database.ts'
import { inLog } from './failure-log.ts'

let base: TestDatabase
beforeAll(async () => { base = await testDatabase() })
afterAll(() => base.drop())

const failureOf = async (statement: string): Promise<string> => {
  const cause: unknown = await base.owner.query(statement).then(() => null, (error: unknown) => error)
  expect(cause).toBeInstanceOf(Error)
  expect(`${(cause as Error).message} ${(cause as { detail?: string }).detail ?? ''}`).toContain('13812345678')
  return JSON.stringify(inLog(cause))
}

test('a row that the database refused is named by table and column, never by what stood in it', async () => {
  await base.owner.query('create table public.visitor (phone text, name text not null)')
  const kept = await failureOf("insert into public.visitor values ('13812345678', null)")
  expect(JSON.parse(kept)).toMatchObject({ code: '23502', table: 'visitor', column: 'name', message: expect.stringContaining('null value') })
  expect(kept).not.toContain('13812345678')
})

test('a value that does not fit is left out of the words about it', async () => {
  const kept = await failureOf("select '沪A·13812345678'::integer")
  expect(kept).toContain('22P02')
  expect(kept).not.toContain('13812345678')
})

test('our own mistakes keep their words, their place and what caused them', () => {
  expect(inLog(new Error('a locked order changed', { cause: new TypeError('no version') }))).toMatchObject({ message: 'a locked order changed', stack: expect.stringContaining('failure-log.test.ts'), cause: { type: 'TypeError', message: 'no version' } })
  expect(inLog('thrown as it is')).toMatchObject({ message: 'thrown as it is' })
})

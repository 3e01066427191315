import type { Actor } from '../../kernel/actor.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Position } from '../../kernel/permissions.ts'
import { foundStore, hashPassword } from '../../modules/organisation/public.ts'
import { perform, type Deed, type Reading } from '../../platform/deed.ts'
import { testDatabase, type TestDatabase } from '../../platform/testing/test-database.ts'
import { chanceFrom } from '../demo/chance.ts'
import { permissions } from '../modules.ts'

export type TestStore = TestDatabase & {
  readonly storeId: string
  readonly otherStoreId: string
  /** The clock of the store; tests move it. */
  clock: { now(): Date }
  actor(position: Position, place?: 'here' | 'other'): Actor
  /** Does a deed as somebody of that position, with its rights checked by nobody: rules are what is tested. */
  does<Answer>(position: Position, work: (deed: Deed) => Promise<Answer>): Promise<Answer>
  reads<Answer>(position: Position, work: (reading: Reading) => Promise<Answer>): Promise<Answer>
}

export const testPassword = 'test-password-1'
const positions: readonly Position[] = ['GM', 'STM', 'FDS', 'SAD', 'WSS', 'MTL', 'TEC', 'QCI', 'PTS', 'PPL', 'WHK', 'CSH', 'FIN', 'WCL', 'INS', 'SYS', 'SEC', 'AUD']
let passwordHash: Promise<string> | null = null

/** Two stores with one person per position each, in a database of their own; nobody is information clerk unless it is asked for. Log-ins: `sad`, `b-sad`, … */
export async function testStore(also: readonly Position[] = []): Promise<TestStore> {
  const base = await testDatabase()
  const chance = chanceFrom(42)
  const now = new Date('2026-11-23T02:00:00Z')
  passwordHash ??= hashPassword(testPassword)
  const hash = await passwordHash
  const found = async (code: string, prefix: string) => {
    const id = uuidv7(now, chance.bytes)
    const newcomers = [...new Set([...positions, ...also])].map((position) => ({
      id: uuidv7(now, chance.bytes), name: `${code} ${position}`, login: `${prefix}${position.toLowerCase()}`, passwordHash: hash, position,
    }))
    await foundStore(base.database, {
      store: { id, code, nameZh: code, nameEn: code, timeZone: 'Asia/Shanghai', address: '示例路 1 号', phone: '021-00000000', demo: true }, permissions, newcomers, since: '2020-01-01', now,
      staff: newcomers.map(({ id: personId, position }) => ({ personId, position })),
    })
    return { id, code, people: new Map(newcomers.map(({ position, id: personId, name }) => [position, { personId, name }])) }
  }
  const here = await found('SH1', '')
  const other = await found('SH2', 'b-')
  let counter = 0
  const store: TestStore = {
    ...base, storeId: here.id, otherStoreId: other.id, clock: { now: () => now },
    actor: (position, place = 'here') => {
      const { id, code, people } = place === 'here' ? here : other
      const person = people.get(position)
      if (person === undefined) throw new RangeError(`nobody is ${position}`)
      const rights = permissions.filter(({ preset }) => preset.includes(position)).map(({ permission }) => permission)
      return { ...person, storeId: id, storeCode: code, timeZone: 'Asia/Shanghai', positions: [position], permissions: new Set(rights) }
    },
    does: (position, work) => {
      counter += 1
      const call = { operation: 'test', key: `test-${String(counter)}-${String(Math.random())}`, body: counter, requestId: 'test' }
      return perform({ database: base.database, clock: store.clock, onNews: () => {} }, store.actor(position), call, work)
    },
    reads: (position, work) => base.database.reading([here.id], (tx) => work({ tx, by: store.actor(position), now: store.clock.now() })),
  }
  return store
}

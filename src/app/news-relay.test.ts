import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Position } from '../kernel/permissions.ts'
import { perform } from '../platform/deed.ts'
import { makeLiveHub } from '../platform/live.ts'
import { relayNews } from '../platform/news-relay.ts'
import { presenceMs, sharedPresence, type Here, type Presence } from '../platform/presence.ts'
import { testStore, type TestStore } from './testing/test-store.ts'

// Two processes on one database: a screen at the one hears what was done at the other, once.
let store: TestStore
beforeAll(async () => { store = await testStore() })
afterAll(() => store.drop())

function aProcess() {
  let at = 0
  const [hub, heard] = [makeLiveHub(() => at), [] as string[]]
  const relay = relayNews({ database: store.database, clock: store.clock, hub, onError: (cause) => { throw cause }, everyMs: 3_600_000 })
  const does = (what: string, place: 'here' | 'other' = 'here', position: Position = 'SAD') => {
    const subjectId = crypto.randomUUID()
    const call = { operation: 'test', key: `relay-${subjectId}`, body: null, requestId: 'test' }
    return perform({ database: store.database, clock: store.clock, onNews: hub.tell }, store.actor(position, place), call, (deed) => {
      deed.record({ subject: 'test', subjectId })
      deed.announce({ event: what, subjectId })
      return Promise.resolve(null)
    })
  }
  const open = (missedMs?: number) => hub.join({ storeId: store.storeId, send: (line) => { heard.push((JSON.parse(line.slice(6)) as { event: string }).event) }, end: () => {} }, missedMs)
  return { hub, heard, relay, does, open, wait: (milliseconds: number) => { at += milliseconds } }
}

test('what was done at one process is heard at the other, once each, and only by the store it concerns', async () => {
  const [one, two] = [aProcess(), aProcess()]
  await two.relay.look() // nobody has a screen open: nothing is read
  one.open()
  two.open()
  await one.does('first')
  await two.does('second')
  await one.does('elsewhere', 'other')
  for (const { relay } of [one, two, one, two]) await relay.look()
  expect([one.heard, two.heard]).toEqual([['first', 'second'], ['second', 'first']])
  await Promise.all([one, two].map(({ relay, hub }) => { hub.close(); return relay.close() }))
})

test('a page that read before its line was open hears what was told meanwhile, of its own store, and nothing older', () => {
  const { hub, heard, open, wait } = aProcess()
  const tell = (event: string, storeId = store.storeId) => hub.tell(storeId, [{ id: crypto.randomUUID(), event, subjectId: 'x' }])
  tell('before the page')
  wait(1_000)
  for (let car = 0; car < 5; car += 1) tell('while it opened')
  tell('elsewhere', crypto.randomUUID())
  wait(400)
  open()
  expect(heard).toEqual([])
  open(500)
  expect(heard).toEqual(['while it opened'])
  wait(60_000)
  open(70_000) // half a minute at most
  expect(heard).toEqual(['while it opened'])
  hub.close()
})

test('news of the moment that was never written (who looks at a record) is told as often as it comes', () => {
  const { hub, heard, open } = aProcess()
  open()
  for (let time = 0; time < 2; time += 1) hub.tell(store.storeId, [{ event: 'presence.changed', subjectId: 'x' }])
  expect(heard).toEqual(['presence.changed', 'presence.changed'])
  hub.close()
})

test('who looks at a record is known at every process: two people at two processes see each other, and one who leaves is gone', async () => {
  const [one, two] = [aProcess(), aProcess()]
  one.open()
  two.open()
  const recordId = crypto.randomUUID()
  const start = store.clock.now().getTime()
  const [lin, he] = ['林晓', '何静'].map((name) => ({ personId: crypto.randomUUID(), name })) as [Here, Here]
  const [atOne, atTwo] = [sharedPresence(store.database, one.hub.tell), sharedPresence(store.database, two.hub.tell)]
  const look = (presence: Presence, person: Here, after: number, leaving = false) => presence({ storeId: store.storeId, recordId, at: start + after, person, leaving })
  expect(await look(atOne, lin, 0)).toEqual([])
  expect(await look(atTwo, he, 10)).toEqual([lin])
  expect(await look(atOne, lin, 20)).toEqual([he])
  expect(await look(atTwo, he, 30, true)).toEqual([lin])
  expect(await look(atOne, lin, 40)).toEqual([])
  expect(await look(atTwo, he, 20 + presenceMs)).toEqual([lin])
  expect(await look(atTwo, he, 41 + presenceMs)).toEqual([])
  for (const { relay } of [one, two]) await relay.look()
  const changes = (heard: readonly string[]) => heard.filter((event) => event.startsWith('presence.'))
  expect([changes(one.heard), changes(two.heard)]).toEqual(Array.from({ length: 2 }, () => ['presence.changed', 'presence.changed', 'presence.changed']))
  await Promise.all([one, two].map(({ relay, hub }) => { hub.close(); return relay.close() }))
})

import { afterAll, beforeEach, expect, test, vi } from 'vitest'

// The worker itself, in a browser's place: caches that keep the order of what was put, and a network that answers or is gone.
const origin = 'https://gangwei.example'
type Fetched = { request: Request; respondWith: (answer: Promise<Response>) => void; waitUntil: (work: Promise<unknown>) => void }
const listeners = new Map<string, (event: Fetched) => void>()
let shelves = new Map<string, Map<string, Response>>()
let network: (url: string) => Response = () => new Response('fresh')

const shelf = (name: string) => {
  const kept = shelves.get(name) ?? new Map<string, Response>()
  shelves.set(name, kept)
  return {
    keys: () => Promise.resolve([...kept.keys()].map((url) => new Request(url))),
    put: (request: Request, answer: Response) => { kept.delete(request.url); kept.set(request.url, answer); return Promise.resolve() },
    delete: ({ url }: Request) => Promise.resolve(kept.delete(url)),
  }
}
const browser = {
  location: { origin },
  self: { addEventListener: (name: string, heard: (event: Fetched) => void) => { listeners.set(name, heard) } },
  caches: {
    open: (name: string) => Promise.resolve(shelf(name)), delete: (name: string) => Promise.resolve(shelves.delete(name)), keys: () => Promise.resolve([...shelves.keys()]),
    match: ({ url }: Request) => Promise.resolve([...shelves.values()].map((kept) => kept.get(url)?.clone()).find((known) => known !== undefined)),
  },
  fetch: ({ url }: Request) => new Promise<Response>((resolve) => { resolve(network(url)) }),
}
for (const [name, part] of Object.entries(browser)) vi.stubGlobal(name, part)
afterAll(() => { vi.unstubAllGlobals() })
await import('./service-worker.ts')

beforeEach(() => { shelves = new Map(); network = () => new Response('fresh') })

async function ask(path: string, method = 'GET'): Promise<Response | null> {
  const waited: Promise<unknown>[] = []
  const given: Promise<Response>[] = []
  listeners.get('fetch')?.({ request: new Request(`${origin}${path}`, { method }), respondWith: (answer) => { given.push(answer) }, waitUntil: (work) => { waited.push(work) } })
  await Promise.all(waited)
  return await given[0] ?? null
}
const order = (nth: number): string => `/api/repair-orders/00000000-0000-7000-8000-${String(nth).padStart(12, '0')}`
const gone = (): never => { throw new TypeError('no network') }
const isKept = async (path: string): Promise<boolean> => { network = gone; return ask(path).then(() => true, () => false) }

test('of seventy orders the sixty looked at last stay; who is signed in, his jobs and photos stay beside them', async () => {
  for (const path of ['/api/session', '/api/workshop-jobs/mine', '/api/photos?subject=repair-order']) await ask(path)
  for (let nth = 0; nth < 70; nth += 1) {
    await ask(order(nth))
    if (nth === 65) await ask(order(6)) // looked at again
  }
  const standing = await Promise.all(Array.from({ length: 70 }, async (_, nth) => await isKept(order(nth)) ? [nth] : []))
  expect(standing.flat()).toEqual([6, ...Array.from({ length: 59 }, (_, index) => index + 11)])
  expect(await Promise.all(['/api/session', '/api/workshop-jobs/mine', '/api/photos?subject=repair-order'].map(isKept))).toEqual([true, true, true])
})

test('other answers are left alone, and a refused one is not kept', async () => {
  expect(await ask('/api/customers')).toBeNull()
  network = () => new Response('no', { status: 404 })
  await ask(order(1))
  expect(await isKept(order(1))).toBe(false)
})

test('who signs out, or is signed out, leaves nothing behind', async () => {
  await ask(order(1))
  await ask('/api/session/end', 'POST')
  expect(await isKept(order(1))).toBe(false)
  network = () => new Response('fresh')
  await ask(order(2))
  network = () => new Response('', { status: 401 })
  await ask('/api/session')
  expect(await isKept(order(2))).toBe(false)
})

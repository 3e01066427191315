// The pages without a network: the frame and its code from what was fetched before, and the few answers that a technician in the pit
// and an advisor at the walk-around need, the newest of them.
// Answers of other routes are never kept. Whoever signs out, or is signed out, leaves none behind.

type Fetching = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type Living = Event & { waitUntil(work: Promise<unknown>): void }
type Scope = { skipWaiting(): Promise<void>; readonly clients: { claim(): Promise<void> } }

const worker = self as unknown as Scope
const [pages, answers] = ['gangwei-pages-1', 'gangwei-answers-1']
const oneOrder = /^\/api\/repair-orders\/[\da-f-]{36}$/
const kept = [oneOrder, /^\/api\/session$/, /^\/api\/workshop-jobs\/mine$/, /^\/api\/car-history\//, /^\/api\/technical-documents\//, /^\/api\/photos\?/, /^\/api\/duties\/today$/]

/** Of the cars somebody looked at the last ones: a device is no archive. Who is signed in is asked once and stays. */
const mostOrders = 60

const keep = async (shelf: string, request: Request | string, answer: Response): Promise<Response> => {
  if (answer.ok) await (await caches.open(shelf)).put(request, answer.clone())
  return answer
}

async function codeFirstFromHere(request: Request): Promise<Response> {
  return await caches.match(request) ?? keep(pages, request, await fetch(request))
}

/** One page serves every address, so one copy of it does. */
async function page(request: Request): Promise<Response> {
  try {
    return await keep(pages, '/', await fetch(request))
  } catch (cause) {
    const known = await caches.match('/')
    if (known === undefined) throw cause
    return known
  }
}

async function forgetOldest(): Promise<void> {
  const shelf = await caches.open(answers)
  const orders = (await shelf.keys()).filter(({ url }) => oneOrder.test(new URL(url).pathname))
  await Promise.all(orders.slice(0, Math.max(0, orders.length - mostOrders)).map((request) => shelf.delete(request)))
}

async function answer(request: Request): Promise<Response> {
  try {
    const fresh = await fetch(request)
    if (fresh.status === 401) await caches.delete(answers)
    await keep(answers, request, fresh)
    await forgetOldest()
    return fresh
  } catch (cause) {
    const known = await caches.match(request)
    if (known === undefined) throw cause
    return known
  }
}

self.addEventListener('install', (event) => { (event as Living).waitUntil(worker.skipWaiting()) })

self.addEventListener('activate', (event) => {
  const tidy = async (): Promise<void> => {
    for (const name of await caches.keys()) if (name !== pages && name !== answers) await caches.delete(name)
    await worker.clients.claim()
  }
  ;(event as Living).waitUntil(tidy())
})

self.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Fetching
  const { origin, pathname, search } = new URL(request.url)
  const give = (made: Promise<Response>): void => respondWith.call(event, made)
  if (origin !== location.origin) return
  if (request.method === 'POST') {
    if (pathname.startsWith('/api/session')) (event as unknown as Living).waitUntil(caches.delete(answers))
    return
  }
  if (request.method !== 'GET') return
  if (pathname.startsWith('/assets/')) give(codeFirstFromHere(request))
  else if (request.mode === 'navigate' && !pathname.startsWith('/api/')) give(page(request))
  else if (kept.some((pattern) => pattern.test(`${pathname}${search}`))) give(answer(request))
})

export {}

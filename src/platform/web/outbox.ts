import { openDB, type IDBPDatabase } from 'idb'
import { useSyncExternalStore } from 'react'
import type { Problem } from '../http/problem.ts'
import { ownHeaders } from './api.ts'
import { noteOutdated } from './outdated.ts'

/**
 * What was done without a network waits here, on the device, and is sent in its order as soon as there is one. Its id is the deed's
 * Idempotency-Key, so that sending it twice does nothing twice. It belongs to the person who did it, and leaves in nobody else's name.
 */
export type Parcel = {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly personId: string
  readonly storeId: string
  /** What it is, for the list of what waits. */
  readonly title: string
  readonly address: string
  readonly content: Blob | string
  /** What it is about (a job, an order): that screen shows it as waiting. */
  readonly about: string
  /** The topic of its route: after it was sent, lists of it are fetched anew. */
  readonly topic: string
  /** The server's sentence, once it refused; it waits no longer but for the person. */
  readonly refused: string | null
}

type Sender = { readonly personId: string; readonly storeId: string }

let sender: Sender | null = null
let waiting: readonly Parcel[] = []
const listeners = new Set<() => void>()

let store: Promise<IDBPDatabase> | null = null
const shelf = (): Promise<IDBPDatabase> => (store ??= openDB('gangwei-outbox', 1, { upgrade: (made) => { made.createObjectStore('parcels', { keyPath: 'id' }) } }))

const isMine = ({ personId, storeId }: Parcel): boolean => personId === sender?.personId && storeId === sender.storeId

/** Other windows of this browser hear it too. */
const channel = new BroadcastChannel('gangwei-outbox')
channel.onmessage = () => { void look() }

async function look(): Promise<void> {
  const all = await (await shelf()).getAll('parcels') as Parcel[]
  waiting = all.filter(isMine).toSorted((a, b) => a.at - b.at)
  for (const listener of listeners) listener()
}

async function changed(): Promise<void> {
  channel.postMessage('changed')
  await look()
}

/** Whoever is signed in; only his parcels are seen and sent. */
export async function openOutbox(who: Sender | null): Promise<void> {
  sender = who
  await look()
}

export async function putInOutbox(parcel: Omit<Parcel, 'personId' | 'storeId' | 'refused' | 'at'>): Promise<void> {
  if (sender === null) throw new Error('nobody is signed in')
  await (await shelf()).put('parcels', { ...parcel, ...sender, at: Date.now(), refused: null } satisfies Parcel)
  await changed()
  window.dispatchEvent(new Event('gangwei-outbox'))
}

export async function dropParcel(id: string): Promise<void> {
  await (await shelf()).delete('parcels', id)
  await changed()
}

/** A refused one is tried once more, when the reason is gone. */
export async function tryAgain(parcel: Parcel): Promise<void> {
  await (await shelf()).put('parcels', { ...parcel, refused: null } satisfies Parcel)
  await changed()
  window.dispatchEvent(new Event('gangwei-outbox'))
}

type Outcome = 'sent' | 'later' | { readonly refused: string }

/** Busy, restarting, signed out, a page older than the server: later. Every other refusal is for the person to read. */
async function deliver(parcel: Parcel): Promise<Outcome> {
  const type = typeof parcel.content === 'string' ? 'application/json' : 'application/octet-stream'
  const headers = { ...ownHeaders(), 'content-type': type, 'idempotency-key': parcel.id }
  const response = await fetch(parcel.address, { method: 'POST', headers, body: parcel.content }).catch(() => null)
  if (response === null || !response.headers.get('content-type')?.includes('json')) return 'later'
  if (response.ok) return 'sent'
  noteOutdated(response.status)
  if (response.status >= 500 || [401, 426, 429].includes(response.status)) return 'later'
  return { refused: (await response.json() as Problem).detail }
}

/** Sends what waits, oldest first, from one window at a time; stops where the network does, and says whether it came through. */
export const sendWaiting = (onSent: (parcel: Parcel) => void): Promise<boolean> => navigator.locks.request('gangwei-outbox', async () => {
  await look()
  for (const parcel of waiting.filter(({ refused }) => refused === null)) {
    const outcome = await deliver(parcel)
    if (outcome === 'later') return false
    if (outcome === 'sent') await (await shelf()).delete('parcels', parcel.id)
    else await (await shelf()).put('parcels', { ...parcel, refused: outcome.refused } satisfies Parcel)
    await changed()
    onSent(parcel)
  }
  return true
})

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

/** My parcels on this device, oldest first. */
export const useOutbox = (): readonly Parcel[] => useSyncExternalStore(listen, () => waiting)

const listenToLine = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

export const useOnline = (): boolean => useSyncExternalStore(listenToLine, () => navigator.onLine)

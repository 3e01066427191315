import { useSyncExternalStore } from 'react'

// After an upgrade the server refuses what pages built before it ask (426). One refusal is enough: the page says so until it is loaded anew.
let outdated = false
const listeners = new Set<() => void>()

export function noteOutdated(status: number): void {
  if (status !== 426 || outdated) return
  outdated = true
  for (const listener of listeners) listener()
}

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

export const useOutdated = (): boolean => useSyncExternalStore(listen, () => outdated)

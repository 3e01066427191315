import { useState } from 'react'

/** What is typed survives a reload and a dead battery: the draft is kept on every key, under the record's own name. */
export function useDraft<Value>(name: string, initial: () => Value): [Value, (change: Partial<Value>) => void, () => void] {
  const place = `gangwei.draft.${name}`
  const [value, setValue] = useState<Value>(() => {
    const kept = localStorage.getItem(place)
    return kept === null ? initial() : { ...initial(), ...(JSON.parse(kept) as Partial<Value>) }
  })
  const change = (part: Partial<Value>) => setValue((before) => {
    const next = { ...before, ...part }
    localStorage.setItem(place, JSON.stringify(next))
    return next
  })
  return [value, change, () => localStorage.removeItem(place)]
}

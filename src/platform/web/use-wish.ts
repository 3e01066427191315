import { useState } from 'react'

/** What a dialog's fields hold, and a setter for each: `onChange={set('nameZh')}`. */
export function useWish<Wish extends object>(initial: Wish): readonly [Wish, <Key extends keyof Wish>(key: Key) => (value: Wish[Key]) => void] {
  const [wish, setWish] = useState(initial)
  return [wish, (key) => (value) => setWish((before) => ({ ...before, [key]: value }))]
}

import { useEffect, useRef, useState } from 'react'

/** Takes up one thing after the other, in the order they came: a hand scanner sends the next code before the last is answered. */
export function inOrder<Given>(work: (given: Given) => Promise<void>): (given: Given) => Promise<void> {
  let last = Promise.resolve()
  return (given) => {
    last = Promise.allSettled([last]).then(() => work(given))
    return last
  }
}

/** The same for a page: each is worked as the page stands when its turn comes. What it changes must come from the state before, not from what the page showed. */
export function useInOrder<Given>(work: (given: Given) => Promise<void>): (given: Given) => void {
  const newest = useRef(work)
  useEffect(() => { newest.current = work })
  const [line] = useState(() => inOrder((given: Given) => newest.current(given)))
  return (given) => { void line(given) }
}

import { useEffect, useState } from 'react'

/** The moment, read anew every so often: for running clocks and for what is left of a promise. */
export function useNow(everySeconds: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everySeconds * 1_000)
    return () => clearInterval(timer)
  }, [everySeconds])
  return now
}

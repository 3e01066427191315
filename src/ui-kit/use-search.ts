import { useEffect, useRef, useState } from 'react'

export type SearchFn<Found> = (query: string, signal: AbortSignal) => Promise<readonly Found[]>
export type SearchState<Found> = { found: readonly Found[]; busy: boolean; failed: boolean; searchedFor: string | null }

const pauseBeforeSearch = 120

/**
 * Asks 120 ms after the last key and drops every answer but the last question's. Old results stay while the new ones load,
 * so that the list does not flicker. A null query asks nothing.
 */
export function useSearch<Found>(query: string | null, search: SearchFn<Found>): SearchState<Found> {
  const [state, setState] = useState<SearchState<Found>>({ found: [], busy: false, failed: false, searchedFor: null })
  const latestSearch = useRef(search)
  useEffect(() => {
    latestSearch.current = search
  }, [search])
  useEffect(() => {
    if (query === null) {
      setState({ found: [], busy: false, failed: false, searchedFor: null })
      return
    }
    const stale = new AbortController()
    setState((before) => ({ ...before, busy: true }))
    const timer = setTimeout(() => {
      latestSearch.current(query, stale.signal).then(
        (found) => stale.signal.aborted || setState({ found, busy: false, failed: false, searchedFor: query }),
        () => stale.signal.aborted || setState({ found: [], busy: false, failed: true, searchedFor: query }),
      )
    }, pauseBeforeSearch)
    return () => {
      clearTimeout(timer)
      stale.abort()
    }
  }, [query])
  return state
}

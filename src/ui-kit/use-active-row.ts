import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { isForRows, rowAfterKey } from './row-keys.ts'

type ActiveRowInput<Row> = {
  rows: readonly Row[]
  rowKey: (row: Row) => string
  selectedKey?: string | null | undefined
  onOpen?: ((row: Row) => void) | undefined
  body: RefObject<HTMLElement | null>
  /** Indexes of the rows in the page now. */
  shown: readonly number[]
  scrollTo: (index: number) => void
}

export type ActiveRow = {
  /** The one row that the Tab key reaches; null when rows do nothing. */
  tabbable: number | null
  reach: (index: number) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** One tab stop for the whole table; the keys move it from row to row and scroll it into view. */
export function useActiveRow<Row>({ rows, rowKey, selectedKey, onOpen, body, shown, scrollTo }: ActiveRowInput<Row>): ActiveRow {
  const [reached, setReached] = useState<number | null>(null)
  const wanted = useRef<number | null>(null)
  const selected = selectedKey === null || selectedKey === undefined ? -1 : rows.findIndex((row) => rowKey(row) === selectedKey)
  const at = reached ?? (selected >= 0 ? selected : (shown[0] ?? 0))

  // A row far away enters the page a moment after the scroll; focus follows as soon as it is there.
  useEffect(() => {
    if (wanted.current === null) return
    const row = body.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`)
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  })

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!onOpen || !isForRows(event)) return
    if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('[data-row]')) {
      const row = rows[at]
      if (row !== undefined) onOpen(row)
      return
    }
    const next = rowAfterKey(event.key, at, rows.length)
    if (next === null) return
    event.preventDefault()
    wanted.current = next
    scrollTo(next)
    setReached(next)
  }
  const tabbable = !onOpen ? null : shown.includes(at) ? at : (shown[0] ?? null)
  return { tabbable, reach: setReached, onKeyDown }
}

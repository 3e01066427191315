import { useEffect, useRef } from 'react'

/** Which row a key leads to. J and K as in a mail program, arrows for everyone else. Null: not a key for rows. */
export function rowAfterKey(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'j' || key === 'J' || key === 'ArrowDown') return Math.min(at + 1, count - 1)
  if (key === 'k' || key === 'K' || key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}

export type KeyPress = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; target: EventTarget | null }

/** Keys pressed in a field, or held with a modifier, are not meant for the rows. */
export const isForRows = (press: KeyPress): boolean => !press.ctrlKey && !press.metaKey && !press.altKey && !isField(press.target)

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], [role=menu], [role=combobox]') !== null

/** J and K anywhere on the page, unless something is open above it or the list handled the key already. */
export function usePageRowKeys(on: boolean, onKey: (key: string) => boolean): void {
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    if (!on) return
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !/^[jk]$/i.test(event.key) || !isForRows(event)) return
      if (document.querySelector('dialog[open], :popover-open:not([role=tooltip])')) return
      if (latest.current(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [on])
}

import { useEffect } from 'react'

/** A single-letter shortcut that leaves typing and open dialogs alone. */
export function useKey(key: string, onPress: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog, [contenteditable]') !== null
      if (!typing && event.key === key && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault()
        onPress()
      }
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}

// What lies under a dialog that holds a form stands still while somebody fills it in: who brings news asks here first, and is told when they may pass.
const open = new Set<HTMLDialogElement>()
const listeners = new Set<() => void>()

export const isFormOpen = (): boolean => [...open].some((dialog) => dialog.querySelector('form') !== null)

/** A dialog is on the screen until the answer is called. */
export function noteOpen(dialog: HTMLDialogElement): () => void {
  open.add(dialog)
  return () => {
    open.delete(dialog)
    for (const listener of listeners) listener()
  }
}

export function onDialogClosed(listener: () => void): () => void {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

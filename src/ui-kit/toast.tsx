import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { createContext, use, useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { IconButton } from './button.tsx'
import { useKitTexts } from './kit-texts.ts'

export type Toast = {
  text: string
  tone?: 'done' | 'danger' | undefined
  /** Such as undo. Pressing it closes the toast. */
  action?: { text: string; onPick: () => void } | undefined
}

type ShownToast = Toast & { id: number }

const ToastContext = createContext<(toast: Toast) => void>(() => {
  throw new Error('useToast needs a ToastProvider above it')
})

/** Says in a corner that a deed was done: `const say = useToast(); say({ text: '已派工' })`. */
export const useToast = (): ((toast: Toast) => void) => use(ToastContext)

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([])
  const lastId = useRef(0)
  const show = useCallback((toast: Toast) => {
    lastId.current += 1
    const id = lastId.current
    setToasts((before) => [...before, { ...toast, id }].slice(-3))
  }, [])
  const close = useCallback((id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)), [])
  return (
    <ToastContext value={show}>
      {children}
      {/* The spoken copy is always in the page; a region that appears together with its text is often not read. */}
      <div className="k-unseen" role="status" aria-live="polite">{toasts.at(-1)?.text}</div>
      <ToastStack toasts={toasts} onClose={close} />
    </ToastContext>
  )
}

/** In the top layer, re-entered with each toast so that it stands above a dialog opened since. */
function ToastStack({ toasts, onClose }: { toasts: readonly ShownToast[]; onClose: (id: number) => void }) {
  const stack = useRef<HTMLDivElement>(null)
  const texts = useKitTexts()
  const newest = toasts.at(-1)?.id
  useLayoutEffect(() => {
    const element = stack.current
    if (newest === undefined || !element) return
    element.showPopover()
    return () => element.hidePopover()
  }, [newest])
  return (
    <div ref={stack} popover="manual" role="region" aria-label={texts.messages} className="k-toasts">
      {toasts.map((toast) => <ToastCard key={toast.id} toast={toast} onClose={onClose} />)}
    </div>
  )
}

const shownFor = { plain: 5000, withAction: 9000 } as const

function ToastCard({ toast, onClose }: { toast: ShownToast; onClose: (id: number) => void }) {
  const texts = useKitTexts()
  const [held, setHeld] = useState(false)
  const { id, tone = 'done', action } = toast
  // A toast under the pointer or the focus stays; a failure stays until it is closed.
  useEffect(() => {
    if (held || tone === 'danger') return
    const timer = setTimeout(() => onClose(id), action ? shownFor.withAction : shownFor.plain)
    return () => clearTimeout(timer)
  }, [held, tone, action, id, onClose])
  const Icon = tone === 'danger' ? CircleAlert : CircleCheck
  return (
    <div className={`k-toast k-toast-${tone}`} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <Icon size={16} aria-hidden />
      <span className="k-toast-text">{toast.text}</span>
      {action && (
        <button type="button" className="k-link-button" onClick={() => {
          action.onPick()
          onClose(id)
        }}>{action.text}</button>
      )}
      <IconButton aria-label={texts.close} icon={X} size="desk" onPress={() => onClose(id)} />
    </div>
  )
}

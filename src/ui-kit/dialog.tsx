import { X } from 'lucide-react'
import { useId, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { Button, IconButton } from './button.tsx'
import { classNames } from './class-names.ts'
import { useKitTexts } from './kit-texts.ts'
import { Notice } from './notice.tsx'
import { noteOpen } from './open-forms.ts'
import { TextAreaField } from './text-fields.tsx'

export type DialogProps = {
  title: ReactNode
  /** Escape and the cross ask for this; the dialog is open as long as it is rendered. */
  onClose: () => void
  children: ReactNode
  /** Buttons, the outcome last. */
  footer?: ReactNode
  size?: 'small' | 'medium' | 'wide' | undefined
  /** When given, the dialog is a form and Enter submits it. */
  onSubmit?: (() => void) | undefined
}

/** A native modal dialog; on phones a sheet from the bottom. */
export function Dialog({ title, onClose, children, footer, size = 'medium', onSubmit }: DialogProps) {
  const texts = useKitTexts()
  const titleId = useId()
  const dialog = useModal()
  const form = useSubmit(onSubmit)
  const content = (
    <>
      <header className="k-dialog-head">
        <h2 id={titleId} className="k-dialog-title k-cut">{title}</h2>
        <IconButton aria-label={texts.close} icon={X} onPress={onClose} />
      </header>
      <div className="k-dialog-body">{children}</div>
      {footer !== undefined && <footer className="k-dialog-foot">{footer}</footer>}
    </>
  )
  return (
    <dialog ref={dialog} className={classNames('k-dialog', `k-dialog-${size}`)} aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      // Chromium closes on a second Escape without asking; the owner must hear of it.
      onClose={(event) => event.target === event.currentTarget && !event.currentTarget.open && onClose()}>
      {onSubmit ? <form ref={form} className="k-dialog-frame" noValidate>{content}</form> : <div className="k-dialog-frame">{content}</div>}
    </dialog>
  )
}

/**
 * Heard at the form itself: a dialog that a form opened lies inside that form, and a browser lets the submit of an inner form travel no further than the outer one. React
 * would not hear of it, and the browser would send the form and load the page anew.
 */
function useSubmit(onSubmit: (() => void) | undefined): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  const latest = useRef(onSubmit)
  useLayoutEffect(() => { latest.current = onSubmit })
  const isForm = onSubmit !== undefined
  useLayoutEffect(() => {
    const element = form.current
    if (element === null || !isForm) return
    const submit = (event: SubmitEvent) => {
      event.preventDefault()
      event.stopPropagation()
      latest.current?.()
    }
    element.addEventListener('submit', submit)
    return () => element.removeEventListener('submit', submit)
  }, [isForm])
  return form
}

/** Opens the dialog as a modal and gives the focus back to whoever had it. */
function useModal() {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    if (element === null) return
    const opener = document.activeElement
    element.showModal()
    focusFirstField(element)
    const closed = noteOpen(element)
    return () => {
      element.close()
      closed()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return dialog
}

/** The browser would focus the cross. The person came for the first field, or else for the outcome; for what destroys, a hand must go to it first. */
function focusFirstField(dialog: HTMLDialogElement): void {
  const find = (wanted: string) => dialog.querySelector<HTMLElement>(wanted)
  const field = find('.k-dialog-body :is(input, select, textarea):not(:disabled)') ?? find('.k-dialog-foot .k-button-primary[type=submit]') ?? find('.k-dialog-foot button')
  if (!dialog.querySelector('[autofocus]')) field?.focus()
}

export type ConfirmDialogProps = {
  title: ReactNode
  children?: ReactNode
  /** The button is named by its outcome: "作废工单", never "确定". */
  confirmText: string
  kind?: 'primary' | 'danger' | undefined
  /** When given, a reason must be written before the deed. */
  reason?: { label: string; placeholder?: string | undefined; missing: string } | undefined
  busy?: boolean | undefined
  error?: string | null | undefined
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** Asks before a deed that cannot be taken back. */
export function ConfirmDialog({ title, children, confirmText, kind = 'danger', reason, busy, error, onConfirm, onClose }: ConfirmDialogProps) {
  const texts = useKitTexts()
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const confirm = () => {
    if (busy) return
    if (reason && words.trim() === '') {
      setMissing(true)
      reasonField.current?.focus()
    } else onConfirm(words.trim())
  }
  return (
    <Dialog title={title} size="small" onClose={onClose} onSubmit={confirm}
      footer={<><Button onPress={onClose}>{texts.cancel}</Button><Button kind={kind} submit busy={busy}>{confirmText}</Button></>}>
      <div className="k-stack">
        {children !== undefined && <div className="k-dialog-words">{children}</div>}
        {reason && <TextAreaField ref={reasonField} label={reason.label} placeholder={reason.placeholder} required autoFocus rows={2} value={words} onChange={setWords}
          error={missing && words.trim() === '' ? reason.missing : null} />}
        {error && <Notice tone="danger">{error}</Notice>}
      </div>
    </Dialog>
  )
}

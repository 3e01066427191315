import { useId, useRef, type ReactNode, type SyntheticEvent } from 'react'
import { movePopup } from './place-popup.ts'

type Anchor = SyntheticEvent<HTMLElement>

export type Tooltip = {
  id: string
  /** Spread on the control the tooltip speaks of. */
  anchorProps: { onPointerEnter: (event: Anchor) => void; onPointerLeave: () => void; onFocus: (event: Anchor) => void; onBlur: () => void }
  /** Render beside the control. Hidden, it still serves as `aria-describedby`. */
  element: ReactNode
}

/** A tooltip in the top layer, shown on hover and on keyboard focus. */
export function useTooltip(text: string | null | undefined): Tooltip {
  const id = useId()
  const popup = useRef<HTMLSpanElement>(null)
  const show = (anchor: HTMLElement) => {
    if (!popup.current) return
    if (!popup.current.matches(':popover-open')) popup.current.showPopover()
    movePopup(popup.current, anchor, 'centre')
  }
  const hide = () => {
    if (popup.current?.matches(':popover-open')) popup.current.hidePopover()
  }
  return {
    id,
    anchorProps: {
      onPointerEnter: (event) => show(event.currentTarget),
      onPointerLeave: hide,
      onFocus: (event) => event.currentTarget.matches(':focus-visible') && show(event.currentTarget),
      onBlur: hide,
    },
    element: text ? <span ref={popup} id={id} role="tooltip" popover="manual" className="k-tooltip">{text}</span> : null,
  }
}

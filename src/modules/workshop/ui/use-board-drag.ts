import { useRef, useState, type PointerEvent } from 'react'
import { snapDown, quarter, type Span } from '../domain/working-time.ts'
import type { Moved, Spot } from './board-place.ts'

export type Drag = { readonly moved: Moved; /** Null while it hovers over no bay. */ readonly spot: Spot | null; readonly x: number; readonly y: number }

type Begun = { readonly moved: Moved; readonly x: number; readonly y: number; /** Milliseconds between the job's beginning and the finger. */ readonly grip: number }

const slackPixels = 5
const longPressMilliseconds = 400

/** The bay and the quarter of an hour under a point; rows say by `data-bay` which bay they are. */
function spotAt(window: Span, { x, y }: { x: number; y: number }, grip: number): Spot | null {
  const track = document.elementsFromPoint(x, y).map((element) => element.closest<HTMLElement>('[data-bay]')).find((row) => row !== null)
  const bay = track?.dataset['bay']
  if (track === undefined || track === null || bay === undefined) return null
  const box = track.getBoundingClientRect()
  const at = window.from + ((x - box.left) / box.width) * (window.until - window.from) - grip
  return { bay, from: Math.min(Math.max(window.from, snapDown(at + quarter / 2)), window.until - quarter) }
}

/**
 * Dragging with a pointer: at once with a mouse, after a long press with a finger, so that the board still scrolls. A press without a
 * move stays a click.
 */
export function useBoardDrag(window: Span, onDrop: (moved: Moved, spot: Spot) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const last = useRef<Drag | null>(null)
  const show = (next: Drag | null) => { last.current = next; setDrag(next) }
  const begin = (event: PointerEvent<HTMLElement>, moved: Moved, from: number | null) => {
    if (event.button !== 0) return
    const track = event.currentTarget.closest<HTMLElement>('[data-bay]')
    const box = track?.getBoundingClientRect()
    const grip = box === undefined || from === null ? 0 : window.from + ((event.clientX - box.left) / box.width) * (window.until - window.from) - from
    follow(event, { moved, x: event.clientX, y: event.clientY, grip })
  }
  const follow = (event: PointerEvent<HTMLElement>, begun: Begun) => {
    const { pointerId, pointerType, currentTarget } = event
    let lifted = false
    const lift = () => { lifted = true; show({ moved: begun.moved, spot: null, x: begun.x, y: begun.y }) }
    const press = pointerType === 'touch' ? setTimeout(lift, longPressMilliseconds) : undefined
    const far = (x: number, y: number) => Math.hypot(x - begun.x, y - begun.y) > slackPixels
    const end = () => {
      clearTimeout(press)
      globalThis.removeEventListener('pointermove', move)
      globalThis.removeEventListener('pointerup', drop)
      globalThis.removeEventListener('pointercancel', cancel)
      globalThis.removeEventListener('keydown', escape)
      document.removeEventListener('touchmove', hold)
      show(null)
    }
    const cancel = () => end()
    const escape = ({ key }: KeyboardEvent) => { if (key === 'Escape') end() }
    const hold = (touch: TouchEvent) => { if (lifted) touch.preventDefault() }
    const move = ({ pointerId: id, clientX: x, clientY: y }: globalThis.PointerEvent) => {
      if (id !== pointerId) return
      if (!lifted && far(x, y)) { if (pointerType === 'touch') { end(); return } lift() }
      if (lifted) show({ moved: begun.moved, spot: spotAt(window, { x, y }, begun.grip), x, y })
    }
    const drop = ({ pointerId: id }: globalThis.PointerEvent) => {
      if (id !== pointerId) return
      const spot = last.current?.spot ?? null
      if (lifted) currentTarget.addEventListener('click', (click) => { click.stopPropagation(); click.preventDefault() }, { capture: true, once: true })
      end()
      if (spot !== null) onDrop(begun.moved, spot)
    }
    globalThis.addEventListener('pointermove', move)
    globalThis.addEventListener('pointerup', drop)
    globalThis.addEventListener('pointercancel', cancel)
    globalThis.addEventListener('keydown', escape)
    document.addEventListener('touchmove', hold, { passive: false })
  }
  return { drag, begin }
}

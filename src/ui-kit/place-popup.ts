export type Box = { top: number; left: number; width: number; height: number }
export type Size = { width: number; height: number }
export type PopupSide = 'start' | 'end' | 'centre'
export type PopupPlace = { top: number; left: number; maxHeight: number }

const gap = 4
const margin = 8

/**
 * Where a popup goes beside its anchor: below when it fits there, else on the roomier side, never outside the window.
 * Fixed coordinates, because popups live in the top layer, where no dialog or scroller can clip them.
 */
export function placePopup(anchor: Box, popup: Size, view: Size, side: PopupSide): PopupPlace {
  const roomBelow = view.height - anchor.top - anchor.height - gap - margin
  const roomAbove = anchor.top - gap - margin
  const above = popup.height > roomBelow && roomAbove > roomBelow
  const maxHeight = Math.min(above ? roomAbove : roomBelow, view.height - 2 * margin)
  const height = Math.min(popup.height, maxHeight)
  const wishedTop = above ? anchor.top - gap - height : anchor.top + anchor.height + gap
  const top = Math.max(margin, Math.min(wishedTop, view.height - height - margin))
  const left = Math.max(margin, Math.min(wishedLeft(anchor, popup, side), view.width - popup.width - margin))
  return { top, left, maxHeight }
}

function wishedLeft(anchor: Box, popup: Size, side: PopupSide): number {
  if (side === 'start') return anchor.left
  if (side === 'end') return anchor.left + anchor.width - popup.width
  return anchor.left + (anchor.width - popup.width) / 2
}

/** Puts an open popover beside its anchor. Its natural height is measured first, so an earlier limit is lifted. */
export function movePopup(popup: HTMLElement, anchor: HTMLElement, side: PopupSide, sameWidth = false): void {
  const anchorBox = anchor.getBoundingClientRect()
  popup.style.maxHeight = ''
  if (sameWidth) popup.style.minWidth = `${anchorBox.width}px`
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight }
  const place = placePopup(anchorBox, { width: popup.offsetWidth, height: popup.offsetHeight }, view, side)
  popup.style.top = `${place.top}px`
  popup.style.left = `${place.left}px`
  popup.style.maxHeight = `${place.maxHeight}px`
}

/**
 * Keeps an open popover at its anchor until the returned function is called: whatever moves the anchor (scrolling, the window, a panel
 * above it that has just arrived) is seen in the next frame.
 */
export function followAnchor(anchor: HTMLElement, move: () => void): () => void {
  let before = ''
  let frame = 0
  const look = () => {
    const { top, left, width, height } = anchor.getBoundingClientRect()
    const now = [top, left, width, height, window.innerWidth, window.innerHeight].join()
    if (now !== before) move()
    before = now
    frame = requestAnimationFrame(look)
  }
  look()
  return () => cancelAnimationFrame(frame)
}

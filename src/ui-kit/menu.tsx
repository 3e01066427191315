import { ChevronDown, EllipsisVertical, type LucideIcon } from 'lucide-react'
import { useId, useRef, type KeyboardEvent, type ReactNode, type RefObject, type ToggleEvent } from 'react'
import { classNames } from './class-names.ts'
import { KeyCap } from './key-cap.tsx'
import { movePopup } from './place-popup.ts'

export type MenuItem = {
  id: string
  text: string
  icon?: LucideIcon | undefined
  keyCap?: string | undefined
  destructive?: boolean | undefined
  /** A line above this item. */
  separated?: boolean | undefined
  /** Why this cannot be done now; shown under the text. */
  whyNot?: string | null | undefined
  onPick: () => void
}

export type MenuProps = {
  /** The name of the button; begin it with its visible text when there is one. */
  label: string
  items: readonly MenuItem[]
  /** Visible content of the button. Without it the button is three dots. */
  children?: ReactNode
  kind?: 'plain' | 'quiet' | undefined
  side?: 'start' | 'end' | undefined
}

/** A button that opens a list of deeds. Destructive ones live here, out of the way of quick hands. */
export function Menu({ label, items, children, kind = 'plain', side = 'end' }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  return (
    <>
      <button ref={button} type="button" popoverTarget={id} aria-haspopup="menu" aria-expanded={false} aria-label={label}
        className={classNames('k-button', `k-button-${kind}`, children === undefined && 'k-button-icon')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          list.current?.showPopover()
        }}>
        {children === undefined ? <EllipsisVertical size={16} aria-hidden /> : <><span className="k-button-text">{children}</span><ChevronDown size={14} aria-hidden /></>}
      </button>
      <MenuList ref={list} id={id} anchor={button} label={label} items={items} side={side} />
    </>
  )
}

export type MenuListProps = Pick<MenuProps, 'label' | 'items' | 'side'> & {
  id?: string | undefined
  /** The button that it stands beside, and that has the focus again afterwards. */
  anchor: RefObject<HTMLElement | null>
  ref: RefObject<HTMLDivElement | null>
}

/** The list alone: many buttons (the cells of a plan) share one; whoever opens it points `anchor` at his button and calls `showPopover`. */
export function MenuList({ id, label, items, side = 'end', anchor, ref }: MenuListProps) {
  const anyIcon = items.some((item) => item.icon !== undefined)
  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    anchor.current?.setAttribute('aria-expanded', String(event.newState === 'open'))
    if (event.newState !== 'open' || !anchor.current) return
    movePopup(event.currentTarget, anchor.current, side)
    itemsOf(event.currentTarget)[0]?.focus()
  }
  const pick = (item: MenuItem) => {
    if (item.whyNot) return
    ref.current?.hidePopover()
    anchor.current?.focus()
    item.onPick()
  }
  return (
    <div ref={ref} id={id} popover="auto" role="menu" aria-label={label} className="k-menu" onToggle={onToggle} onKeyDown={moveFocus}>
      {items.map((item) => (
        <button key={item.id} type="button" role="menuitem" tabIndex={-1} aria-disabled={item.whyNot ? true : undefined}
          className={classNames('k-menu-item', item.destructive && 'k-menu-destructive', item.separated && 'k-menu-separated')} onClick={() => pick(item)}>
          {item.icon ? <item.icon size={15} aria-hidden /> : anyIcon && <span className="k-menu-gap" />}
          <span className="k-menu-words">{item.text}{item.whyNot && <span className="k-menu-reason">{item.whyNot}</span>}</span>
          {item.keyCap !== undefined && <KeyCap keys={item.keyCap} />}
        </button>
      ))}
    </div>
  )
}

const itemsOf = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=menuitem]')]

/** Arrows go round; Home and End go to the ends; a letter goes to the next item that begins with it; Tab leaves. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const items = itemsOf(event.currentTarget)
  const at = items.findIndex((item) => item === document.activeElement)
  if (event.key === 'Tab') event.currentTarget.hidePopover()
  const next = nextItem(items, at, event.key)
  if (!next) return
  event.preventDefault()
  next.focus()
}

function nextItem(items: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(at + 1) % items.length]
  if (key === 'ArrowUp') return items.at(at - 1)
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if (key.length !== 1 || key === ' ') return undefined
  const begins = (item: HTMLElement) => item.textContent.toLowerCase().startsWith(key.toLowerCase())
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(begins)
}

import { Plus } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { classNames } from './class-names.ts'
import { useKitTexts } from './kit-texts.ts'
import { followAnchor, movePopup } from './place-popup.ts'
import type { TypeaheadOption, TypeaheadRow } from './typeahead.tsx'

type TypeaheadPopupProps<Option> = {
  id: string
  label: string
  anchor: RefObject<HTMLElement | null>
  open: boolean
  rows: readonly TypeaheadRow<Option>[]
  active: number
  query: string
  note: 'nothing' | 'failed' | null
  onPick: (row: TypeaheadRow<Option>) => void
  onPoint: (index: number) => void
}

/** The list under the input, in the top layer: a dialog's edge does not cut it. */
export function TypeaheadPopup<Option extends TypeaheadOption>(props: TypeaheadPopupProps<Option>) {
  const { id, label, anchor, open, rows, active, note } = props
  const texts = useKitTexts()
  const popup = useRef<HTMLDivElement>(null)
  const words = note === 'nothing' ? texts.noResults : note === 'failed' ? texts.searchFailed : ''
  usePlacement(popup, anchor, open, rows)
  useEffect(() => {
    if (open) document.getElementById(`${id}-option-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, open, active])
  return (
    // Pressing inside must not take the focus from the input, or the list would close before the click arrives.
    <div ref={popup} popover="manual" className="k-typeahead-popup" onMouseDown={(event) => event.preventDefault()}>
      <div className="k-unseen" role="status">{open ? words : ''}</div>
      {open && note && <div className="k-typeahead-note" aria-hidden>{words}</div>}
      <div id={`${id}-list`} role="listbox" aria-label={label} className="k-typeahead-list">
        {open && grouped(rows).map((group) => (
          group.heading === null
            ? group.rows.map((entry) => <PopupRow key={entry.index} {...props} {...entry} />)
            : <div key={group.heading} role="group" aria-label={group.heading}>
                <div className="k-typeahead-heading" aria-hidden>{group.heading}</div>
                {group.rows.map((entry) => <PopupRow key={entry.index} {...props} {...entry} />)}
              </div>
        ))}
      </div>
    </div>
  )
}

type Entry<Option> = { row: TypeaheadRow<Option>; index: number }

function PopupRow<Option extends TypeaheadOption>({ id, active, row, index, onPick, onPoint }: TypeaheadPopupProps<Option> & Entry<Option>) {
  const chosen = index === active
  return (
    <div id={`${id}-option-${index}`} role="option" aria-selected={chosen} className={classNames('k-typeahead-option', row.kind === 'create' && 'k-typeahead-create')}
      onPointerMove={() => chosen || onPoint(index)} onClick={() => onPick(row)}>
      {row.kind === 'create' ? <><Plus size={15} aria-hidden />{row.text}</> : <OptionLines option={row.option} />}
    </div>
  )
}

function OptionLines({ option }: { option: TypeaheadOption }): ReactNode {
  return (
    <>
      <span className="k-typeahead-words">
        <span className="k-typeahead-primary k-cut">{option.primary}</span>
        {option.secondary !== undefined && <span className="k-typeahead-secondary k-cut">{option.secondary}</span>}
      </span>
      {option.trailing !== undefined && <span className="k-typeahead-trailing">{option.trailing}</span>}
    </>
  )
}

function grouped<Option extends TypeaheadOption>(rows: readonly TypeaheadRow<Option>[]): { heading: string | null; rows: Entry<Option>[] }[] {
  const groups: { heading: string | null; rows: Entry<Option>[] }[] = []
  rows.forEach((row, index) => {
    const heading = row.kind === 'option' ? (row.option.group ?? null) : null
    const last = groups.at(-1)
    if (last && last.heading === heading) last.rows.push({ row, index })
    else groups.push({ heading, rows: [{ row, index }] })
  })
  return groups
}

/** Shows and hides the popover and keeps it at its anchor whatever moves that. */
function usePlacement(popup: RefObject<HTMLElement | null>, anchor: RefObject<HTMLElement | null>, open: boolean, content: unknown): void {
  useLayoutEffect(() => {
    const element = popup.current
    if (!element || !open) return
    element.showPopover()
    return () => element.hidePopover()
  }, [popup, open])
  useLayoutEffect(() => {
    if (!open) return
    const [element, beside] = [popup.current, anchor.current]
    if (element && beside) return followAnchor(beside, () => movePopup(element, beside, 'start', true))
  }, [popup, anchor, open, content])
}

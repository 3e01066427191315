import { LoaderCircle, X, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { Field, fieldPropsOf, type FieldProps } from './field.tsx'
import { KeyCap } from './key-cap.tsx'
import { useKitTexts } from './kit-texts.ts'
import { TypeaheadPopup } from './typeahead-popup.tsx'
import { useSearch, type SearchFn } from './use-search.ts'

export type TypeaheadOption = {
  id: string
  primary: ReactNode
  secondary?: ReactNode
  trailing?: ReactNode
  /** The plain text the input shows once picked; needed when `primary` is no string. */
  text?: string | undefined
  /** Options of one group stand together under this heading. */
  group?: string | undefined
}

export type TypeaheadProps<Option extends TypeaheadOption> = FieldProps & {
  search: SearchFn<Option>
  onPick: (option: Option) => void
  /** What is picked now. Leave it out for a search box that empties itself after each pick. */
  picked?: Option | null | undefined
  onClear?: (() => void) | undefined
  /** A last row that makes what was not found. */
  create?: { text: (query: string) => string; onCreate: (query: string) => void } | undefined
  /** 0 shows suggestions before anything is typed. */
  minimumLength?: number | undefined
  placeholder?: string | undefined
  icon?: LucideIcon | undefined
  keyCap?: string | undefined
  disabled?: boolean | undefined
  autoFocus?: boolean | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

/** A combobox that searches as you type (ARIA 1.2: combobox with listbox; focus stays in the input). */
export function Typeahead<Option extends TypeaheadOption>(props: TypeaheadProps<Option>) {
  const { picked, placeholder, icon: Icon, keyCap, disabled, autoFocus, ref } = props
  const texts = useKitTexts()
  const box = useRef<HTMLSpanElement>(null)
  const combobox = useCombobox(props)
  const { query, open, rows, active } = combobox
  return (
    <Field {...fieldPropsOf(props)}>
      {({ id, control }) => (
        <span className="k-input k-typeahead" ref={box}>
          {Icon && <Icon className="k-typeahead-icon" size={15} aria-hidden />}
          <input {...control} ref={ref} type="text" role="combobox" aria-autocomplete="list" aria-expanded={open} aria-controls={open ? `${id}-list` : undefined}
            aria-activedescendant={open && active >= 0 ? `${id}-option-${active}` : undefined} autoComplete="off" spellCheck={false}
            placeholder={placeholder} disabled={disabled} autoFocus={autoFocus} value={query ?? textOf(picked)}
            onChange={(event) => combobox.type(event.target.value)} onKeyDown={combobox.onKeyDown}
            onFocus={combobox.focus} onClick={combobox.focus} onBlur={combobox.leave} />
          {combobox.busy && <LoaderCircle className="k-spin k-typeahead-busy" size={14} role="img" aria-label={texts.loading} />}
          {props.onClear && picked && !disabled && (
            <button type="button" className="k-typeahead-clear" aria-label={`${texts.clear} ${props.label}`} onClick={props.onClear}><X size={14} aria-hidden /></button>
          )}
          {keyCap !== undefined && (query ?? '') === '' && !combobox.busy && <span className="k-typeahead-key"><KeyCap keys={keyCap} /></span>}
          <TypeaheadPopup id={id} label={props.label} anchor={box} open={open} rows={rows} active={active} query={query ?? ''}
            note={combobox.failed ? 'failed' : combobox.nothing ? 'nothing' : null} onPick={combobox.pick} onPoint={combobox.point} />
        </span>
      )}
    </Field>
  )
}

export type TypeaheadRow<Option> = { kind: 'option'; option: Option } | { kind: 'create'; text: string }

/** The combobox's memory: what is typed, whether the list shows, which row the keys are on. */
function useCombobox<Option extends TypeaheadOption>({ search, onPick, create, minimumLength = 1 }: TypeaheadProps<Option>) {
  const [query, setQuery] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [eager, setEager] = useState(false)
  const wanted = (query ?? '').trim()
  const asks = open && wanted.length >= minimumLength
  const state = useSearch(asks ? wanted : null, search)
  const answered = asks && state.searchedFor !== null
  const rows: TypeaheadRow<Option>[] = answered ? state.found.map((option) => ({ kind: 'option', option })) : []
  if (create && answered && wanted !== '') rows.push({ kind: 'create', text: create.text(wanted) })
  // The best answer is under the Enter key without an arrow, but a "create" row never is.
  useEffect(() => setActive(state.found.length > 0 ? 0 : -1), [state.found])

  const close = () => {
    setOpen(false)
    setQuery(null)
    setEager(false)
  }
  const pick = (row: TypeaheadRow<Option>) => {
    close()
    if (row.kind === 'option') onPick(row.option)
    else create?.onCreate(wanted)
  }
  // Enter was quicker than the answer, as a scanner always is: the best one is taken when it comes.
  const pending = asks && wanted !== '' && (state.busy || state.searchedFor !== wanted)
  const best = eager && !pending ? state.found[0] : undefined
  useEffect(() => { if (best !== undefined) pick({ kind: 'option', option: best }) })
  const shows = asks && (answered || state.failed)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // While an input method composes, Enter and the arrows belong to it. Safari reports its last Enter with code 229 only.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const row = rows[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!shows) setOpen(true)
      else setActive(steppedIndex(active, event.key === 'ArrowDown' ? 1 : -1, rows.length))
    } else if (event.key === 'Enter' && (shows || pending)) {
      event.preventDefault()
      if (pending) setEager(true)
      else if (row && !state.busy) pick(row)
    } else if (event.key === 'Escape' && (shows || query !== null)) {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (event.key === 'Tab' && shows && row?.kind === 'option' && wanted !== '' && !state.busy) pick(row)
  }
  return {
    query, rows, active, pick, onKeyDown, open: shows, busy: asks && state.busy, failed: state.failed,
    nothing: answered && !state.failed && state.found.length === 0,
    point: setActive,
    focus: () => setOpen(true),
    leave: close,
    type: (text: string) => {
      setQuery(text)
      setOpen(true)
      setEager(false)
    },
  }
}

const steppedIndex = (index: number, step: 1 | -1, count: number): number => (count === 0 ? -1 : index < 0 ? (step === 1 ? 0 : count - 1) : (index + step + count) % count)

function textOf(option: TypeaheadOption | null | undefined): string {
  if (!option) return ''
  return option.text ?? (typeof option.primary === 'string' ? option.primary : '')
}

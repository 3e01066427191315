import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { LoadBar, LoadError, type LoadState } from './load-state.tsx'
import { isForRows, rowAfterKey, usePageRowKeys } from './row-keys.ts'
import { Skeleton } from './skeleton.tsx'

/** The parts of one two-line row. Text only: the whole row is one button. */
export type ListRow = {
  primary: ReactNode
  /** Beside the primary text, usually a StatusTag. */
  status?: ReactNode
  /** Right end of the first line, usually TimeLeft. */
  trailing?: ReactNode
  secondary?: ReactNode
  /** Right end of the second line, such as the promise and the amount. */
  secondaryTrailing?: ReactNode
}

export type ListPaneProps<Row> = {
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  row: (row: Row) => ListRow
  selectedKey?: string | null | undefined
  /** Click, Enter, J, K and the arrows open a row. */
  onOpen: (row: Row) => void
  /** J and K work wherever the focus is on the page. */
  pageKeys?: boolean | undefined
  state?: LoadState | undefined
  empty?: ReactNode
  /** Filters and switches above the rows. */
  head?: ReactNode
  /** Shown when there is more to load. */
  loadMore?: { text: string; onPress: () => void } | undefined
}

/** The list at the left of a work page: two lines a row, one row chosen, moved through by keys. */
export function ListPane<Row>(props: ListPaneProps<Row>) {
  const { label, rows, state = 'ready', empty, head, loadMore } = props
  const firstLoad = state === 'loading' && rows.length === 0
  return (
    <section className="k-list" aria-label={label} aria-busy={state === 'loading'}>
      {head !== undefined && <div className="k-list-head">{head}</div>}
      <div className="k-list-frame">
        <LoadBar busy={state === 'loading' && !firstLoad} />
        <div className="k-list-scroll">
          <LoadError state={state} />
          {firstLoad && <Skeleton kind="list" lines={8} />}
          {state === 'ready' && rows.length === 0 && empty}
          {rows.length > 0 && <Rows {...props} />}
          {loadMore && rows.length > 0 && <button type="button" className="k-more-button" onClick={loadMore.onPress}>{loadMore.text}</button>}
        </div>
      </div>
    </section>
  )
}

function Rows<Row>({ label, rows, rowKey, row: partsOf, selectedKey, onOpen, pageKeys = false }: ListPaneProps<Row>) {
  const list = useRef<HTMLUListElement>(null)
  const at = rows.findIndex((row) => rowKey(row) === selectedKey)
  const step = (key: string, takeFocus: boolean): boolean => {
    const next = rowAfterKey(key, at, rows.length)
    const row = next === null ? undefined : rows[next]
    if (next === null || row === undefined) return false
    if (takeFocus) buttonAt(list.current, next)?.focus({ preventScroll: true })
    if (next !== at) onOpen(row)
    return true
  }
  usePageRowKeys(pageKeys, (key) => step(key, false))
  useEffect(() => {
    buttonAt(list.current, at)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const onKeyDown = (event: KeyboardEvent) => {
    if (isForRows(event) && step(event.key, true)) event.preventDefault()
  }
  return (
    <ul ref={list} aria-label={label} onKeyDown={onKeyDown}>
      {rows.map((row, index) => (
        <li key={rowKey(row)}>
          <button type="button" className="k-list-row" aria-current={index === at ? 'true' : undefined} tabIndex={index === Math.max(at, 0) ? 0 : -1} onClick={() => onOpen(row)}>
            <RowLines {...partsOf(row)} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function RowLines({ primary, status, trailing, secondary, secondaryTrailing }: ListRow) {
  return (
    <>
      <span className="k-list-line">
        <span className="k-list-primary">{primary}{status}</span>
        {trailing !== undefined && <span className="k-list-trailing">{trailing}</span>}
      </span>
      <span className="k-list-line k-list-second">
        <span className="k-cut">{secondary}</span>
        {secondaryTrailing !== undefined && <span className="k-list-trailing">{secondaryTrailing}</span>}
      </span>
    </>
  )
}

const buttonAt = (list: HTMLElement | null, index: number): HTMLElement | null =>
  list?.querySelector<HTMLElement>(`li:nth-child(${index + 1}) > button`) ?? null

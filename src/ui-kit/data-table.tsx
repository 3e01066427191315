import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { TableHead } from './data-table-head.tsx'
import { TableRow } from './data-table-row.tsx'
import { LoadBar, LoadError, type LoadState } from './load-state.tsx'
import { Skeleton } from './skeleton.tsx'
import { useActiveRow } from './use-active-row.ts'

export type Column<Row> = {
  id: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end' | 'center' | undefined
  /** Pixels at desk density, or any CSS width. Leave it out on the one column that takes what is left. */
  width?: number | string | undefined
  sortable?: boolean | undefined
  /** The word spoken for a header that is no text. */
  headerLabel?: string | undefined
}

export type Sort = { column: string; direction: 'ascending' | 'descending' }

export type DataTableProps<Row> = {
  /** Spoken name of the table. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** What a row is called, for its checkbox. Needed with `checked`. */
  rowName?: ((row: Row) => string) | undefined
  sort?: Sort | null | undefined
  onSort?: ((sort: Sort) => void) | undefined
  selectedKey?: string | null | undefined
  /** A click or Enter on a row. */
  onOpen?: ((row: Row) => void) | undefined
  checked?: ReadonlySet<string> | undefined
  onCheck?: ((keys: ReadonlySet<string>) => void) | undefined
  state?: LoadState | undefined
  /** Shown instead of rows: one sentence, one action (EmptyState). */
  empty?: ReactNode
  /** Count and "load more". */
  footer?: ReactNode
  /** The table fills its box and scrolls inside it; otherwise it is as tall as its rows. */
  fill?: boolean | undefined
  /** Below this width the table scrolls sideways; on a phone its rows are cards, unless they are more than fit into the page. */
  minimumWidth?: number | undefined
}

const virtualAbove = 100

/** Dense rows on a real table. Above 100 rows only those in view are in the page; spacer rows keep the scroll bar honest. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, state = 'ready', empty, footer, fill } = props
  // State, not a ref: the grid inside measures this box, and effects inside run before a ref outside is set.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const firstLoad = state === 'loading' && rows.length === 0
  return (
    <div className={classNames('k-table-box', fill && 'k-table-fill')} aria-busy={state === 'loading'}>
      <LoadBar busy={state === 'loading' && !firstLoad} />
      <LoadError state={state} />
      {/* A table that is wider than its place is scrolled by the keyboard too. */}
      <div className="k-table-scroll" ref={setScroller} role="group" aria-label={label} tabIndex={0}>
        <Grid {...props} scroller={scroller} />
        {firstLoad && <Skeleton kind="rows" lines={8} />}
        {state === 'ready' && rows.length === 0 && empty}
      </div>
      {footer !== undefined && footer !== null && <div className="k-table-footer">{footer}</div>}
    </div>
  )
}

function Grid<Row>(props: DataTableProps<Row> & { scroller: HTMLDivElement | null }) {
  const { label, columns, rows, rowKey, checked, minimumWidth, scroller } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const virtual = rows.length > virtualAbove
  const virtualizer = useVirtualizer({
    count: virtual ? rows.length : 0, getScrollElement: () => scroller, estimateSize: () => rowHeight(scroller), overscan: 12, scrollPaddingStart: 32,
  })
  const window = virtualizer.getVirtualItems()
  const shown = virtual ? window.map((item) => item.index) : rows.map((_, index) => index)
  const before = virtual ? (window[0]?.start ?? 0) : 0
  const after = virtual ? virtualizer.getTotalSize() - (window.at(-1)?.end ?? 0) : 0
  const active = useActiveRow({ ...props, body, shown, scrollTo: (index) => virtual && virtualizer.scrollToIndex(index, { align: 'auto' }) })
  const span = columns.length + (checked ? 1 : 0)
  return (
    <table className={classNames('k-table', minimumWidth !== undefined && !virtual && 'k-table-stacks')} aria-label={label} aria-rowcount={virtual ? rows.length + 1 : undefined} style={{ minWidth: columnWidth(minimumWidth) }}>
      <colgroup>
        {checked && <col style={{ width: 36 }} />}
        {columns.map((column) => <col key={column.id} style={{ width: columnWidth(column.width) }} />)}
      </colgroup>
      <TableHead {...props} />
      <tbody ref={body} onKeyDown={active.onKeyDown}>
        {before > 0 && <tr aria-hidden className="k-table-spacer"><td colSpan={span} style={{ height: before }} /></tr>}
        {shown.map((index) => {
          const row = rows[index]
          return row !== undefined && (
            <TableRow key={rowKey(row)} {...props} row={row} index={index} counted={virtual} tabbable={index === active.tabbable} onReach={active.reach} />
          )
        })}
        {after > 0 && <tr aria-hidden className="k-table-spacer"><td colSpan={span} style={{ height: after }} /></tr>}
      </tbody>
    </table>
  )
}

/** Widths are given for the 13 px of a desk; a phone's larger type needs wider columns. */
const columnWidth = (width: number | string | undefined) => (typeof width === 'number' ? `calc(${width}px * var(--width-factor))` : width)

/** The row token differs by density; the virtual body must count with the same height. */
const rowHeight = (inside: Element | null): number => (inside ? Number.parseInt(getComputedStyle(inside).getPropertyValue('--row'), 10) || 32 : 32)

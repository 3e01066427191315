import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { classNames } from './class-names.ts'
import type { Column, DataTableProps, Sort } from './data-table.tsx'
import { useKitTexts } from './kit-texts.ts'

type TableHeadProps<Row> = Pick<DataTableProps<Row>, 'columns' | 'rows' | 'rowKey' | 'sort' | 'onSort' | 'checked' | 'onCheck'>

export function TableHead<Row>({ columns, rows, rowKey, sort, onSort, checked, onCheck }: TableHeadProps<Row>) {
  const texts = useKitTexts()
  return (
    <thead>
      <tr>
        {checked && <th scope="col" className="k-table-check" data-label={texts.chooseAll}><CheckAll keys={rows.map(rowKey)} checked={checked} onCheck={onCheck} /></th>}
        {columns.map((column) => <HeadCell key={column.id} column={column} sort={sort ?? null} onSort={onSort} />)}
      </tr>
    </thead>
  )
}

type HeadCellProps<Row> = { column: Column<Row>; sort: Sort | null; onSort: ((sort: Sort) => void) | undefined }

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const texts = useKitTexts()
  const direction = sort?.column === column.id ? sort.direction : null
  const align = classNames(column.align && `k-table-${column.align}`)
  if (!column.sortable || !onSort) return <th scope="col" className={align} aria-label={column.headerLabel}>{column.header}</th>
  const next = direction === 'ascending' ? 'descending' : 'ascending'
  const Icon = direction === 'descending' ? ArrowDown : ArrowUp
  return (
    <th scope="col" className={align} aria-sort={direction ?? 'none'}>
      <button type="button" className="k-table-sort" data-on={direction ? '' : undefined} title={next === 'ascending' ? texts.sortAscending : texts.sortDescending}
        onClick={() => onSort({ column: column.id, direction: next })}>
        <span>{column.header}</span><Icon size={12} aria-hidden />
      </button>
    </th>
  )
}

type CheckAllProps = { keys: readonly string[]; checked: ReadonlySet<string>; onCheck: ((keys: ReadonlySet<string>) => void) | undefined }

function CheckAll({ keys, checked, onCheck }: CheckAllProps) {
  const texts = useKitTexts()
  const box = useRef<HTMLInputElement>(null)
  const all = keys.length > 0 && keys.every((key) => checked.has(key))
  const some = !all && keys.some((key) => checked.has(key))
  // "Some" exists only as a property, not as an attribute.
  useEffect(() => {
    if (box.current) box.current.indeterminate = some
  }, [some])
  return <input ref={box} type="checkbox" className="k-box" aria-label={texts.chooseAll} checked={all} onChange={() => onCheck?.(new Set(all ? [] : keys))} />
}

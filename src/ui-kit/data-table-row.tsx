import type { MouseEvent } from 'react'
import { classNames } from './class-names.ts'
import type { DataTableProps } from './data-table.tsx'
import { useKitTexts } from './kit-texts.ts'

type TableRowProps<Row> = Pick<DataTableProps<Row>, 'columns' | 'rowKey' | 'rowName' | 'selectedKey' | 'onOpen' | 'checked' | 'onCheck'> & {
  row: Row
  index: number
  /** Whether the row says its number, because most rows are not in the page. */
  counted: boolean
  tabbable: boolean
  onReach: (index: number) => void
}

export function TableRow<Row>({ columns, rowKey, rowName, selectedKey, onOpen, checked, onCheck, row, index, counted, tabbable, onReach }: TableRowProps<Row>) {
  const texts = useKitTexts()
  const key = rowKey(row)
  const selected = key === selectedKey
  const open = (event: MouseEvent<HTMLElement>) => {
    // A control inside the row does its own work (the dialog around the table is none), and marking text to copy it is no click.
    const control = event.target instanceof Element ? event.target.closest('a, button, input, select, textarea, label, dialog, [popover]') : null
    if (control !== null && event.currentTarget.contains(control)) return
    if (window.getSelection()?.type === 'Range') return
    onReach(index)
    onOpen?.(row)
  }
  const toggle = () => {
    const keys = new Set(checked)
    if (!keys.delete(key)) keys.add(key)
    onCheck?.(keys)
  }
  return (
    <tr data-row={index} aria-rowindex={counted ? index + 2 : undefined} aria-current={selected ? 'true' : undefined}
      className={classNames(onOpen && 'k-table-opens', selected && 'k-table-selected', checked?.has(key) && 'k-table-checked')}
      tabIndex={onOpen ? (tabbable ? 0 : -1) : undefined} onClick={onOpen ? open : undefined}
      onFocus={onOpen ? () => onReach(index) : undefined}>
      {checked && (
        <td className="k-table-check">
          <input type="checkbox" className="k-box" aria-label={`${texts.chooseRow} ${rowName?.(row) ?? key}`} checked={checked.has(key)} onChange={toggle} />
        </td>
      )}
      {columns.map((column) => <td key={column.id} className={classNames(column.align && `k-table-${column.align}`, column.width === undefined && 'k-table-grows')} data-label={typeof column.header === 'string' && column.header !== '' ? column.header : undefined}>{column.cell(row)}</td>)}
    </tr>
  )
}

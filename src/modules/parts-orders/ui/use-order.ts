import { useState } from 'react'
import type { Sort } from '../../../ui-kit/data-table.tsx'
import type { Direction } from '../domain/sorts.ts'

/** By which column the server sorts a list; none: as it comes. */
export function useOrder<Column extends string>(columns: readonly Column[]): { order: { sort?: Column; direction: Direction }; sort: Sort | null; onSort: (sort: Sort) => void } {
  const [sort, onSort] = useState<Sort | null>(null)
  const column = columns.find((known) => known === sort?.column)
  return { order: column === undefined || sort === null ? { direction: 'ascending' } : { sort: column, direction: sort.direction }, sort, onSort }
}

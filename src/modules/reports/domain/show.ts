import { formatFen } from '../../../kernel/money.ts'
import { figureOf, type FigureCode, type Unit } from './figures.ts'

/** Of nothing there is no figure. */
export const nothing = '—'

/** A figure as a person reads it: 93.5 %, 1,390.20, 17.3 h. */
export function showValue(unit: Unit, value: number | null): string {
  if (value === null) return nothing
  switch (unit) {
    case 'count': return grouped(String(value))
    case 'fen': return grouped(formatFen(value))
    case 'percent': return `${(value / 100).toFixed(1)} %`
    case 'minutes': return `${tenthsOfHours(value).toFixed(1)} h`
  }
}

export const showFigure = (code: FigureCode, value: number | null): string => showValue(figureOf(code).unit, value)

/** Rounded once, for the page and the workbook alike. */
const tenthsOfHours = (minutes: number): number => Math.round(minutes / 6) / 10

const grouped = (number: string): string => number.replace(/\B(?=(\d{3})+(?=$|\.))/g, ',')

/** The number for a cell of a workbook: yuan, percent, hours. */
export function cellOf(unit: Unit, value: number | null): number | null {
  if (value === null) return null
  return unit === 'count' ? value : unit === 'minutes' ? tenthsOfHours(value) : value / 100
}

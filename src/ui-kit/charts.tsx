import type { ReactNode } from 'react'

export type ChartPoint = { readonly key: string; readonly label: string; readonly value: number | null }

export type ChartProps = {
  /** Spoken name of the chart and of its table. */
  label: string
  points: readonly ChartPoint[]
  show: (value: number | null) => string
  /** A line at the value that is wanted. */
  target?: number | undefined
  targetLabel?: string | undefined
  /** The fold with the same numbers as a table, for those who cannot see bars. */
  tableTitle: string
  groupTitle: string
  /** A number was pressed: what stands behind it. */
  onOpen?: ((key: string) => void) | undefined
}

const height = 100

/** Bars of a time line. Drawn without a library (ADR 0016): a few rectangles stretched over the width there is, words in HTML beside them. */
export function ColumnChart({ points, target, targetLabel, ...rest }: ChartProps) {
  const { label, show } = rest
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const top = Math.max(1, target ?? 0, ...values)
  const bottom = Math.min(0, ...values)
  const y = (value: number): number => ((top - value) / (top - bottom)) * height
  const zero = y(0)
  return (
    <figure className="k-chart">
      <div className="k-chart-scale" aria-hidden><span>{show(top)}</span><span>{bottom < 0 ? show(bottom) : 0}</span></div>
      <svg className="k-chart-columns" role="img" aria-label={label} viewBox={`0 0 ${String(Math.max(1, points.length) * 10)} ${String(height)}`} preserveAspectRatio="none">
        {points.map(({ key, label: name, value }, index) => value !== null && (
          <rect key={key} x={index * 10 + 1.5} width={7} y={Math.min(zero, y(value))} height={Math.max(value === 0 ? 0 : 0.6, Math.abs(y(value) - zero))}><title>{`${name} ${show(value)}`}</title></rect>
        ))}
        {target === undefined ? null : <line x1={0} x2={points.length * 10} y1={y(target)} y2={y(target)} />}
      </svg>
      <div className="k-chart-axis" aria-hidden><span>{points[0]?.label}</span>{points.length > 2 ? <span>{points[Math.floor(points.length / 2)]?.label}</span> : null}{points.length > 1 ? <span>{points.at(-1)?.label}</span> : null}</div>
      {target === undefined ? null : <figcaption className="k-chart-target">{targetLabel}</figcaption>}
      <ChartTable points={points} {...rest} />
    </figure>
  )
}

/** Bars of named things, one below the other, each with its number: a table that is a picture too. */
export function BarChart({ points, target, targetLabel, label, show, onOpen }: Omit<ChartProps, 'tableTitle' | 'groupTitle'>) {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const top = Math.max(1, target ?? 0, ...values)
  return (
    <figure className="k-chart" aria-label={label}>
      <ul className="k-chart-bars">
        {points.map(({ key, label: name, value }) => (
          <li key={key}>
            <span className="k-chart-name">{name}</span><Pressable onPress={onOpen === undefined ? undefined : () => onOpen(key)}>{show(value)}</Pressable>
            <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none">
              <rect className="k-chart-track" width={100} height={8} /><rect width={value === null ? 0 : (Math.max(0, value) / top) * 100} height={8} />
              {target === undefined ? null : <line x1={(target / top) * 100} x2={(target / top) * 100} y1={0} y2={8} />}
            </svg>
          </li>
        ))}
      </ul>
      {target === undefined ? null : <figcaption className="k-chart-target">{targetLabel}</figcaption>}
    </figure>
  )
}

/** The shape of a line in a card; the number stands beside it. */
export function Sparkline({ label, values }: { label: string; values: readonly (number | null)[] }) {
  const known = values.flatMap((value) => (value === null ? [] : [value]))
  const [top, bottom] = [Math.max(...known), Math.min(...known)]
  const at = (value: number, index: number): string => `${((index / Math.max(1, values.length - 1)) * 100).toFixed(1)},${(top === bottom ? 12 : 22 - ((value - bottom) / (top - bottom)) * 20).toFixed(1)}`
  if (known.length < 2) return <span className="k-sparkline" aria-hidden />
  // A gap (a closed day) is bridged: the line shows where it goes, the table has every day.
  return <svg className="k-sparkline" role="img" aria-label={label} viewBox="0 0 100 24" preserveAspectRatio="none"><polyline points={values.flatMap((value, index) => (value === null ? [] : [at(value, index)])).join(' ')} /></svg>
}

function ChartTable({ label, points, show, tableTitle, groupTitle, onOpen }: Omit<ChartProps, 'target' | 'targetLabel'>) {
  return (
    <details className="k-chart-table">
      <summary>{tableTitle}</summary>
      <table aria-label={label}>
        <thead><tr><th scope="col">{groupTitle}</th><th scope="col">{label}</th></tr></thead>
        <tbody>{points.map(({ key, label: name, value }) => <tr key={key}><th scope="row">{name}</th><td><Pressable onPress={onOpen === undefined ? undefined : () => onOpen(key)}>{show(value)}</Pressable></td></tr>)}</tbody>
      </table>
    </details>
  )
}

const Pressable = ({ onPress, children }: { onPress: (() => void) | undefined; children: ReactNode }) =>
  (onPress === undefined ? <span className="k-chart-value">{children}</span> : <button type="button" className="k-chart-value k-chart-press" onClick={onPress}>{children}</button>)

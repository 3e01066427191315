import { useKitTexts } from './kit-texts.ts'

export type SkeletonProps = { lines?: number | undefined; kind?: 'text' | 'rows' | 'list' | undefined }

const widths = ['62%', '88%', '74%', '81%', '55%', '69%'] as const

/** Grey bars in the shape of what comes, on the first load only. */
export function Skeleton({ lines = 3, kind = 'text' }: SkeletonProps) {
  const texts = useKitTexts()
  return (
    <div className={`k-skeleton k-skeleton-${kind}`} role="status">
      <span className="k-unseen">{texts.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="k-skeleton-line" aria-hidden>
          <span style={{ width: widths[line % widths.length] }} />
          {kind === 'list' && <span style={{ width: widths[(line + 3) % widths.length] }} />}
        </div>
      ))}
    </div>
  )
}

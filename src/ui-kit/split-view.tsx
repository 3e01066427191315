import { ArrowLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { useKitTexts } from './kit-texts.ts'
import { useMedia } from './use-media.ts'

export type SplitViewProps = {
  list: ReactNode
  /** The strip over detail and side column: plate, status, actions, steps. */
  head?: ReactNode
  detail: ReactNode
  side?: ReactNode
  detailLabel: string
  sideLabel: string
  /** On a phone only one of the two is on the screen. */
  showing: 'list' | 'detail'
  onBack: () => void
}

/** A work page: list, detail, side column. The side column folds under the detail where the window is narrow. */
export function SplitView({ list, head, detail, side, detailLabel, sideLabel, showing, onBack }: SplitViewProps) {
  const texts = useKitTexts()
  const narrow = useMedia('(max-width: 1366px)')
  const phone = useMedia('(max-width: 700px)')
  return (
    <div className="k-split" data-showing={showing}>
      {(!phone || showing === 'list') && <div className="k-split-list k-panel">{list}</div>}
      {(!phone || showing === 'detail') && (
        <section className="k-split-detail k-panel" aria-label={detailLabel}>
          {phone && <div className="k-split-back"><Button kind="quiet" icon={ArrowLeft} onPress={onBack}>{texts.back}</Button></div>}
          {head !== undefined && <div className="k-split-head">{head}</div>}
          <div className="k-split-columns">
            <div className="k-split-body">
              {detail}
              {narrow && side !== undefined && <SideFold label={sideLabel}>{side}</SideFold>}
            </div>
            {!narrow && side !== undefined && <aside className="k-split-side" aria-label={sideLabel}>{side}</aside>}
          </div>
        </section>
      )}
    </div>
  )
}

function SideFold({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="k-split-fold" open>
      <summary><ChevronRight size={14} aria-hidden />{label}</summary>
      <div className="k-split-fold-body">{children}</div>
    </details>
  )
}

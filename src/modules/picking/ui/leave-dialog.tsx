import type { ReactNode } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import type { UnscannedReason } from '../../stock/domain/unscanned.ts'
import { whyNotUnscanned, type ScanRule } from '../domain/scanning.ts'
import { pickingTexts } from './texts.ts'
import { WhyUnscanned } from './why-unscanned.tsx'

export type Leaving = { readonly lineId: string; readonly number: string; readonly scannedLotId: string | null; readonly unscannedWhy: UnscannedReason | null }
type Props = {
  title: string; confirmText: string; scanning: ScanRule; leaving: readonly Leaving[]; busy: boolean; error: string | null
  /** What else must be filled in. */
  whyNot?: string | null
  onWhy: (lineId: string, why: UnscannedReason) => void; onConfirm: () => void; onClose: () => void; children?: ReactNode
}

/** Before parts leave the shelves: how many of them nobody scanned, and where the store wants it, why of each (WHK-3.1). */
export function LeaveDialog({ title, confirmText, scanning, leaving, busy, error, whyNot = null, onWhy, onConfirm, onClose, children }: Props) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const unscanned = leaving.filter(({ scannedLotId }) => scannedLotId === null)
  const reasons = scanning === 'required'
  const refused = whyNot ?? t.refusal(leaving.map((line) => whyNotUnscanned(scanning, line.number, line)).find((refusal) => refusal !== null) ?? null)
  const counts = { count: leaving.length, unscanned: unscanned.length }
  return (
    <Dialog title={title} size="small" onClose={onClose} onSubmit={() => { if (refused === null) onConfirm() }}
      footer={<><Button onPress={onClose}>{t('picking.go-on')}</Button><Button kind="primary" submit busy={busy} whyNot={refused}>{confirmText}</Button></>}>
      <div className="k-stack">
        {children}
        {unscanned.length === 0 ? <p>{t('picking.ask-all-scanned', counts)}</p> : <Notice tone="warn">{t(reasons ? 'picking.ask-all-reasons' : 'picking.ask-all-unscanned', counts)}</Notice>}
        {reasons ? unscanned.map((line) => <WhyUnscanned key={line.lineId} label={t('picking.why-unscanned-of', { part: line.number })} value={line.unscannedWhy} onChange={(why) => onWhy(line.lineId, why)} />) : null}
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
      </div>
    </Dialog>
  )
}

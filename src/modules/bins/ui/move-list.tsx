import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { takeBackMove, type MoveRow } from '../contract.ts'
import { whyNotTakeBack } from '../domain/why-not-move.ts'
import { binPermissions } from '../permissions.ts'
import { binTexts } from './texts.ts'

/** Moves, the latest first; what went wrong goes back by a move of its own. */
export function MoveList({ moves }: { moves: readonly MoveRow[] }) {
  const t = useTexts(binTexts.zh, binTexts.en)
  const [wrong, setWrong] = useState<MoveRow | null>(null)
  if (moves.length === 0) return <EmptyState>{t('bins.no-moves')}</EmptyState>
  return (
    <>
      <ul className="bin-lots">{moves.map((move) => <OneMove key={move.id} move={move} onBack={() => setWrong(move)} />)}</ul>
      {wrong === null ? null : <BackDialog move={wrong} onClose={() => setWrong(null)} />}
    </>
  )
}

function OneMove({ move, onBack }: { move: MoveRow; onBack: () => void }) {
  const t = useTexts(binTexts.zh, binTexts.en)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const may = useMay()
  return (
    <li className="bin-lot">
      <div className="bin-line">
        <strong translate="no">{t('bins.way', { from: move.fromBin, to: move.toBin })}</strong><Quantity thousandths={move.thousandths} unit={move.unit} />
        {move.takesBack === null ? null : <StatusTag tone="info" text={t('bins.back-of-move')} />}{move.takenBack ? <StatusTag tone="neutral" text={t('bins.was-taken-back')} /> : null}
        {whyNotTakeBack(move) === null && may(binPermissions.move) ? <span className="bin-end"><Button kind="quiet" onPress={onBack}>{t('bins.move-back')}</Button></span> : null}
      </div>
      <div className="bin-line k-quiet-text"><span>{english ? move.nameEn : move.nameZh} {move.partNumber}</span><span>{move.personName} {moments.full(move.at)}</span><span>{move.number}</span></div>
      {move.reason === '' ? null : <div className="bin-line">{move.broken === null ? null : <StatusTag tone="warn" text={t(`bins.broken.${move.broken}`)} />}<span>{move.reason}</span></div>}
    </li>
  )
}

function BackDialog({ move, onClose }: { move: MoveRow; onClose: () => void }) {
  const t = useTexts(binTexts.zh, binTexts.en)
  const toast = useToast()
  const deed = useDeed(takeBackMove, ({ number }) => { onClose(); toast({ text: t('bins.moved-back', { number }) }) })
  return (
    <ConfirmDialog title={t('bins.move-back')} confirmText={t('bins.move-back')} kind="primary" busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('bins.reason'), missing: t('bins.reason-missing') }}
      onConfirm={(reason) => deed.run({ params: { moveId: move.id }, body: { reason } })}>
      {t('bins.move-back-question', { quantity: `${formatThousandths(move.thousandths)} ${t.unit(move.unit)}`, part: move.partNumber, from: move.toBin, to: move.fromBin })}
    </ConfirmDialog>
  )
}

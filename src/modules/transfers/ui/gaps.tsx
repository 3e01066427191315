import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { decideGap, type Gap, type TransferView } from '../contract.ts'
import { gapDecisions, whyNotDecide, type GapDecision } from '../domain/transfer.ts'
import { transferPermissions } from '../permissions.ts'
import { transferTexts } from './texts.ts'

/** What the asking store misses; the giving store decides what became of it. */
export function Gaps({ transfer }: { transfer: TransferView }) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const moments = useMoments()
  const english = useLanguage() === 'en'
  const decides = useMay()(transferPermissions.answer) && transfer.side === 'giving'
  const [deciding, setDeciding] = useState<Gap | null>(null)
  const lineOf = (gap: Gap) => transfer.lines.find(({ id }) => id === gap.lineId)
  return (
    <Section title={t('transfers.gap-list')}>
      <ul className="tf-gaps">
        {transfer.gaps.map((gap) => (
          <li key={gap.id} className="tf-gap">
            <div className="tf-head">
              <StatusTag tone={gap.decision === null ? 'danger' : 'neutral'} text={t(`transfers.gap.${gap.kind}`)} /><span>{lineOf(gap)?.partNumber}</span><Quantity thousandths={gap.thousandths} unit={lineOf(gap)?.unit} /><span>{gap.reason}</span>
              <span className="k-quiet-text">{gap.personName} {moments.full(gap.at)}</span>
              {gap.decision === null && decides ? <Button kind="primary" onPress={() => setDeciding(gap)}>{t('transfers.decide')}</Button> : null}
            </div>
            <p className="k-quiet-text">{gap.decision === null ? t('transfers.gap-open') : t('transfers.decided-line', { decision: gap.decision === 'back' && transfer.side === 'asking' ? t('transfers.decision-back-there', { store: english ? transfer.giving.nameEn : transfer.giving.nameZh }) : t(`transfers.decision.${gap.decision}`), words: gap.words, name: gap.decidedByName ?? '', time: gap.decidedAt === null ? '' : moments.full(gap.decidedAt) })}</p>
          </li>
        ))}
      </ul>
      {deciding === null ? null : <DecideDialog transfer={transfer} gap={deciding} onClose={() => setDeciding(null)} />}
    </Section>
  )
}

function DecideDialog({ transfer, gap, onClose }: { transfer: TransferView; gap: Gap; onClose: () => void }) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const toast = useToast()
  const [decision, setDecision] = useState<GapDecision>('found')
  const [words, setWords] = useState('')
  const deed = useDeed(decideGap, () => { onClose(); toast({ text: t('transfers.decided') }) })
  const whyNot = t.refusal(whyNotDecide({ side: transfer.side, decided: false, words }))
  return (
    <Dialog title={`${t(`transfers.gap.${gap.kind}`)} · ${gap.reason}`} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { transferId: transfer.id, gapId: gap.id }, body: { version: transfer.version, decision, words } }) }}
      footer={<Button kind={decision === 'lost' ? 'danger' : 'primary'} submit busy={deed.busy} whyNot={whyNot}>{t(`transfers.decision.${decision}`)}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <ChoiceField label={t('transfers.decision')} value={decision} onChange={setDecision} wide choices={gapDecisions.map((value) => ({ value, text: t(`transfers.decision.${value}`) }))} />
        {decision === 'back' ? <p className="k-quiet-text">{t('transfers.decision-back-hint')}</p> : null}
        <TextAreaField label={t('transfers.decision-words')} name="words" value={words} onChange={setWords} required maxLength={300} />
      </div>
    </Dialog>
  )
}

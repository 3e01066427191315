import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { explainLine, type CountView, type LineRow } from '../contract.ts'
import { differenceReasons, whyNotExplain, type DifferenceReason } from '../domain/differences.ts'
import { countTexts } from './texts.ts'

/** How the difference came about: a reason and words, before finance sees it. */
export function ExplainDialog({ count, line, onClose }: { count: CountView; line: LineRow; onClose: () => void }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const toast = useToast()
  const [reason, setReason] = useState<DifferenceReason>(line.reason ?? 'unknown')
  const [words, setWords] = useState(line.words)
  const deed = useDeed(explainLine, () => { onClose(); toast({ text: t('counts.explained-ok') }) })
  const whyNot = t.refusal(whyNotExplain({ status: count.status, difference: line.difference ?? 0, words }))
  return (
    <Dialog title={t('counts.explain-title', { part: line.number })} size="small" onClose={onClose} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('counts.explain')}</Button>}
      onSubmit={() => { if (whyNot === null) deed.run({ params: { countId: count.id, lineId: line.id }, body: { version: count.version, reason, words } }) }}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <ChoiceField label={t('counts.reason')} value={reason} onChange={setReason} wide choices={differenceReasons.map((value) => ({ value, text: t(`counts.reason.${value}`) }))} />
        <TextAreaField label={t('counts.explain-words')} name="words" value={words} onChange={setWords} rows={3} maxLength={300} required autoFocus />
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import { useDeed, useOpening, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { seeSourceDays, setSourceDays } from '../contract.ts'
import { sources, type Source } from '../domain/request.ts'
import { purchasingTexts } from './texts.ts'

const isFilled = (days: number | null | undefined): days is number => days !== null && days !== undefined && days >= 0 && days <= 180

/** How long parts usually take from each source: the day of a short part before anybody asked for it. */
export function SourceDaysDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const sentence = useSentence()
  const toast = useToast()
  const stored = useOpening(seeSourceDays, {})
  const [typed, setTyped] = useState<Partial<Record<Source, number | null>>>({})
  const [chosen, setChosen] = useState<Source | null>(null)
  const deed = useDeed(setSourceDays, () => { onClose(); toast({ text: t('purchasing.source-days-saved') }) })
  const { data } = stored
  const daysOf = (source: Source) => (source in typed ? typed[source] : data?.days[source])
  const [transfer, jOrder, eOrder, mOrder, outside] = sources.map(daysOf)
  const save = () => {
    if (data === undefined || !isFilled(transfer) || !isFilled(jOrder) || !isFilled(eOrder) || !isFilled(mOrder) || !isFilled(outside)) return
    deed.run({ body: { version: data.version, usual: chosen ?? data.usual, days: { transfer, 'j-order': jOrder, 'e-order': eOrder, 'm-order': mOrder, outside } } })
  }
  return (
    <Dialog title={t('purchasing.source-days')} size="small" onClose={onClose} onSubmit={save}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={sources.every((source) => isFilled(daysOf(source))) ? null : t('purchasing.fill-in')}>{t('purchasing.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {stored.isError ? <LoadError state={{ error: sentence(stored.error), onRetry: () => { void stored.refetch() } }} /> : null}
        <p className="k-quiet-text">{t('purchasing.source-days-hint')}</p>
        {data === undefined ? <Skeleton kind="list" lines={5} /> : (
          <>
            {sources.map((source) => (
              <NumberField key={source} label={t(`purchasing.source.${source}`)} name={`days-${source}`} value={daysOf(source) ?? null} onChange={(days) => setTyped((before) => ({ ...before, [source]: days }))} unit={t('purchasing.days')} required />
            ))}
            <SelectField<Source> label={t('purchasing.usual-source')} name="usual" value={chosen ?? data.usual} onChange={setChosen} choices={sources.map((value) => ({ value, text: t(`purchasing.source.${value}`) }))} />
          </>
        )}
      </div>
    </Dialog>
  )
}

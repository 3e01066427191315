import { useState } from 'react'
import { useDeed, useOpening, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { seeClosingWork, setClosingWork } from '../contract.ts'
import { workshopTexts } from './texts.ts'

const isFilled = (minutes: number | null, least = 0): minutes is number => minutes !== null && minutes >= least && minutes <= 480

/** How long inspection and wash take in this house, part of every promised time; and how long a key may stand at the desk after the customer's yes (FDS-5.1). */
export function ClosingWorkDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const sentence = useSentence()
  const toast = useToast()
  const stored = useOpening(seeClosingWork, {})
  const [typed, setTyped] = useState<{ inspectionMinutes?: number | null; washMinutes?: number | null; handOverMinutes?: number | null }>({})
  const deed = useDeed(setClosingWork, () => { onClose(); toast({ text: t('workshop.closing-saved') }) })
  const { inspectionMinutes = null, washMinutes = null, handOverMinutes = null } = { ...stored.data, ...typed }
  const save = () => {
    if (stored.data !== undefined && isFilled(inspectionMinutes) && isFilled(washMinutes) && isFilled(handOverMinutes, 1)) deed.run({ body: { inspectionMinutes, washMinutes, handOverMinutes, version: stored.data.version } })
  }
  return (
    <Dialog title={t('workshop.closing-work')} size="small" onClose={onClose} onSubmit={save}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={isFilled(inspectionMinutes) && isFilled(washMinutes) && isFilled(handOverMinutes, 1) ? null : t('workshop.closing-fill-in')}>{t('workshop.bay-save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {stored.isError ? <LoadError state={{ error: sentence(stored.error), onRetry: () => { void stored.refetch() } }} /> : null}
        {stored.data === undefined ? <Skeleton kind="list" lines={2} /> : (
          <>
            <p className="k-quiet-text">{t('workshop.closing-hint')}</p>
            <NumberField label={t('workshop.inspection-minutes')} name="inspection-minutes" value={inspectionMinutes} onChange={(minutes) => setTyped((before) => ({ ...before, inspectionMinutes: minutes }))} unit={t('workshop.minutes')} required />
            <NumberField label={t('workshop.wash-minutes')} name="wash-minutes" value={washMinutes} onChange={(minutes) => setTyped((before) => ({ ...before, washMinutes: minutes }))} unit={t('workshop.minutes')} required />
            <NumberField label={t('workshop.hand-over-minutes')} name="hand-over-minutes" value={handOverMinutes} onChange={(minutes) => setTyped((before) => ({ ...before, handOverMinutes: minutes }))} unit={t('workshop.minutes')} required />
          </>
        )}
      </div>
    </Dialog>
  )
}

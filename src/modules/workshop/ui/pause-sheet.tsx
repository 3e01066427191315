import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { pauseJob } from '../contract.ts'
import { pauseReasons } from '../domain/jobs.ts'
import { useWaits } from './use-waits.ts'
import { workshopTexts } from './texts.ts'

/** One touch names the reason and stops the clock. */
export function PauseSheet({ jobId, plate, onClose }: { jobId: string; plate: string; onClose: () => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const toast = useToast()
  const waits = useWaits(jobId)
  const deed = useDeed(pauseJob, () => { onClose(); toast({ text: t('workshop.said-paused') }) }, waits(t('workshop.pause'), plate, onClose))
  return (
    <Dialog title={t('workshop.pause-title')} size="small" onClose={onClose}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="pause-reasons">
          {pauseReasons.map((reason) => (
            <Button key={reason} size="phone" wide busy={deed.busy} onPress={() => deed.run({ params: { jobId }, body: { at: new Date().toISOString(), reason } })}>{t(`workshop.pause.${reason}`)}</Button>
          ))}
        </div>
      </div>
    </Dialog>
  )
}

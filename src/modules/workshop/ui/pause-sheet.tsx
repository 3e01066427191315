import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { pauseJob } from '../contract.ts'
import { pauseReasons } from '../domain/jobs.ts'
import { workshopTexts } from './texts.ts'

/** One touch names the reason and stops the clock. */
export function PauseSheet({ jobId, onClose }: { jobId: string; onClose: () => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const toast = useToast()
  const deed = useDeed(pauseJob, () => { onClose(); toast({ text: t('workshop.said-paused') }) })
  return (
    <Dialog title={t('workshop.pause-title')} size="small" onClose={onClose}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="pause-reasons">
          {pauseReasons.map((reason) => (
            <Button key={reason} size="phone" wide busy={deed.busy} onPress={() => deed.run({ params: { jobId }, body: { reason } })}>{t(`workshop.pause.${reason}`)}</Button>
          ))}
        </div>
      </div>
    </Dialog>
  )
}

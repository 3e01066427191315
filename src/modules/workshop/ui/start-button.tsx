import { Play } from 'lucide-react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { clockOn } from '../contract.ts'
import { whyNotClockOn } from '../domain/jobs.ts'
import type { MyJobProps } from './my-job.tsx'
import { useWaits } from './use-waits.ts'
import { workshopTexts } from './texts.ts'

/** Starts the clock; greyed it says on which car the clock runs. */
export function StartButton({ job, plate, runningOn, main }: MyJobProps) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const { personId } = useSession()
  const toast = useToast()
  const waits = useWaits(job.id)
  const start = useDeed(clockOn, () => toast({ text: t('workshop.said-begun', { plate: showPlate(plate) }) }), waits(t('workshop.clock-on'), plate))
  const whyNot = t.refusal(whyNotClockOn({ job, personId, runningOn: runningOn === null ? null : showPlate(runningOn) }))
  return (
    <>
      <Button size="phone" kind={main && whyNot === null ? 'primary' : 'plain'} icon={Play} busy={start.busy} whyNot={whyNot}
        onPress={() => start.run({ params: { jobId: job.id }, body: { at: new Date().toISOString() } })}>
        {job.status === 'paused' ? t('workshop.clock-on-again') : t('workshop.clock-on')}
      </Button>
      {start.error === null ? null : <Notice tone="danger">{start.error}</Notice>}
    </>
  )
}

import { X } from 'lucide-react'
import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { CheckField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { setHelpers, type JobView } from '../contract.ts'
import { whyNotSetHelpers } from '../domain/helpers.ts'
import type { LabourLineProps } from './labour-line.tsx'
import { workshopTexts } from './texts.ts'
import { useTechnicianChoices } from './use-technicians.ts'

/** Who works on the job besides its technician, and how its hours are shared: by each one's clock, or in percent. */
export function HelpersDialog({ job, trade, name, technicians, onClose }: { job: JobView; trade: string | null; name: string; onClose: () => void } & Pick<LabourLineProps, 'technicians'>) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const toast = useToast()
  const technicianChoices = useTechnicianChoices()
  const [helpers, setPeople] = useState(job.helpers)
  const [wantsShares, setByHand] = useState(job.sharePercent !== null)
  const byHand = wantsShares && helpers.length > 0
  const [own, setOwn] = useState(job.sharePercent)
  const deed = useDeed(setHelpers, () => { onClose(); toast({ text: t('workshop.helpers-saved') }) })
  const body = { version: job.version, helpers: helpers.map(({ id, share }) => ({ personId: id, share: byHand ? share ?? 0 : null })), ownShare: byHand ? own ?? 0 : null }
  const whyNot = t.refusal(whyNotSetHelpers({ job, helpers: body.helpers, ownShare: body.ownShare, clocked: new Set() })) // the server knows the clocks
  const others = technicians.filter(({ id }) => id !== job.technicianId && !helpers.some((helper) => helper.id === id))
  const add = (id: string) => { const person = others.find((other) => other.id === id); if (person !== undefined) setPeople([...helpers, { id, name: person.name, share: null }]) }
  return (
    <Dialog title={t('workshop.helpers-title', { job: name })} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { jobId: job.id }, body }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('workshop.helpers-save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {helpers.length === 0 ? <p>{t('workshop.helpers-none', { name: job.technicianName })}</p> : null}
        {helpers.map((helper) => <div key={helper.id} className="helper-line"><strong>{helper.name}</strong><IconButton icon={X} aria-label={t('workshop.helper-remove', { name: helper.name })} onPress={() => setPeople(helpers.filter(({ id }) => id !== helper.id))} /></div>)}
        <SelectField label={t('workshop.helper-add')} name="helper" value={null} placeholder={t('workshop.choose-technician')} onChange={add} choices={technicianChoices(others, trade, null)} />
        {helpers.length === 0 ? null : <CheckField label={t('workshop.shares-by-hand')} checked={byHand} onChange={setByHand} />}
        {byHand ? (
          <>
            <NumberField label={t('workshop.share-of', { name: job.technicianName })} name="own-share" unit="%" value={own} onChange={setOwn} />
            {helpers.map((helper) => <NumberField key={helper.id} label={t('workshop.share-of', { name: helper.name })} name={`share-${helper.id}`} unit="%" value={helper.share} onChange={(share) => setPeople(helpers.map((one) => (one.id === helper.id ? { ...one, share } : one)))} />)}
          </>
        ) : null}
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listCounters, planCount } from '../contract.ts'
import { countTexts } from './texts.ts'

/** The whole store: day, briefing, and who counts; finance then agrees to the day. */
export function PlanDialog({ onClose }: { onClose: (countId?: string) => void }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const toast = useToast()
  const today = useToday()
  const [day, setDay] = useState(today)
  const [briefing, setBriefing] = useState(t('counts.briefing-preset'))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const people = useReading(listCounters, {}).data?.rows ?? []
  const deed = useDeed(planCount, ({ id, number }) => { toast({ text: t('counts.planned', { number }) }); onClose(id) })
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  const whyNot = chosen.size === 0 ? t('counts.pick-counters') : briefing.trim() === '' ? t('counts.fill-briefing') : null
  return (
    <Dialog title={t('counts.plan-full')} onClose={() => onClose()} onSubmit={() => { if (whyNot === null) deed.run({ body: { day, briefing, counterIds: [...chosen] } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('counts.plan')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <DateTimeField kind="date" label={t('counts.day')} name="day" value={day} min={today} onChange={(value) => { if (value !== '') setDay(value) }} required />
        <fieldset className="counts-people"><legend>{t('counts.counters')}</legend>{people.map(({ id, name, position }) => <CheckField key={id} label={`${name} ${position}`} name={`counter-${position}`} checked={chosen.has(id)} onChange={() => toggle(id)} />)}</fieldset>
        <TextAreaField label={t('counts.briefing')} name="briefing" value={briefing} onChange={setBriefing} rows={6} maxLength={2_000} required hint={t('counts.briefing-hint')} />
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useOpening, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField, NumberField, PercentField, QuantityField } from '../../../ui-kit/number-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { keepSettings, seeSettings } from '../contract.ts'
import { countTexts } from './texts.ts'

type Settings = AnswerOf<typeof seeSettings>

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const sentence = useSentence()
  const { data, isError, error, refetch } = useOpening(seeSettings, {})
  if (data !== undefined) return <SettingsForm before={data} onClose={onClose} />
  return <Dialog title={t('counts.settings')} size="small" onClose={onClose}><LoadBar busy={!isError} />{isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}</Dialog>
}

function SettingsForm({ before, onClose }: { before: Settings; onClose: () => void }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const toast = useToast()
  const [wish, setWish] = useState<{ readonly [Key in keyof Settings]: number | null }>(before)
  const put = (key: keyof Settings) => (value: number | null) => setWish((now) => ({ ...now, [key]: value }))
  const deed = useDeed(keepSettings, () => { onClose(); toast({ text: t('counts.saved') }) })
  const whyNot = Object.values(wish).includes(null) ? t('counts.fill-numbers') : null
  const { recountThousandths, recountFen, linesADay, daysA, daysB, daysC, accuracyTarget } = wish
  return (
    <Dialog title={t('counts.settings')} size="small" onClose={onClose} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('counts.save')}</Button>}
      onSubmit={() => { if (whyNot === null) deed.run({ body: { recountThousandths: recountThousandths ?? 0, recountFen: recountFen ?? 0, linesADay: linesADay ?? 1, daysA: daysA ?? 1, daysB: daysB ?? 1, daysC: daysC ?? 1, accuracyTarget: accuracyTarget ?? 0, version: before.version } }) }}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <QuantityField label={t('counts.recount-quantity')} name="recount-quantity" value={recountThousandths} onChange={put('recountThousandths')} />
        <MoneyField label={t('counts.recount-value')} name="recount-value" value={recountFen} onChange={put('recountFen')} hint={t('counts.recount-hint')} />
        <NumberField label={t('counts.lines-a-day')} name="lines-a-day" value={linesADay} onChange={put('linesADay')} />
        <NumberField label={t('counts.days-a')} name="days-a" value={daysA} onChange={put('daysA')} />
        <NumberField label={t('counts.days-b')} name="days-b" value={daysB} onChange={put('daysB')} />
        <NumberField label={t('counts.days-c')} name="days-c" value={daysC} onChange={put('daysC')} />
        <PercentField label={t('counts.target')} name="target" value={accuracyTarget} onChange={put('accuracyTarget')} />
      </div>
    </Dialog>
  )
}

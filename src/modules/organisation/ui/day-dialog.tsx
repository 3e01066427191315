import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { setDay } from '../contract.ts'
import type { PublicDayKind } from '../domain/opening.ts'
import { hoursOfDay, type CalendarYear } from './hours-of-day.ts'
import { organisationTexts } from './texts.ts'

type Opening = 'usual' | 'closed' | 'own'

/** One day: open as usual, closed, or with hours of its own; and what the public calendar says. */
export function DayDialog({ calendar, day, onClose }: { calendar: CalendarYear; day: string; onClose: () => void }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const exception = calendar.exceptions.find((row) => row.day === day)
  const known = calendar.publicDays.find((row) => row.day === day)
  const hours = hoursOfDay(calendar, day)
  const opening: Opening = exception === undefined ? 'usual' : exception.opens === null ? 'closed' : 'own'
  const publicKind: PublicDayKind | 'none' = known?.kind ?? 'none'
  const [wish, set] = useWish({
    opening, opens: hours?.opens ?? '08:30', closes: hours?.closes ?? '17:30', note: exception?.note ?? '',
    kind: publicKind, nameZh: known?.nameZh ?? '', nameEn: known?.nameEn ?? '',
  })
  const [tried, setTried] = useState(false)
  const deed = useDeed(setDay, () => { toast({ text: t('organisation.saved') }); onClose() })
  const { kind } = wish
  const submit = () => {
    setTried(true)
    if (kind !== 'none' && (wish.nameZh.trim() === '' || wish.nameEn.trim() === '')) return
    deed.run({ body: {
      day, note: wish.note, opening: wish.opening === 'own' ? { opens: wish.opens, closes: wish.closes } : wish.opening,
      publicDay: kind === 'none' ? null : { kind, nameZh: wish.nameZh, nameEn: wish.nameEn },
    } })
  }
  const missing = (text: string) => (tried && text.trim() === '' ? t('organisation.required') : null)
  return (
    <Dialog title={day} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy}>{t('organisation.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <ChoiceField<Opening> label={t('organisation.day-opening')} wide value={wish.opening} onChange={set('opening')}
          choices={[{ value: 'usual', text: t('organisation.usual') }, { value: 'closed', text: t('organisation.closed') }, { value: 'own', text: t('organisation.own-hours') }]} />
        {wish.opening === 'own' ? (
          <div className="k-form">
            <DateTimeField kind="time" label={t('organisation.opens')} value={wish.opens} onChange={set('opens')} />
            <DateTimeField kind="time" label={t('organisation.closes')} value={wish.closes} onChange={set('closes')} />
          </div>
        ) : null}
        {wish.opening === 'usual' ? null : <TextField label={t('organisation.day-note')} value={wish.note} onChange={set('note')} maxLength={100} />}
        <ChoiceField<PublicDayKind | 'none'> label={t('organisation.public-day')} wide value={kind} onChange={set('kind')}
          choices={(['none', 'holiday', 'workday'] as const).map((value) => ({ value, text: t(`organisation.public.${value}`) }))} />
        {kind === 'none' ? null : (
          <div className="k-form">
            <TextField label={t('organisation.public-name-zh')} required value={wish.nameZh} onChange={set('nameZh')} maxLength={40} error={missing(wish.nameZh)} />
            <TextField label={t('organisation.public-name-en')} required value={wish.nameEn} onChange={set('nameEn')} maxLength={60} error={missing(wish.nameEn)} />
          </div>
        )}
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { planWeek, type PersonRow, type Week } from '../contract.ts'
import { rosterTexts } from './texts.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** A person's usual week from a day on. */
export function PatternDialog({ person, week, onClose }: { person: PersonRow; week: Week; onClose: () => void }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const language = useLanguage()
  const toast = useToast()
  const offered = week.shifts.filter(({ active }) => active)
  const first = offered[0]?.code ?? 'off'
  const before = person.pattern?.days ?? null
  const [kind, setKind] = useState<'week' | 'none'>(person.pattern !== null && before === null ? 'none' : 'week')
  const [days, setDays] = useState<readonly string[]>(before?.map((code) => (code === 'off' || offered.some((shift) => shift.code === code) ? code : first)) ?? weekdays.map(() => first))
  const [since, setSince] = useState(person.pattern !== null && person.pattern.since > week.today ? person.pattern.since : week.today)
  const deed = useDeed(planWeek, () => { onClose(); toast({ text: t('rosters.saved') }) })
  const whyNot = since < week.today ? t('rosters.begins-in-the-past') : kind === 'week' && days.every((code) => code === 'off') ? t('rosters.never-works') : null
  const submit = () => { if (whyNot === null) deed.run({ params: { personId: person.id }, body: { since, days: kind === 'week' ? [...days] : null, version: person.pattern?.version ?? 0 } }) }
  const choices = [...offered.map((shift) => ({ value: shift.code, text: `${language === 'en' ? shift.nameEn : shift.nameZh} ${shift.starts}–${shift.ends}` })), { value: 'off', text: t('rosters.off') }]
  return (
    <Dialog title={t('rosters.usual-week-of', { name: person.name })} onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('rosters.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <ChoiceField label={t('rosters.usual-week')} wide value={kind} onChange={setKind} choices={[{ value: 'week', text: t('rosters.has-week') }, { value: 'none', text: t('rosters.no-week') }]} />
        <DateTimeField kind="date" label={t('rosters.since')} name="since" min={week.today} value={since} onChange={setSince} />
        {kind === 'none' ? null : (
          <div className="roster-weekdays">
            {weekdays.map((weekday, index) => <SelectField key={weekday} label={t(`rosters.weekday.${weekday}`)} name={`weekday-${String(weekday)}`} value={days[index] ?? first} onChange={(code) => setDays((all) => all.with(index, code))} choices={choices} />)}
          </div>
        )}
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import { useDeed, useSeenVersion } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { setWeekdays } from '../contract.ts'
import { organisationPermissions } from '../permissions.ts'
import type { CalendarYear } from './hours-of-day.ts'
import { organisationTexts } from './texts.ts'
import './administration.css'

const weekdaysOfWeek = [1, 2, 3, 4, 5, 6, 7] as const
type Line = { open: boolean; opens: string; closes: string }

const linesOf = (weekdays: CalendarYear['weekdays']): readonly Line[] => weekdaysOfWeek.map((weekday) => {
  const row = weekdays.find((one) => one.weekday === weekday)
  return { open: row !== undefined, opens: row?.opens ?? '08:30', closes: row?.closes ?? '17:30' }
})

/** The hours of an ordinary week. */
export function WeekForm({ calendar: { weekdays, version } }: { calendar: CalendarYear }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const mayEdit = useMay()(organisationPermissions.maintainCalendar)
  const [typed, setTyped] = useState<readonly Line[] | null>(null)
  const lines = typed ?? linesOf(weekdays)
  const deed = useDeed(setWeekdays, () => { setTyped(null); toast({ text: t('organisation.saved') }) })
  const seen = useSeenVersion(version, deed, typed !== null)
  const set = (index: number, part: Partial<Line>) => setTyped(lines.map((line, at) => (at === index ? { ...line, ...part } : line)))
  const submit = () => deed.run({ body: { version: seen, weekdays: lines.flatMap(({ open, opens, closes }, index) => (open ? [{ weekday: index + 1, opens, closes }] : [])) } })
  return (
    <form className="k-panel k-panel-body admin-narrow" onSubmit={(event) => { event.preventDefault(); submit() }}>
      <div className="admin-week">
        {weekdaysOfWeek.map((weekday, index) => {
          const line = lines[index] ?? { open: false, opens: '', closes: '' }
          const name = t(`organisation.weekday.${weekday}`)
          return (
            <div key={weekday} className="admin-weekday">
              <CheckField label={name} checked={line.open} disabled={!mayEdit} onChange={(open) => set(index, { open })} />
              {line.open ? (
                <>
                  <DateTimeField kind="time" hideLabel label={`${name} ${t('organisation.opens')}`} value={line.opens} disabled={!mayEdit} onChange={(opens) => set(index, { opens })} />
                  <DateTimeField kind="time" hideLabel label={`${name} ${t('organisation.closes')}`} value={line.closes} disabled={!mayEdit} onChange={(closes) => set(index, { closes })} />
                </>
              ) : <span className="k-quiet-text">{t('organisation.closed')}</span>}
            </div>
          )
        })}
      </div>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      {mayEdit ? <div><Button kind="primary" submit busy={deed.busy}>{t('organisation.save')}</Button></div> : null}
    </form>
  )
}

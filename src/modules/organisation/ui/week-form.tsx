import { useState } from 'react'
import { useDeed, useSeenVersion } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { setWeekdays } from '../contract.ts'
import { organisationPermissions } from '../permissions.ts'
import type { CalendarYear } from './hours-of-day.ts'
import { organisationTexts } from './texts.ts'
import { linesOf, weekdaysOf, WeekHours, type WeekLine } from './week-hours.tsx'
import './administration.css'

/** The hours of an ordinary week. */
export function WeekForm({ calendar: { weekdays, version } }: { calendar: CalendarYear }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const mayEdit = useMay()(organisationPermissions.maintainCalendar)
  const [typed, setTyped] = useState<readonly WeekLine[] | null>(null)
  const lines = typed ?? linesOf(weekdays)
  const deed = useDeed(setWeekdays, () => { setTyped(null); toast({ text: t('organisation.saved') }) })
  const seen = useSeenVersion(version, deed, typed !== null)
  const submit = () => deed.run({ body: { version: seen, weekdays: weekdaysOf(lines) } })
  return (
    <form className="k-panel k-panel-body admin-narrow" onSubmit={(event) => { event.preventDefault(); submit() }}>
      <WeekHours lines={lines} onChange={setTyped} disabled={!mayEdit} />
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      {mayEdit ? <div><Button kind="primary" submit busy={deed.busy}>{t('organisation.save')}</Button></div> : null}
    </form>
  )
}

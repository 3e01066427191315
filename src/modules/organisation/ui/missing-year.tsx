import { Link } from '@tanstack/react-router'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button, buttonClass } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { loadYear, seeCalendar } from '../contract.ts'
import { organisationPermissions } from '../permissions.ts'
import type { CalendarYear } from './hours-of-day.ts'
import { organisationTexts } from './texts.ts'
import { usePositions } from './use-positions.ts'

/** On the page of public days: a year that is announced by now and not entered, and whose it is to enter. What the product knows of it is loaded here. */
export function MissingYear({ missing }: { missing: NonNullable<CalendarYear['missing']> }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const mayEdit = useMay()(organisationPermissions.maintainCalendar)
  const toast = useToast()
  const { nameOf } = usePositions()
  const deed = useDeed(loadYear, ({ added }) => toast({ text: t('organisation.year-loaded', { count: added }) }))
  const { year, announced, keepers } = missing
  return (
    <Notice tone="warn" action={mayEdit && announced > 0 ? <Button size="desk" busy={deed.busy} onPress={() => deed.run({ body: { year } })}>{t('organisation.load-year')}</Button> : undefined}>
      {deed.error ?? t('organisation.year-missing', { year, positions: t.list(keepers.map(nameOf)) })}
    </Notice>
  )
}

/** The same on the first page of who may enter it. */
export function MissingYearReminder() {
  const may = useMay()
  return may(organisationPermissions.maintainCalendar) && may(organisationPermissions.seeCalendar) ? <Reminder /> : null
}

function Reminder() {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const missing = useReading(seeCalendar, { query: { year: Number(useToday().slice(0, 4)) } }).data?.missing ?? null
  if (missing === null) return null
  return (
    <div className="missing-year">
      <Notice tone="warn" action={<Link to="/calendar" className={buttonClass('plain')}><span className="k-button-text">{t('organisation.enter-year')}</span></Link>}>
        {t('organisation.year-not-entered', { year: missing.year })}
      </Notice>
    </div>
  )
}

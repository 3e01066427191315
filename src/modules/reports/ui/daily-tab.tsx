import { ChevronLeft, ChevronRight, Download, Printer, Send } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import { saveFile } from '../../../platform/web/api.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { dailyFile, seeDaily } from '../contract.ts'
import { reportPermissions } from '../permissions.ts'
import { DailySheet } from './daily-sheet.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { reportTexts } from './texts.ts'

export type Daily = AnswerOf<typeof seeDaily>
const live = 'live'

/** INF-1.6: the business of one day, issued to the general manager after closing. */
export function DailyTab() {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const sentence = useSentence()
  const moments = useMoments()
  const may = useMay()
  const today = useToday()
  const [day, setDay] = useState(today)
  const [edition, setEdition] = useState<string>(live)
  const [issuing, setIssuing] = useState(false)
  const query = { day, ...(edition === live ? {} : { edition: Number(edition) }) }
  const { data, isError, error, isFetching, refetch } = useReading(seeDaily, { query })
  const goTo = (wanted: string) => { setDay(wanted); setEdition(live) }
  const last = data?.editions[0]
  return (
    <div className="reports">
      <div className="reports-day k-no-print">
        <IconButton icon={ChevronLeft} aria-label={t('reports.previous-day')} onPress={() => goTo(addDays(day, -1))} />
        <DateTimeField label={t('reports.day')} hideLabel kind="date" name="day" value={day} max={today} onChange={(value) => { if (value !== '') goTo(value) }} />
        <IconButton icon={ChevronRight} aria-label={t('reports.next-day')} whyNot={day >= today ? t('reports.day-not-come') : null} onPress={() => goTo(addDays(day, 1))} />
        {data === undefined || last === undefined ? null : (
          <SelectField label={t('reports.daily.shown')} hideLabel name="edition" value={edition} onChange={setEdition}
            choices={[{ value: live, text: t('reports.daily.live') }, ...data.editions.map((row) => ({ value: String(row.edition), text: t('reports.daily.issued-line', { edition: row.edition, name: row.personName, time: moments.full(row.at) }) }))]} />
        )}
        {may(reportPermissions.issueDaily) && data !== undefined ? <Button kind="primary" icon={Send} onPress={() => setIssuing(true)}>{t(last === undefined ? 'reports.daily.issue' : 'reports.daily.issue-again')}</Button> : null}
        <Button icon={Printer} onPress={() => window.print()}>{t('reports.daily.print')}</Button>
        <Button icon={Download} onPress={() => saveFile(dailyFile, { query })}>{t('reports.excel')}</Button>
      </div>
      <LoadBar busy={isFetching && data !== undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {data === undefined ? (isFetching ? <Skeleton kind="list" lines={10} /> : null) : <DailySheet report={data.report} edition={data.editions.find((row) => String(row.edition) === edition) ?? null} last={last ?? null} />}
      {issuing && data !== undefined ? <IssueDialog day={day} lastEdition={last?.edition ?? 0} onClose={() => setIssuing(false)} /> : null}
    </div>
  )
}

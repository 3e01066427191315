import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '../../../kernel/time.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay, useSession } from '../../../platform/web/session.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { seeDay, type AttendanceDay, type PersonDay } from '../contract.ts'
import type { Standing } from '../domain/attendance.ts'
import { attendancePermissions } from '../permissions.ts'
import { CorrectDialog, type Wrong } from './correct-dialog.tsx'
import { SpellLine } from './spell-line.tsx'
import { attendanceTexts } from './texts.ts'

const tones: Readonly<Record<Standing, Tone>> = { here: 'active', left: 'done', missing: 'danger', expected: 'info', away: 'neutral', off: 'neutral' }

/** Who is here, who is missing against the roster, who is late, who forgot to clock out. */
export function DayTab() {
  const t = useTexts(attendanceTexts.zh, attendanceTexts.en)
  const sentence = useSentence()
  const today = useToday()
  const [day, setDay] = useState(today)
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const { data, isError, error, isPending, isFetching, refetch } = useReading(seeDay, { query: { day } }, { refetchInterval: 60_000 })
  return (
    <div className="attendance-day">
      <div className="attendance-bar">
        <IconButton icon={ChevronLeft} kind="plain" aria-label={t('attendance.previous-day')} onPress={() => setDay(addDays(day, -1))} />
        <DateTimeField label={t('attendance.day')} hideLabel kind="date" name="day" value={day} onChange={(value) => { if (value !== '') setDay(value) }} />
        <IconButton icon={ChevronRight} kind="plain" aria-label={t('attendance.next-day')} onPress={() => setDay(addDays(day, 1))} />
        {day === today ? null : <Button kind="quiet" onPress={() => setDay(today)}>{t('attendance.today')}</Button>}
        {data === undefined ? null : <Counts people={data.people} />}
      </div>
      <LoadBar busy={isFetching && data !== undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {isPending ? <Skeleton kind="list" lines={10} /> : null}
      {data === undefined ? null : <><Forgotten day={data} onWrong={setWrong} /><People day={data} onWrong={setWrong} /></>}
      {wrong === null ? null : <CorrectDialog wrong={wrong} onClose={() => setWrong(null)} />}
    </div>
  )
}

function Counts({ people }: { people: readonly PersonDay[] }) {
  const t = useTexts(attendanceTexts.zh, attendanceTexts.en)
  const count = (standing: Standing): number => people.filter((person) => person.standing === standing).length
  return <strong>{t('attendance.count', { here: count('here'), missing: count('missing'), late: people.filter(({ standing, minutesLate }) => minutesLate > 0 && standing !== 'missing').length })}</strong>
}

type Part = { day: AttendanceDay; onWrong: (wrong: Wrong) => void }

function Forgotten({ day, onWrong }: Part) {
  const t = useTexts(attendanceTexts.zh, attendanceTexts.en)
  const may = useMay()(attendancePermissions.correct)
  if (day.forgotten.length === 0) return null
  return (
    <Section panel title={t('attendance.forgotten-list')}>
      <ul>
        {day.forgotten.map((spell) => (
          <li key={spell.id} className="attendance-person">
            <strong>{spell.name}</strong><SpellLine spell={spell} />
            {may ? <Button size="desk" onPress={() => onWrong({ personId: spell.personId, name: spell.name, spell, expected: null })}>{t('attendance.correct')}</Button> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function People({ day, onWrong }: Part) {
  const t = useTexts(attendanceTexts.zh, attendanceTexts.en)
  if (day.people.length === 0) return <EmptyState>{t('attendance.none-here')}</EmptyState>
  return <ul className="k-panel" data-people>{day.people.map((person) => <PersonLine key={person.personId} person={person} onWrong={onWrong} />)}</ul>
}

function PersonLine({ person, onWrong }: { person: PersonDay; onWrong: (wrong: Wrong) => void }) {
  const t = useTexts(attendanceTexts.zh, attendanceTexts.en)
  const session = useSession()
  const moments = useMoments()
  const { nameOf } = usePositions()
  const may = useMay()(attendancePermissions.correct) && person.personId !== session.personId
  const { personId, name, standing, minutesLate, expected, spells } = person
  const late = minutesLate < 60 ? t('attendance.minutes-only', { minutes: minutesLate }) : t('attendance.hours-minutes', { hours: Math.floor(minutesLate / 60), minutes: minutesLate % 60 })
  return (
    <li className="attendance-person">
      <span className="attendance-who"><strong>{name}</strong> <span className="k-quiet-text">{t.list(person.positions.map(nameOf))}</span></span>
      <span className="k-row">
        <StatusTag tone={tones[standing]} text={t(`attendance.standing.${standing}`)} />
        {minutesLate > 0 ? <StatusTag tone="warn" text={t('attendance.late', { time: late })} /> : null}
        <span className="k-quiet-text">{expected === null ? null : t('attendance.expected', { from: moments.time(expected.from).slice(-5), until: moments.time(expected.until).slice(-5) })}</span>
      </span>
      {spells.map((spell) => (
        <span key={spell.id} className="k-row attendance-clocked">
          <SpellLine spell={spell} />
          {may ? <Button size="desk" kind="quiet" onPress={() => onWrong({ personId, name, spell, expected })}>{t('attendance.correct')}</Button> : null}
        </span>
      ))}
      {may && spells.length === 0 ? <span className="attendance-clocked"><Button size="desk" kind="quiet" onPress={() => onWrong({ personId, name, spell: null, expected })}>{t('attendance.add')}</Button></span> : null}
    </li>
  )
}

import { useTexts } from '../../../platform/web/language.tsx'
import { classNames } from '../../../ui-kit/class-names.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import type { PersonRow, Week } from '../contract.ts'
import { useByPosition } from './by-position.ts'
import { rosterTexts } from './texts.ts'
import type { OnCell } from './use-planning.tsx'
import { useDayWords, useWorkWords } from './work-words.ts'

/** One day of everybody, for a phone. */
export function DayList({ week, day, onCell }: { week: Week; day: string; onCell: OnCell | null }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const { nameOf } = usePositions()
  const groups = useByPosition(week.people)
  const facts = week.days.find((one) => one.day === day)
  return (
    <div className="k-stack">
      {facts?.open === false ? <Notice tone="info">{t('rosters.closed')}</Notice> : null}
      {facts === undefined || facts.uncovered.length === 0 ? null : <Notice tone="warn">{t('rosters.uncovered', { positions: t.list(facts.uncovered.map(nameOf)) })}</Notice>}
      {groups.map((group) => (
        <section key={group.position} className="k-panel" aria-label={group.name}>
          <h3 className="roster-position">{group.name}</h3>
          <ul>{group.people.map((person) => <Line key={person.id} person={person} week={week} day={day} onCell={onCell} />)}</ul>
        </section>
      ))}
    </div>
  )
}

function Line({ person, week, day, onCell }: { person: PersonRow; week: Week; day: string; onCell: OnCell | null }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const days = useDayWords()
  const words = useWorkWords()
  const cell = person.cells.find((one) => one.day === day)
  if (cell?.here !== true) return null
  const { name, hours, kind } = words(cell, week.shifts)
  const work = <><span>{name}</span>{' '}{hours === '' ? null : <span className="roster-hours k-cut">{hours}</span>}</>
  const looks = classNames('roster-cell', `roster-${kind}`)
  return (
    <li className="roster-line">
      <span className="k-cut">{person.name}</span>
      {onCell === null ? <span className={looks}>{work}</span>
        : <button type="button" className={looks} aria-haspopup="menu" aria-label={t('rosters.cell', { name: person.name, day: days(day), work: `${name} ${hours}`.trim() })} onClick={(event) => onCell(person, cell, event.currentTarget)}>{work}</button>}
    </li>
  )
}

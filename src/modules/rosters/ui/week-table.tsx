import { TriangleAlert } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { classNames } from '../../../ui-kit/class-names.ts'
import { usePositions } from '../../organisation/ui/public.tsx'
import type { Cell, PersonRow, Week } from '../contract.ts'
import { useByPosition, type PositionGroup } from './by-position.ts'
import { rosterTexts } from './texts.ts'
import type { OnCell } from './use-planning.tsx'
import { useDayWords, useWorkWords } from './work-words.ts'

const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -7], End: [0, 7] }

/** One stop for the Tab key; arrows go from cell to cell, Enter opens what may be done there. */
function useCellKeys(rows: number) {
  const [at, setAt] = useState<readonly [number, number]>([0, 0])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key]
    if (step === undefined || !(event.target instanceof HTMLElement) || event.target.dataset['cell'] === undefined) return
    event.preventDefault()
    const next = [Math.max(0, Math.min(rows - 1, at[0] + step[0])), Math.max(0, Math.min(6, at[1] + step[1]))] as const
    setAt(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.join('-')}"]`)?.focus()
  }
  return { onKeyDown, isStop: (row: number, column: number) => at[0] === row && at[1] === column, reach: (row: number, column: number) => setAt([row, column]) }
}

export type WeekTableProps = { week: Week; onCell: OnCell | null; onPerson: ((person: PersonRow) => void) | null }

/** People under their positions, seven days beside each. */
export function WeekTable({ week, onCell, onPerson }: WeekTableProps) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const words = useDayWords()
  const { nameOf } = usePositions()
  const groups = useByPosition(week.people)
  const keys = useCellKeys(week.people.length)
  const firsts = groups.map((_, index) => groups.slice(0, index).reduce((sum, group) => sum + group.people.length, 0))
  return (
    <div className="roster-scroll k-panel" data-scrolls role="region" aria-label={t('rosters.tab.week')} tabIndex={onCell === null ? 0 : -1}>
      <table className="roster-table" onKeyDown={keys.onKeyDown}>
        <thead>
          <tr>
            <th scope="col">{t('rosters.person')}</th>
            {week.days.map(({ day, open, uncovered }) => (
              <th key={day} scope="col" data-today={day === week.today ? '' : undefined}>
                {words(day)}{open ? null : <span className="k-quiet-text"> {t('rosters.closed')}</span>}
                {uncovered.length === 0 ? null : <span className="roster-gap" title={t('rosters.uncovered', { positions: t.list(uncovered.map(nameOf)) })}><TriangleAlert size={14} aria-hidden /><span className="k-cut">{t('rosters.uncovered', { positions: t.list(uncovered.map(nameOf)) })}</span></span>}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group, index) => <Group key={group.position} group={group} first={firsts[index] ?? 0} week={week} keys={keys} onCell={onCell} onPerson={onPerson} />)}
      </table>
    </div>
  )
}

function Group({ group, first, week, keys, onCell, onPerson }: WeekTableProps & { group: PositionGroup; first: number; keys: ReturnType<typeof useCellKeys> }) {
  return (
    <tbody>
      <tr><th scope="rowgroup" colSpan={8} className="roster-position">{group.name}</th></tr>
      {group.people.map((person, index) => (
        <tr key={person.id}>
          <th scope="row">{onPerson === null ? person.name : <button type="button" className="roster-name k-cut" onClick={() => onPerson(person)}>{person.name}</button>}</th>
          {person.cells.map((cell, column) => (
            <td key={cell.day} data-today={cell.day === week.today ? '' : undefined}>
              <CellButton person={person} cell={cell} week={week} onCell={onCell} at={`${String(first + index)}-${String(column)}`} stop={keys.isStop(first + index, column)} onReach={() => keys.reach(first + index, column)} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

type CellProps = { person: PersonRow; cell: Cell; week: Week; onCell: OnCell | null; at: string; stop: boolean; onReach: () => void }

function CellButton({ person, cell, week, onCell, at, stop, onReach }: CellProps) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const days = useDayWords()
  const { name, mark, hours, kind } = useWorkWords()(cell, week.shifts)
  const single = cell.single && kind !== 'absent'
  const label = t('rosters.cell', { name: person.name, day: days(cell.day), work: [name, hours, single ? t('rosters.single') : ''].filter((part) => part !== '').join(' ') })
  const content = <><span className="k-unseen">{t('rosters.cell', { name: person.name, day: days(cell.day), work: '' })}</span><span className="roster-word k-cut">{name}</span><span className="roster-short" aria-hidden>{mark}</span>{' '}{hours === '' ? null : <span className="roster-hours k-cut">{hours}</span>}</>
  const looks = classNames('roster-cell', `roster-${kind}`, single && 'roster-single')
  if (onCell === null) return <span className={looks} title={label}>{content}</span>
  return <button type="button" className={looks} data-cell={at} tabIndex={stop ? 0 : -1} aria-haspopup={cell.here ? 'menu' : undefined} aria-disabled={!cell.here} title={label} onFocus={onReach} onClick={(event) => { if (cell.here) onCell(person, cell, event.currentTarget) }}>{content}</button>
}

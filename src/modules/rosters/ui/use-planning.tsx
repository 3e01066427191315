import { CalendarCog, UserRoundX } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { MenuList, type MenuItem } from '../../../ui-kit/menu.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { planDay, type Cell, type PersonRow, type Week } from '../contract.ts'
import { rosterPermissions } from '../permissions.ts'
import { AbsenceDialog } from './absence-dialog.tsx'
import { PatternDialog } from './pattern-dialog.tsx'
import { rosterTexts } from './texts.ts'
import { useDayWords } from './work-words.ts'

type Place = { readonly person: PersonRow; readonly cell: Cell }
export type OnCell = (person: PersonRow, cell: Cell, button: HTMLElement) => void

/** What a planner may do at a cell or a name; one menu serves all cells. Null for those who only read. */
export function usePlanning(week: Week): { onCell: OnCell | null; onPerson: ((person: PersonRow) => void) | null; popups: ReactNode; error: ReactNode } {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const words = useDayWords()
  const toast = useToast()
  const mayPlan = useMay()(rosterPermissions.plan)
  const anchor = useRef<HTMLElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place | null>(null)
  const [open, setOpen] = useState<{ what: 'absence' | 'pattern'; person: PersonRow; day: string } | null>(null)
  const deed = useDeed(planDay, () => { if (place !== null) toast({ text: t('rosters.planned', { name: place.person.name, day: words(place.cell.day) }) }) })
  const items = useCellItems(week, place, {
    plan: ({ person, cell }, shift) => deed.run({ body: { personId: person.id, day: cell.day, shift, version: cell.version } }),
    open: (what, { person, cell }) => setOpen({ what, person, day: cell.day }),
  })
  const onCell: OnCell = (person, cell, button) => {
    anchor.current = button
    flushSync(() => setPlace({ person, cell })) // the menu is measured when it opens: its items must be there
    list.current?.showPopover()
  }
  return {
    onCell: mayPlan ? onCell : null,
    onPerson: mayPlan ? (person) => setOpen({ what: 'pattern', person, day: week.today }) : null,
    error: deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>,
    popups: !mayPlan ? null : (
      <>
        <MenuList ref={list} anchor={anchor} label={place === null ? t('rosters.title') : `${place.person.name} ${words(place.cell.day)}`} items={items} side="start" />
        {open?.what === 'absence' ? <AbsenceDialog people={week.people} personId={open.person.id} day={open.day} onClose={() => setOpen(null)} /> : null}
        {open?.what === 'pattern' ? <PatternDialog person={open.person} week={week} onClose={() => setOpen(null)} /> : null}
      </>
    ),
  }
}

type Deeds = { readonly plan: (place: Place, shift: string) => void; readonly open: (what: 'absence' | 'pattern', place: Place) => void }

function useCellItems(week: Week, place: Place | null, { plan, open }: Deeds): MenuItem[] {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const language = useLanguage()
  if (place === null) return []
  return [
    ...week.shifts.filter(({ active }) => active).map((shift) => ({ id: shift.code, text: `${language === 'en' ? shift.nameEn : shift.nameZh} ${shift.starts}–${shift.ends}`, onPick: () => plan(place, shift.code) })),
    { id: 'off', text: t('rosters.off'), onPick: () => plan(place, 'off') },
    ...(place.cell.single ? [{ id: 'usual', text: t('rosters.usual-day'), onPick: () => plan(place, 'usual') }] : []),
    { id: 'pattern', text: t('rosters.usual-week'), icon: CalendarCog, separated: true, onPick: () => open('pattern', place) },
    { id: 'absence', text: t('rosters.record-absence'), icon: UserRoundX, onPick: () => open('absence', place) },
  ]
}

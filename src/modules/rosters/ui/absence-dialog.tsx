import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { listAbsences, recordAbsence, seeDeputies, type DutyName, type PersonRow } from '../contract.ts'
import { absenceKinds, beyondRights, whyNotAbsent, type AbsenceKind } from '../domain/absence.ts'
import { rosterTexts } from './texts.ts'

export type Somebody = Pick<PersonRow, 'id' | 'name' | 'positions'>

/** Who stands in: colleagues of the same position first. */
export function DeputyField({ people, personId, value, onChange }: { people: readonly Somebody[]; personId: string; value: string; onChange: (id: string) => void }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const { nameOf } = usePositions()
  const positions = people.find(({ id }) => id === personId)?.positions ?? []
  const near = (person: Somebody): number => (person.positions.some((position) => positions.includes(position)) ? 0 : 1)
  const choices = people.filter(({ id }) => id !== personId).toSorted((a, b) => near(a) - near(b)).map((person) => ({ value: person.id, text: `${person.name} · ${t.list(person.positions.map(nameOf))}` }))
  return (
    <>
      <SelectField label={t('rosters.deputy')} name="deputy" value={value} onChange={onChange} choices={[{ value: '', text: t('rosters.no-deputy') }, ...choices]} />
      {personId === '' || value === '' ? null : <BeyondDeputy people={people} personId={personId} deputyId={value} />}
    </>
  )
}

/** Which of the absent one's duties this deputy could not do: said while he is chosen, and no hindrance. */
function BeyondDeputy({ people, personId, deputyId }: { people: readonly Somebody[]; personId: string; deputyId: string }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const { data } = useReading(seeDeputies, { params: { personId } })
  const beyond = data === undefined ? [] : beyondRights(data.duties, data.people.find(({ id }) => id === deputyId)?.rights ?? [])
  if (beyond.length === 0) return null
  const nameOf = (wanted: string): string => people.find(({ id }) => id === wanted)?.name ?? ''
  return (
    <Notice tone="warn" title={t('rosters.beyond', { name: nameOf(deputyId), person: nameOf(personId), count: beyond.length })}>
      <DutyNames duties={beyond} />
      <p>{t('rosters.beyond-hint', { name: nameOf(deputyId) })}</p>
    </Notice>
  )
}

/** The first of them by name; a position without any right is told enough by these. */
const mostNamed = 12

export function DutyNames({ duties }: { duties: readonly DutyName[] }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const english = useLanguage() === 'en'
  return (
    <ul className="roster-beyond">
      {duties.slice(0, mostNamed).map(({ id, zh, en }) => <li key={id}>{`${id} ${english ? en : zh}`}</li>)}
      {duties.length <= mostNamed ? null : <li>{t('rosters.beyond-more', { count: duties.length - mostNamed })}</li>}
    </ul>
  )
}

/** Somebody will not be there; who stands in for him, and a word when his position would be left alone. */
export function AbsenceDialog({ people, personId = null, day, onClose }: { people: readonly Somebody[]; personId?: string | null; day: string; onClose: () => void }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const toast = useToast()
  const today = useToday()
  const { nameOf } = usePositions()
  const known = useReading(listAbsences, { query: { group: 'now' } })
  const [person, setPerson] = useState<string | null>(personId)
  const [wish, set] = useWish<{ from: string; until: string; kind: AbsenceKind; reason: string; deputyId: string }>({ from: day, until: day, kind: 'leave', reason: '', deputyId: '' })
  const name = people.find(({ id }) => id === person)?.name ?? ''
  const deed = useDeed(recordAbsence, ({ uncovered }) => {
    onClose()
    toast(uncovered.length === 0 ? { text: t('rosters.recorded', { name }) } : { text: t('rosters.recorded-uncovered', { positions: t.list(uncovered.map(nameOf)) }), tone: 'danger' })
  })
  const deputyId = wish.deputyId === '' ? null : wish.deputyId
  const others = (known.data?.rows ?? []).map((row) => ({ personId: row.personId, fromDay: row.from, untilDay: row.until }))
  const whyNot = person === null ? t('rosters.fill-in') : t.refusal(whyNotAbsent({ personId: person, deputyId, fromDay: wish.from, untilDay: wish.until, today, others }))
  const submit = () => { if (whyNot === null && person !== null) deed.run({ body: { personId: person, from: wish.from, until: wish.until, kind: wish.kind, reason: wish.reason, deputyId } }) }
  return (
    <Dialog title={t('rosters.record-absence')} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('rosters.record-absence')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField label={t('rosters.person')} name="person" required value={person} onChange={setPerson} placeholder={t('rosters.choose')} choices={people.map(({ id, name: text, positions }) => ({ value: id, text: `${text} · ${t.list(positions.map(nameOf))}` }))} />
        <div className="k-form">
          <DateTimeField kind="date" label={t('rosters.from')} name="from" value={wish.from} onChange={set('from')} />
          <DateTimeField kind="date" label={t('rosters.until')} name="until" value={wish.until} onChange={set('until')} />
        </div>
        <ChoiceField label={t('rosters.kind')} wide value={wish.kind} onChange={set('kind')} choices={absenceKinds.map((value) => ({ value, text: t(`rosters.kind.${value}`) }))} />
        <TextField label={t('rosters.reason')} name="reason" value={wish.reason} onChange={set('reason')} maxLength={200} />
        <DeputyField people={people} personId={person ?? ''} value={wish.deputyId} onChange={set('deputyId')} />
      </div>
    </Dialog>
  )
}

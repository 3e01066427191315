import { useDeferredValue, useState } from 'react'
import { useDeed, usePages } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import type { AnswerOf } from '../../../platform/contract.ts'
import { usePositions } from '../../organisation/ui/public.tsx'
import { seeSupervision, takeBack, type SupervisedRow } from '../contract.ts'
import { supervisionGroups, type SupervisionGroup } from '../domain/instance.ts'
import { AcknowledgeDialog } from './acknowledge-dialog.tsx'
import { toneOfStatus, useNameOf } from './duty-words.ts'
import { dutyTexts } from './texts.ts'
import './duties.css'

const [pageSize, mostAtOnce] = [40, 200]

/** Who owes what, and what I have not followed up: that first, the newest on top. */
export function SupervisionPage() {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const w = useTexts(webZh, webEn)
  const { nameOf: positionOf } = usePositions()
  const [group, setGroup] = useState<SupervisionGroup>('owed')
  const [position, setPosition] = useState('')
  const [find, setFind] = useState('')
  const { rows, first: seen, state, more } = usePages(seeSupervision, { group, find: useDeferredValue(find.trim()), ...(position === '' ? {} : { position }), limit: pageSize })
  const first = seen as AnswerOf<typeof seeSupervision> | undefined
  return (
    <PageFrame title={t('duties.supervision')} note={first === undefined ? undefined : first.debt === 0 ? t('duties.no-debt') : t('duties.debt', { count: first.debt })}>
      <LoadBar busy={state === 'loading' && first !== undefined} />
      <LoadError state={state} />
      {first === undefined && state === 'loading' ? <Skeleton kind="list" lines={6} /> : null}
      {first === undefined ? null : (
        <div className="duties duties-scored">
          <div className="duties-main">
            <div className="duty-board-bar">
              <TextField label={t('duties.supervision.find')} hideLabel type="search" name="find" value={find} onChange={setFind} placeholder={t('duties.supervision.find')} maxLength={40} />
              <ChoiceField label={t('duties.supervision.group')} hideLabel value={group} onChange={setGroup} choices={supervisionGroups.map((value) => ({ value, text: t(`duties.supervision.${value}`, { count: value === 'owed' ? first.debt : first.others }) }))} />
              <SelectField label={t('duties.position')} hideLabel name="position" value={position} onChange={setPosition}
                choices={[{ value: '', text: t('duties.all-positions') }, ...first.positions.map((counted) => ({ value: counted.position, text: t('duties.supervision.position', { position: positionOf(counted.position), count: counted[group] }) }))]} />
            </div>
            {state === 'ready' && rows.length === 0 ? <EmptyState>{t(find.trim() !== '' ? 'duties.supervision.none-found' : first.debt + first.others === 0 ? 'duties.all-done' : group === 'owed' ? 'duties.no-debt' : 'duties.supervision.none-else')}</EmptyState> : null}
            <OverdueList rows={rows} key={`${group} ${position} ${find.trim()}`} />
            {more === null ? null : <div><Button onPress={more}>{w('web.more', { count: pageSize })}</Button></div>}
          </div>
          {first.scores.length === 0 ? null : <Scores scores={first.scores} from={first.scoresFrom} />}
        </div>
      )}
    </PageFrame>
  )
}

/** One by one, or several with one word: what is listed can be narrowed to a person, a duty, a position before. */
function OverdueList({ rows }: { rows: readonly SupervisedRow[] }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const owed = rows.filter(mayBeSpoken).slice(0, mostAtOnce)
  const picked = owed.filter(({ id }) => chosen.has(id))
  const choose = (id: string, wanted: boolean) => setChosen((before) => new Set(wanted ? [...before, id] : [...before].filter((other) => other !== id)))
  return (
    <>
      {owed.length < 2 ? null : (
        <div className="k-row">
          {picked.length === owed.length ? null : <Button onPress={() => setChosen(new Set(owed.map(({ id }) => id)))}>{t('duties.select-all', { count: owed.length })}</Button>}
          {picked.length === 0 ? null : <Button onPress={() => setChosen(new Set())}>{t('duties.select-none')}</Button>}
          {picked.length === 0 ? null : <Button kind="primary" onPress={() => setAsking(true)}>{t('duties.acknowledge-several', { count: picked.length })}</Button>}
        </div>
      )}
      <ul className="duty-list">{rows.map((row) => <Overdue key={row.id} row={row} {...(owed.length < 2 ? {} : { chosen: chosen.has(row.id), onChoose: (wanted: boolean) => choose(row.id, wanted) })} />)}</ul>
      {asking ? <AcknowledgeDialog rows={picked} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

/** What I said, and what is excused, has been followed up. */
const mayBeSpoken = ({ mine, status }: SupervisedRow): boolean => !mine && status !== 'excused'

type OverdueProps = { row: SupervisedRow; chosen?: boolean; /** Where several can be followed up together. */ onChoose?: (wanted: boolean) => void }

function Overdue({ row, chosen = false, onChoose }: OverdueProps) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const moments = useMoments()
  const nameOf = useNameOf()
  const { nameOf: positionOf } = usePositions()
  const [asking, setAsking] = useState(false)
  return (
    <li className="duty-card k-panel" data-duty={row.dutyId}>
      <div className="duty-head">
        <StatusTag tone="neutral" text={positionOf(row.position)} />
        <span className="duty-name">{nameOf(row)}</span>
        <StatusTag tone={toneOfStatus[row.status]} text={t(`duties.status.${row.status}`)} />
        {row.level === 0 ? null : <StatusTag tone="danger" text={t('duties.level', { level: row.level })} />}
      </div>
      <p className="duty-facts">
        <span>{t('duties.was-due', { time: moments.full(row.dueAt) })}</span>
        {[row.deputyName === '' ? row.holderName : t('duties.stands-in', { deputy: row.deputyName, name: row.holderName }), row.subjectName].filter((part) => part !== '').map((part) => <strong key={part}>{part}</strong>)}
        <span className="k-quiet-text">{row.dutyId}</span>
      </p>
      {row.explanation === '' ? null : <p>{t.named(t('duties.explanation'), row.explanation)}</p>}
      {row.acknowledgements.map((word) => <Handled key={word.id} word={word} />)}
      {mayBeSpoken(row) ? <div className="duty-deed">{onChoose === undefined ? null : <CheckField label={t('duties.select')} checked={chosen} onChange={onChoose} />}<Button onPress={() => setAsking(true)}>{t('duties.acknowledge')}</Button></div> : null}
      {asking ? <AcknowledgeDialog rows={[row]} onClose={() => setAsking(false)} /> : null}
    </li>
  )
}

function Handled({ word: { id, at, personName, action, note, takenBack, mayTakeBack } }: { word: SupervisedRow['acknowledgements'][number] }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const [asking, setAsking] = useState(false)
  const moments = useMoments()
  const said = { name: personName, action: t(`duties.action.${action}`), note, time: moments.full(at) }
  return (
    <p className="k-quiet-text duty-handled">
      <span>{takenBack === null ? t('duties.handled', said) : t('duties.handled-back', { ...said, reason: takenBack.reason, by: takenBack.personName })}</span>
      {mayTakeBack ? <Button kind="quiet" onPress={() => setAsking(true)}>{t('duties.take-back')}</Button> : null}
      {asking ? <TakeBack acknowledgementId={id} onClose={() => setAsking(false)} /> : null}
    </p>
  )
}

function TakeBack({ acknowledgementId, onClose }: { acknowledgementId: string; onClose: () => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const toast = useToast()
  const [reason, setReason] = useState('')
  const deed = useDeed(takeBack, () => { onClose(); toast({ text: t('duties.was-taken-back') }) })
  const missing = reason.trim() === ''
  return (
    <Dialog title={t('duties.take-back-title')} size="small" onClose={onClose} onSubmit={() => { if (!missing) deed.run({ params: { acknowledgementId }, body: { reason } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('duties.words-missing') : null}>{t('duties.take-back')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <Notice tone="info">{t('duties.take-back-hint')}</Notice>
        <TextAreaField label={t('duties.take-back-reason')} name="reason" value={reason} onChange={setReason} required rows={2} maxLength={300} />
      </div>
    </Dialog>
  )
}

type Score = AnswerOf<typeof seeSupervision>['scores'][number]

const ended = ({ done, late, missed }: Score): number => done + late + missed
/** Of what had to be done; nothing to do is no hundred percent. */
const rate = (score: Score): string => (ended(score) === 0 ? '–' : `${((100 * score.done) / ended(score)).toFixed(0)} %`)

function Scores({ scores, from }: { scores: readonly Score[]; from: string }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const { nameOf: positionOf } = usePositions()
  const columns: Column<Score>[] = [
    { id: 'position', header: t('duties.position'), cell: ({ position }) => positionOf(position) },
    { id: 'rate', header: t('duties.score.rate'), align: 'end', width: 72, cell: rate },
    { id: 'done', header: t('duties.score.done'), align: 'end', width: 60, cell: ({ done }) => done },
    { id: 'late', header: t('duties.score.late'), align: 'end', width: 60, cell: ({ late }) => late },
    { id: 'missed', header: t('duties.score.missed'), align: 'end', width: 68, cell: ({ missed }) => missed },
    { id: 'excused', header: t('duties.score.excused'), align: 'end', width: 68, cell: ({ excused }) => excused },
    { id: 'data', header: t('duties.score.by-data'), align: 'end', width: 76, cell: ({ byData }) => byData },
  ]
  return <Section title={t('duties.scores', { from })} panel><DataTable label={t('duties.scores', { from })} columns={columns} rows={scores} rowKey={({ position }) => position} minimumWidth={480} /></Section>
}

import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { Timeline } from '../../../ui-kit/timeline.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { listDutyChanges, type DutyRow } from '../contract.ts'
import { ownPack } from '../domain/own-duty.ts'
import { dutyPermissions } from '../permissions.ts'
import { useGraceWords, useNameOf, usePackName, useProofWords } from './duty-words.ts'
import { EditDuty } from './edit-duty.tsx'
import { EndDuty } from './end-duty.tsx'
import { useWhenWords } from './when-words.ts'
import { dutyTexts } from './texts.ts'

/** One line of the manual as this store keeps it, with who changed what and why. */
export function DutyDetail({ duty }: { duty: DutyRow }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const nameOf = useNameOf()
  const words = useProofWords()
  const may = useMay()
  const [asking, setAsking] = useState<'edit' | 'end' | null>(null)
  const today = useToday()
  const packName = usePackName()
  const over = duty.until !== null && duty.until < today
  const mayEdit = may(dutyPermissions.editManual) && !over
  const { nameOf: positionOf } = usePositions()
  const whenWords = useWhenWords()
  const graceWords = useGraceWords()
  const none = t('duties.nobody')
  return (
    <article className="duty-sheet">
      <header className="duty-head">
        <h2 className="duty-title">{nameOf(duty)}</h2>
        {duty.edited ? <StatusTag tone="warn" text={t('duties.edited')} /> : null}
        {over ? <StatusTag tone="done" text={t('duties.own.is-over')} /> : null}
        {mayEdit ? <Button onPress={() => setAsking('edit')}>{t('duties.edit')}</Button> : null}
        {mayEdit && duty.pack === ownPack ? <Button onPress={() => setAsking('end')}>{t('duties.own.end')}</Button> : null}
      </header>
      <Section title={t('duties.duty')}>
        <Facts layout="columns" facts={[
          { id: 'id', label: t('duties.id'), value: duty.id },
          { id: 'pack', label: t('duties.pack'), value: `${packName(duty.pack)}${duty.withdrawn === null ? '' : ` · ${t(duty.withdrawn === 'gone' ? 'duties.withdrawn.gone' : 'duties.pack.off')}`}` },
          { id: 'position', label: t('duties.position'), value: positionOf(duty.position) },
          ...(duty.since === null ? [] : [{ id: 'span', label: t('duties.own.span'), value: duty.until === null ? t('duties.own.since-fact', { since: duty.since }) : t('duties.own.until-fact', { since: duty.since, until: duty.until }) }]),
          { id: 'when', label: t('duties.when'), value: whenWords(duty.due) },
          { id: 'holder', label: t('duties.holder'), value: t(`duties.holder.${duty.holder}`) },
          { id: 'closed', label: t('duties.state'), value: t(`duties.closed-by.${duty.closedBy}`) },
          { id: 'watch', label: t('duties.watches'), value: duty.watch.length === 0 ? none : duty.watch.map(positionOf).join(' · ') },
          ...(duty.supervisors.length === 0 ? [] : [{ id: 'supervisors', label: t('duties.own.supervisors'), value: duty.supervisors.map(positionOf).join(' · ') }]),
          { id: 'grace', label: t('duties.grace'), value: graceWords(duty.graceMinutes) },
          { id: 'move', label: t('duties.move'), value: t(`duties.move.${duty.move}`) },
          { id: 'proof', label: t('duties.proof'), value: words(duty.proof), wide: true },
          { id: 'zh', label: '中文', value: duty.zh, wide: true },
          { id: 'en', label: 'English', value: duty.en, wide: true },
        ]} />
      </Section>
      <Changes dutyId={duty.id} />
      {asking === 'edit' ? <EditDuty duty={duty} onClose={() => setAsking(null)} /> : null}
      {asking === 'end' ? <EndDuty duty={duty} onClose={() => setAsking(null)} /> : null}
    </article>
  )
}

function Changes({ dutyId }: { dutyId: string }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const moments = useMoments()
  const changed = useChanged()
  const changes = useReading(listDutyChanges, { params: { dutyId } }).data?.rows
  return (
    <Section title={t('duties.changes')}>
      {changes === undefined ? <Skeleton kind="text" lines={1} /> : changes.length === 0 ? <p className="k-quiet-text">{t('duties.no-changes')}</p> : (
        <Timeline label={t('duties.changes')} entries={changes.map(({ id, at, personName, before, after, reason }) => (
          { id, time: moments.full(at), who: personName, text: [...(before === null ? [t('duties.own.was-added')] : changed(before, after)), reason].join(' · ') }))} />
      )}
    </Section>
  )
}

type Edit = AnswerOf<typeof listDutyChanges>['rows'][number]['after']

/** What an edit made different, each thing by its name, before and after. */
export function useChanged(): (before: Edit, after: Edit) => string[] {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const whenWords = useWhenWords()
  const proofWords = useProofWords()
  const graceWords = useGraceWords()
  const nameOf = useNameOf()
  const { nameOf: positionOf } = usePositions()
  const namesOf = (positions: readonly string[]): string => (positions.length === 0 ? t('duties.nobody') : t.list(positions.map(positionOf)))
  return (before, after) => {
    const said = (edit: Edit): readonly (readonly [string, string])[] => [
      [t('duties.own.title-fact'), edit.zh === undefined ? '' : nameOf({ zh: edit.zh, en: edit.en ?? edit.zh })], [t('duties.position'), edit.position === undefined ? '' : positionOf(edit.position)],
      [t('duties.when'), whenWords(edit.due)], [t('duties.proof'), edit.proof === undefined ? '' : proofWords(edit.proof)], [t('duties.holder'), t(`duties.holder.${edit.holder}`)],
      [t('duties.watches'), namesOf(edit.watch)], [t('duties.grace'), graceWords(edit.graceMinutes)],
      [t('duties.move'), t(`duties.move.${edit.move}`)], [t('duties.active'), t(edit.active ? 'duties.on' : 'duties.off')],
      [t('duties.own.supervisors'), edit.supervisors === undefined ? '' : namesOf(edit.supervisors)], [t('duties.own.last-day'), edit.until ?? t('duties.own.no-end')],
    ]
    const then = said(before)
    return said(after).flatMap(([label, words], place) => (words === then[place]?.[1] ? [] : [t.named(label, `${then[place]?.[1] ?? ''} → ${words}`)]))
  }
}

import { useState } from 'react'
import { fromWallTime, wallTime } from '../../../kernel/time.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay, useSession } from '../../../platform/web/session.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { correctClock, listClocks, type ClockView } from '../contract.ts'
import { workshopPermissions } from '../permissions.ts'
import { useJobName } from './job-words.ts'
import { workshopTexts } from './texts.ts'

/** Who worked on what from when until when: first what stopped by itself and waits for the foreman's word, then the day. */
export function ClocksTab({ day }: { day: string }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const sentence = useSentence()
  const { data, isError, error, isFetching, refetch } = useReading(listClocks, { query: { day } })
  const [wrong, setWrong] = useState<ClockView | null>(null)
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  if (data === undefined) return <Skeleton kind="list" lines={8} />
  return (
    <div className="bays">
      <LoadBar busy={isFetching} />
      {data.forgotten.length === 0 ? null : <Section title={t('workshop.clocks-forgotten')}><ul className="bay-list">{data.forgotten.map((clock) => <ClockCard key={clock.id} clock={clock} onCorrect={setWrong} />)}</ul></Section>}
      <Section title={t('workshop.clocks-of-day')}>
        {data.rows.length === 0 ? <EmptyState>{t('workshop.clocks-none')}</EmptyState> : null}
        <ul className="bay-list">{data.rows.map((clock) => <ClockCard key={clock.id} clock={clock} onCorrect={setWrong} />)}</ul>
      </Section>
      {wrong === null ? null : <CorrectDialog clock={wrong} onClose={() => setWrong(null)} />}
    </div>
  )
}

function ClockCard({ clock, onCorrect }: { clock: ClockView; onCorrect: (clock: ClockView) => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const moments = useMoments()
  const nameOf = useJobName()
  const may = useMay()(workshopPermissions.correctClock)
  const { reason } = clock
  return (
    <li className="k-panel bay-card clock-card">
      <div className="k-row">
        <Plate text={showPlate(clock.plate)} /><strong>{clock.personName}</strong>
        {reason === null ? <StatusTag tone="active" text={t('workshop.clock-runs-now')} /> : <StatusTag tone={reason === 'forgotten' && clock.version === 1 ? 'danger' : 'neutral'} text={reason === 'finished' ? t('workshop.clock-finished') : t(`workshop.pause.${reason}`)} />}
      </div>
      <span>{nameOf(clock)}</span>
      <span>{moments.full(clock.from)} – {clock.until === null ? t('workshop.clock-runs-now') : moments.full(clock.until)}</span>
      {clock.corrections.map((one) => <span key={one.at} className="k-quiet-text">{t('workshop.clock-history', { name: one.personName, at: moments.full(one.at), reason: one.reason, from: moments.full(one.fromBefore), until: moments.full(one.untilBefore) })}</span>)}
      {may && clock.until !== null ? <div className="k-row"><Button size="desk" onPress={() => onCorrect(clock)}>{t('workshop.clock-correct')}</Button></div> : null}
    </li>
  )
}

function CorrectDialog({ clock, onClose }: { clock: ClockView; onClose: () => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const toast = useToast()
  const { timeZone } = useSession().store
  const wall = (moment: string | null): string => (moment === null ? '' : wallTime(new Date(moment), timeZone))
  const [wish, set] = useWish({ from: wall(clock.from), until: wall(clock.until), reason: '' })
  const deed = useDeed(correctClock, () => { onClose(); toast({ text: t('workshop.clock-corrected', { name: clock.personName }) }) })
  const [from, until] = [fromWallTime(wish.from, timeZone), fromWallTime(wish.until, timeZone)]
  const whyNot = from === null || until === null || wish.reason.trim() === '' ? t('workshop.clock-fill-in') : null
  const save = () => { if (from !== null && until !== null && whyNot === null) deed.run({ params: { clockId: clock.id }, body: { version: clock.version, from: from.toISOString(), until: until.toISOString(), reason: wish.reason } }) }
  return (
    <Dialog title={t('workshop.clock-correct-title', { name: clock.personName, plate: showPlate(clock.plate) })} size="small" onClose={onClose} onSubmit={save}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('workshop.clock-correct')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <DateTimeField label={t('workshop.clock-from')} name="from" kind="datetime" value={wish.from} onChange={set('from')} required />
        <DateTimeField label={t('workshop.clock-until')} name="until" kind="datetime" value={wish.until} onChange={set('until')} required />
        <TextField label={t('workshop.clock-reason')} name="reason" value={wish.reason} onChange={set('reason')} maxLength={200} required />
      </div>
    </Dialog>
  )
}

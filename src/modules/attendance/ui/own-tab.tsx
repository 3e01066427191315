import { LogIn, LogOut } from 'lucide-react'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useOutbox } from '../../../platform/web/outbox.ts'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { comeIn, goOut, seeOwn, type OwnAttendance } from '../contract.ts'
import { sinceWhen, waitingClock } from '../domain/waiting.ts'
import { SpellLine } from './spell-line.tsx'
import { attendanceTexts } from './texts.ts'

/** One's own time clock: a phone, or the shared tablet where one signed in with badge or PIN. */
export function OwnTab() {
  const sentence = useSentence()
  const { data, isError, error, isPending, isFetching, refetch } = useReading(seeOwn, {}, { refetchInterval: 60_000 })
  return (
    <div className="attendance-own">
      <LoadBar busy={isFetching && data !== undefined} />
      {isError && data === undefined ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {isPending ? <Skeleton kind="list" lines={6} /> : null}
      {data === undefined ? null : <><TimeClock own={data} /><LastDays own={data} /></>}
    </div>
  )
}

function TimeClock({ own }: { own: OwnAttendance }) {
  const t = useTexts(attendanceTexts.zh, attendanceTexts.en)
  const moments = useMoments()
  const waiting = useOutbox().filter(({ refused }) => refused === null).flatMap((parcel) => waitingClock(parcel) ?? [])
  const since = sinceWhen(own.since, waiting)
  const { expected } = own
  return (
    <section className="k-panel attendance-clock" aria-label={t('attendance.tab.own')}>
      <div className="k-row">
        <StatusTag tone={since === null ? 'neutral' : 'active'} text={since === null ? t('attendance.not-here') : t('attendance.here-since', { time: moments.time(since) })} />
        <span className="k-quiet-text">{expected === null ? t('attendance.no-shift') : t('attendance.expected', { from: moments.time(expected.from), until: moments.time(expected.until) })}</span>
      </div>
      {waiting.length === 0 ? null : <Notice tone="warn">{t('attendance.waits')}</Notice>}
      <ClockButton since={since} />
    </section>
  )
}

/** The one button: in, or out. Without a network it waits on this device, with its moment. */
function ClockButton({ since }: { since: string | null }) {
  const t = useTexts({ ...webZh, ...attendanceTexts.zh }, { ...webEn, ...attendanceTexts.en })
  const toast = useToast()
  const waits = (title: string) => ({ title, about: 'attendance', kept: () => toast({ text: t('web.kept') }) })
  const coming = useDeed(comeIn, () => toast({ text: t('attendance.said-in') }), waits(t('attendance.come-in')))
  const going = useDeed(goOut, () => toast({ text: t('attendance.said-out') }), waits(t('attendance.go-out')))
  const error = coming.error ?? going.error
  const body = () => ({ body: { at: new Date().toISOString() } })
  return (
    <>
      {since === null
        ? <Button size="phone" kind="primary" wide icon={LogIn} busy={coming.busy} onPress={() => { going.reset(); coming.run(body()) }}>{t('attendance.come-in')}</Button>
        : <Button size="phone" wide icon={LogOut} busy={going.busy} onPress={() => { coming.reset(); going.run(body()) }}>{t('attendance.go-out')}</Button>}
      {error === null ? null : <Notice tone="danger">{error}</Notice>}
    </>
  )
}

function LastDays({ own }: { own: OwnAttendance }) {
  const t = useTexts(attendanceTexts.zh, attendanceTexts.en)
  const moments = useMoments()
  return (
    <Section panel title={t('attendance.last-days')}>
      {own.spells.length === 0 ? <EmptyState>{t('attendance.none-own')}</EmptyState> : null}
      {own.spells.filter(({ forgotten }) => forgotten).map(({ id, cameAt, leftAt }) => <Notice key={id} tone="warn">{t('attendance.forgotten-own', { day: moments.full(cameAt), time: leftAt === null ? '' : moments.full(leftAt) })}</Notice>)}
      <ul className="k-stack">{own.spells.map((spell) => <li key={spell.id}><SpellLine spell={spell} /></li>)}</ul>
    </Section>
  )
}

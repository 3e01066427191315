import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { classNames } from '../../../ui-kit/class-names.ts'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { seeOwn, type Own } from '../contract.ts'
import { absenceTones } from './absences.tsx'
import { CheckInButton, SlotState } from './slot-line.tsx'
import { rosterTexts } from './texts.ts'
import { useDayWords, useWorkWords } from './work-words.ts'

/** Everybody's own: greeting duty with its check-in first, then the next two weeks, absences, whom one stands in for. */
export function OwnRoster() {
  const sentence = useSentence()
  const { data, isError, error, isPending, isFetching, refetch } = useReading(seeOwn, {}, { refetchInterval: 60_000 })
  return (
    <div className="roster">
      <LoadBar busy={isFetching && data !== undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {isPending ? <Skeleton kind="list" lines={8} /> : null}
      {data === undefined ? null : <div className="roster-own"><OwnSlots own={data} /><OwnDays own={data} /><OwnAbsences own={data} /></div>}
    </div>
  )
}

function OwnSlots({ own }: { own: Own }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const words = useDayWords()
  return (
    <Section panel title={t('rosters.own-slots')}>
      {own.slots.length === 0 ? <p className="k-quiet-text">{t('rosters.no-own-slots')}</p> : null}
      <ul className="k-stack">
        {own.slots.map((slot) => (
          <li key={`${slot.day} ${slot.starts}`} className="roster-facts">
            <span>{slot.day === own.today ? t('rosters.today') : words(slot.day)}</span><strong>{slot.starts}–{slot.ends}</strong><SlotState slot={slot} /><CheckInButton slot={slot} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function OwnDays({ own }: { own: Own }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const words = useDayWords()
  const work = useWorkWords()
  return (
    <section className="k-panel k-section" aria-label={t('rosters.own-days')}>
      <h2 className="roster-position">{t('rosters.own-days')}</h2>
      <ul>
        {own.days.map((cell) => {
          const { name, hours, kind } = work(cell, own.shifts)
          return <li key={cell.day} className="roster-line"><span>{cell.day === own.today ? `${words(cell.day)} · ${t('rosters.today')}` : words(cell.day)}</span><span className={classNames('roster-cell', `roster-${kind}`)}><span>{name}</span>{hours === '' ? null : <span className="roster-hours k-cut">{hours}</span>}</span></li>
        })}
      </ul>
    </section>
  )
}

function OwnAbsences({ own }: { own: Own }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const words = useDayWords()
  const span = ({ from, until }: { from: string; until: string }) => t('rosters.span', { from: words(from), until: words(until) })
  return (
    <div className="k-stack">
      {own.deputyFor.length === 0 ? null : (
        <Section panel title={t('rosters.own-deputy-for')}>
          <ul className="k-stack">{own.deputyFor.map((row) => <li key={row.id} className="roster-facts"><strong>{row.personName}</strong><StatusTag tone={absenceTones[row.status]} text={t(`rosters.status.${row.status}`)} /><span>{span(row)}</span></li>)}</ul>
        </Section>
      )}
      <Section panel title={t('rosters.own-absences')}>
        {own.absences.length === 0 ? <p className="k-quiet-text">{t('rosters.no-own-absences')}</p> : null}
        <ul className="k-stack">
          {own.absences.map((row) => (
            <li key={row.id} className="roster-facts"><span>{t(`rosters.kind.${row.kind}`)}</span><StatusTag tone={absenceTones[row.status]} text={t(`rosters.status.${row.status}`)} /><span>{span(row)}</span><span className="k-quiet-text">{row.deputyName === '' ? t('rosters.no-deputy') : t('rosters.deputy-is', { name: row.deputyName })}</span></li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

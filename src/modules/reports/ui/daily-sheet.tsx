import { useState, type ReactNode } from 'react'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { payers, type Payer } from '../../catalogue/domain/payers.ts'
import { behindOf, type BehindCode, type FigureCode } from '../domain/figures.ts'
import { firstOfMonth, sameDayOfLastMonth } from '../domain/period.ts'
import { showFigure } from '../domain/show.ts'
import { Behind, type BehindWish } from './behind.tsx'
import type { Daily } from './daily-tab.tsx'
import { reportTexts } from './texts.ts'

type Report = Daily['report']
type Edition = Daily['editions'][number]

/** One page of paper: the day in numbers. */
export function DailySheet({ report, edition, last }: { report: Report; /** As it was issued; null shows it as it stands. */ edition: Edition | null; last: Edition | null }) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const moments = useMoments()
  const [wish, setWish] = useState<BehindWish | null>(null)
  const ofDay = (figure: BehindCode, words: ReactNode) => <Pressed wish={{ figure, from: report.day, to: report.day }} onOpen={setWish}>{words}</Pressed>
  const line = (row: Edition) => t('reports.daily.issued-line', { edition: row.edition, name: row.personName, time: moments.full(row.at) })
  return (
    <article className="reports-sheet" aria-label={t('reports.daily.title', { day: report.day })}>
      <header className="reports-narrow">
        <h2>{t('reports.daily.title', { day: report.day })}</h2>
        {edition !== null ? <StatusTag tone="done" text={line(edition)} /> : <StatusTag tone={last === null ? 'warn' : 'info'} text={last === null ? t('reports.daily.not-issued') : line(last)} />}
        {edition !== null && edition.reason !== '' ? <span className="k-quiet-text">{edition.reason}</span> : null}
      </header>
      <Section title={t('reports.daily.visits')} panel>
        <Facts layout="columns" facts={[
          { id: 'in-shop', label: t('reports.daily.in-shop'), value: ofDay('in-shop', report.inShop) }, { id: 'booked', label: t('reports.daily.booked'), value: ofDay('appointments-kept', report.booked) }, { id: 'came', label: t('reports.daily.came'), value: ofDay('appointed', report.came) },
          { id: 'asked-parts', label: t('reports.daily.asked-parts'), value: ofDay('asked-parts', report.askedParts) }, { id: 'complaints', label: t('reports.daily.complaints'), value: ofDay('complaints-in-time', report.complaints) },
        ]} />
      </Section>
      <Section title={t('reports.daily.figures')} panel><DayFigures report={report} onOpen={setWish} /></Section>
      <div className="reports-two">
        <Section title={t('reports.daily.output')} panel><Output report={report} onOpen={setWish} /></Section>
        <Section title={t('reports.daily.receipts')} panel><Receipts report={report} onOpen={setWish} /></Section>
      </div>
      {wish === null ? null : <Dialog title={`${t(`reports.list.${behindOf(wish.figure)}`)} ${wish.from === wish.to ? wish.from : `${wish.from} – ${wish.to}`}`} size="wide" onClose={() => setWish(null)}><Behind wish={wish} /></Dialog>}
    </article>
  )
}

type Opening = { readonly report: Report; readonly onOpen: (wish: BehindWish) => void }

/** A number that opens what it was counted from. */
const Pressed = ({ wish, onOpen, children }: { wish: BehindWish; onOpen: (wish: BehindWish) => void; children: ReactNode }) =>
  <button type="button" className="reports-number" onClick={() => onOpen(wish)}>{children}</button>

function DayFigures({ report, onOpen }: Opening) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const before = sameDayOfLastMonth(report.day)
  const cell = (figure: FigureCode, value: number | null, from: string, to: string) => <td><Pressed wish={{ figure, from, to }} onOpen={onOpen}>{showFigure(figure, value)}</Pressed></td>
  return (
    <div className="reports-scroll" data-scrolls tabIndex={0} role="group" aria-label={t('reports.daily.figures')}>
      <table className="reports-plain" aria-label={t('reports.daily.figures')}>
        <thead><tr><th scope="col">{t('reports.daily.figure')}</th><th scope="col">{t('reports.daily.of-day')}</th><th scope="col">{t('reports.daily.of-month')}</th><th scope="col">{t('reports.daily.of-last-month')}</th></tr></thead>
        <tbody>{report.figures.map(({ code, day, month, lastMonth }) => <tr key={code}><th scope="row">{t(`reports.figure.${code}`)}</th>{cell(code, day, report.day, report.day)}{cell(code, month, firstOfMonth(report.day), report.day)}{cell(code, lastMonth, firstOfMonth(before), before)}</tr>)}</tbody>
      </table>
    </div>
  )
}

const kinds = ['labour', 'part', 'sublet'] as const

function Output({ report, onOpen }: Opening) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const sumOf = (payer: string | null, kind: string | null): number => report.output.filter((row) => (payer === null || row.payer === payer) && (kind === null || row.kind === kind)).reduce((sum, { fen }) => sum + fen, 0)
  const shown = payers.filter((payer) => report.output.some((row) => row.payer === payer))
  const day = { from: report.day, to: report.day }
  const row = (payer: Payer | null) => <>{kinds.map((kind) => <td key={kind}><Money fen={sumOf(payer, kind)} /></td>)}<td><Pressed wish={{ figure: 'output', ...day, ...(payer === null ? {} : { payer }) }} onOpen={onOpen}><Money fen={sumOf(payer, null)} /></Pressed></td></>
  return (
    <div className="reports-scroll" data-scrolls tabIndex={0} role="group" aria-label={t('reports.daily.output')}>
      <table className="reports-plain" aria-label={t('reports.daily.output')}>
        <thead><tr><th scope="col">{t('catalogue.payer')}</th>{kinds.map((kind) => <th scope="col" key={kind}>{t(`reports.kind.${kind}`)}</th>)}<th scope="col">{t('reports.daily.sum')}</th></tr></thead>
        <tbody>{shown.map((payer) => <tr key={payer}><th scope="row">{t(`catalogue.payer.${payer}`)}</th>{row(payer)}</tr>)}</tbody>
        <tfoot><tr><th scope="row">{t('reports.daily.sum')}</th>{row(null)}</tr></tfoot>
      </table>
    </div>
  )
}

function Receipts({ report, onOpen }: Opening) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  return (
    <table className="reports-plain" aria-label={t('reports.daily.receipts')}>
      <thead><tr><th scope="col">{t('reports.daily.way')}</th><th scope="col">{t('reports.column.amount')}</th></tr></thead>
      <tbody>{report.receipts.map(({ way, fen }) => <tr key={way}><th scope="row">{t(`settlement.way.${way}`)}</th><td><Pressed wish={{ figure: 'receipts', from: report.day, to: report.day, way }} onOpen={onOpen}><Money fen={fen} /></Pressed></td></tr>)}</tbody>
      <tfoot><tr><th scope="row">{t('reports.daily.sum')}</th><td><Money fen={report.receipts.reduce((sum, { fen }) => sum + fen, 0)} /></td></tr></tfoot>
    </table>
  )
}

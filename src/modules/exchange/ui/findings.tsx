import { Download } from 'lucide-react'
import { Refusal } from '../../../kernel/refusal.ts'
import { fileAddress } from '../../../platform/web/api.ts'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button, buttonClass } from '../../../ui-kit/button.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { useMedia } from '../../../ui-kit/use-media.ts'
import { badRows, listFindings, type FindingView, type ImportView } from '../contract.ts'
import { useFieldName } from './import-preview.tsx'
import { exchangeTexts, findingTexts } from './texts.ts'

type Line = FindingView & { readonly line: number; readonly key: string }

/** What is wrong, cell by cell, in words; the bad rows can be saved, corrected and sent again. */
export function Findings({ job }: { job: ImportView }) {
  const t = useTexts(exchangeTexts.zh, exchangeTexts.en)
  const w = useTexts(webZh, webEn)
  const phone = useMedia('(max-width: 700px)')
  const pages = usePages({ ...listFindings, path: listFindings.path.replace(':importId', job.id) }, { limit: 100 })
  const lines: Line[] = pages.rows.flatMap(({ line, findings }) => findings.map((finding, index) => ({ ...finding, line, key: `${String(line)} ${String(index)}` })))
  const more = pages.more === null ? null : <Button size="desk" onPress={pages.more}>{w('web.more', { count: 100 })}</Button>
  return (
    <Section title={t('exchange.findings')}
      actions={<a className={buttonClass('plain')} href={fileAddress(badRows, { params: { importId: job.id } })} download><Download size={15} aria-hidden /><span className="k-button-text">{t('exchange.save-bad-rows')}</span></a>}>
      {phone ? <FindingList job={job} lines={lines} /> : <FindingTable job={job} lines={lines} state={pages.state} />}
      {more}
    </Section>
  )
}

function FindingTable({ job, lines, state }: { job: ImportView; lines: readonly Line[]; state: ReturnType<typeof usePages>['state'] }) {
  const t = useTexts(exchangeTexts.zh, exchangeTexts.en)
  const f = useTexts(findingTexts.zh, findingTexts.en)
  const nameOf = useFieldName(job.kind)
  return (
    <DataTable<Line> label={t('exchange.findings')} rows={lines} rowKey={({ key }) => key} state={state} minimumWidth={640}
      columns={[
        { id: 'line', header: t('exchange.line'), width: 64, align: 'end', cell: ({ line }) => line },
        { id: 'severity', header: t('exchange.severity'), width: 84, cell: ({ bad }) => <StatusTag tone={bad ? 'danger' : 'warn'} text={t(bad ? 'exchange.bad' : 'exchange.doubtful')} /> },
        { id: 'column', header: t('exchange.column'), width: 120, cell: ({ field }) => nameOf(field) },
        { id: 'cell', header: t('exchange.cell'), width: 160, cell: ({ text }) => text },
        { id: 'reason', header: t('exchange.reason'), cell: ({ code, facts }) => <span className="exchange-reason">{f.refusal(new Refusal(code, facts))}</span> },
      ]} />
  )
}

function FindingList({ job, lines }: { job: ImportView; lines: readonly Line[] }) {
  const t = useTexts(exchangeTexts.zh, exchangeTexts.en)
  const f = useTexts(findingTexts.zh, findingTexts.en)
  const nameOf = useFieldName(job.kind)
  return (
    <ul className="exchange-findings">
      {lines.map(({ key, line, bad, field, text, code, facts }) => (
        <li key={key}>
          <span className="exchange-findings-head"><StatusTag tone={bad ? 'danger' : 'warn'} text={t(bad ? 'exchange.bad' : 'exchange.doubtful')} /> {t('exchange.line')} {line} · {nameOf(field)}{text === '' ? '' : ` · ${text}`}</span>
          <span>{f.refusal(new Refusal(code, facts))}</span>
        </li>
      ))}
    </ul>
  )
}

import { useState } from 'react'
import { Refusal } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { useMedia } from '../../../ui-kit/use-media.ts'
import { seePackFile, takePackFile } from '../contract.ts'
import { rowVerdicts, whyNotTake, type RowVerdict } from '../domain/take-pack.ts'
import { useChanged } from './duty-detail.tsx'
import { useNameOf } from './duty-words.ts'
import { dutyTexts } from './texts.ts'

type Row = AnswerOf<typeof seePackFile>['rows'][number]
const toneOf: Readonly<Record<RowVerdict, Tone>> = { new: 'active', changed: 'info', same: 'neutral', kept: 'neutral', refused: 'danger', gone: 'warn' }

/** Row by row what would become of the file, and every bad cell with the reason; then the good rows are taken, or the dialog is left. */
export function PackPreview({ fileId, onClose }: { fileId: string; onClose: () => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const sentence = useSentence()
  const toast = useToast()
  const [onlyFaults, setOnlyFaults] = useState(false)
  const phone = useMedia('(max-width: 700px)')
  const { data, isError, error, refetch } = useReading(seePackFile, { params: { fileId } })
  const deed = useDeed(takePackFile, ({ edition, made }) => { onClose(); toast({ text: t('duties.pack.taken', { edition, count: made }) }) })
  const whyNot = data === undefined ? null : t.refusal(whyNotTake({ taken: data.takenAt !== null, outcome: data.outcome }))
  const count = data === undefined ? 0 : data.outcome.new + data.outcome.changed + data.outcome.gone
  const take = () => { if (data !== undefined && whyNot === null) deed.run({ params: { fileId }, body: { version: data.version } }) }
  const rows = (data?.rows ?? []).filter(({ verdict }) => !onlyFaults || verdict === 'refused')
  return (
    <Dialog title={data === undefined ? t('duties.pack.look') : t('duties.pack.preview', { name: data.fileName })} size="wide" onClose={onClose} onSubmit={take}
      footer={data === undefined ? null : <Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('duties.pack.take', { count })}</Button>}>
      <div className="k-stack">
        {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {data === undefined ? <Skeleton kind="list" lines={6} /> : (
          <>
            <p className="duty-facts">{rowVerdicts.filter((verdict) => data.outcome[verdict] > 0).map((verdict) => <StatusTag key={verdict} tone={toneOf[verdict]} text={`${t(`duties.verdict.${verdict}`)} ${String(data.outcome[verdict])}`} />)}</p>
            <Notice tone={whyNot === null ? 'info' : 'warn'}>{whyNot ?? t('duties.pack.take-hint')}</Notice>
            {data.outcome.refused === 0 ? null : <CheckField label={t('duties.pack.only-faults')} checked={onlyFaults} onChange={setOnlyFaults} />}
            {phone ? <RowList rows={rows} /> : <RowTable rows={rows} />}
          </>
        )}
      </div>
    </Dialog>
  )
}

/** What is wrong with a row, cell by cell, or what differs. */
function Problems({ row }: { row: Row }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const changed = useChanged()
  if (row.findings.length > 0) return row.findings.map(({ at, field, code, facts, text }) => <p key={`${field} ${code}`} className="pack-problem">{t('duties.pack.cell', { at, sentence: t.refusal(new Refusal(code, facts)) ?? code })}{text === '' ? '' : ` · ${text}`}</p>)
  if (row.changes.length === 0) return null
  const fields = <p className="pack-problem">{t('duties.pack.changes', { fields: row.changes.map((field) => t(`duties.field.${field}`)).join(' · ') })}</p>
  return <>{fields}{row.edit === null ? null : changed(row.edit.before, row.edit.after).map((words) => <p key={words} className="pack-problem k-quiet-text">{words}</p>)}</>
}

function Verdict({ verdict }: { verdict: RowVerdict }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  return <StatusTag tone={toneOf[verdict]} text={t(`duties.verdict.${verdict}`)} />
}

const keyOf = ({ line, id }: Row): string => `${String(line ?? 0)} ${id}`

function RowTable({ rows }: { rows: readonly Row[] }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const nameOf = useNameOf()
  const columns: Column<Row>[] = [
    { id: 'line', header: t('duties.pack.line'), width: 52, align: 'end', cell: ({ line }) => line ?? '–' },
    { id: 'verdict', header: t('duties.pack.verdict'), width: 130, cell: ({ verdict }) => <Verdict verdict={verdict} /> },
    { id: 'id', header: t('duties.id'), width: 100, cell: ({ id }) => id },
    { id: 'duty', header: t('duties.duty'), width: 260, cell: (row) => nameOf(row) },
    { id: 'problem', header: t('duties.pack.problem'), cell: (row) => <div className="pack-problems"><Problems row={row} /></div> },
  ]
  return <DataTable label={t('duties.duty')} columns={columns} rows={rows} rowKey={keyOf} minimumWidth={760} />
}

function RowList({ rows }: { rows: readonly Row[] }) {
  const nameOf = useNameOf()
  return (
    <ul className="duty-list">
      {rows.map((row) => (
        <li key={keyOf(row)} className="pack-row">
          <div className="duty-head"><Verdict verdict={row.verdict} /><span className="duty-name">{row.line === null ? '' : `${String(row.line)} · `}{row.id} {nameOf(row)}</span></div>
          <Problems row={row} />
        </li>
      ))}
    </ul>
  )
}

import { useState } from 'react'
import { Refusal } from '../../../kernel/refusal.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { ProgressBar } from '../../../ui-kit/progress-bar.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { discardImport, runImport, seeImport, type ImportView } from '../contract.ts'
import { exchangePermissions } from '../permissions.ts'
import { Findings } from './findings.tsx'
import { Columns, Preview } from './import-preview.tsx'
import { stateTones } from './state.ts'
import { exchangeTexts, findingTexts } from './texts.ts'

export function ImportDetail({ importId, onGone }: { importId: string; onGone: () => void }) {
  const sentence = useSentence()
  const job = useReading(seeImport, { params: { importId } })
  if (job.isError) return <LoadError state={{ error: sentence(job.error), onRetry: () => { void job.refetch() } }} />
  return job.data === undefined ? <Skeleton kind="rows" lines={6} /> : <ImportSheet job={job.data} onGone={onGone} />
}

function ImportSheet({ job, onGone }: { job: ImportView; onGone: () => void }) {
  const t = useTexts(exchangeTexts.zh, exchangeTexts.en)
  const f = useTexts(findingTexts.zh, findingTexts.en)
  const moments = useMoments()
  return (
    <div className="exchange-sheet">
      <header className="exchange-head">
        <h2>{job.fileName}</h2>
        <StatusTag tone={stateTones[job.state]} text={t(`exchange.state.${job.state}`)} />
        <span className="exchange-quiet">{t(`exchange.kind.${job.kind}`)} · {job.personName} · {moments.full(job.at)}</span>
      </header>
      {job.refusal === null ? null : <Notice tone="danger">{f.refusal(new Refusal(job.refusal.code, job.refusal.facts))}</Notice>}
      <Progress job={job} />
      {job.state === 'refused' ? null : <Counts job={job} />}
      <Actions job={job} onGone={onGone} />
      {job.columns.length === 0 ? null : <Columns job={job} />}
      {job.rowsBad + job.rowsDoubtful + job.doneRefused > 0 && job.state !== 'reading' ? <Findings job={job} /> : null}
      {job.preview.length === 0 ? null : <Preview job={job} />}
    </div>
  )
}

function Progress({ job }: { job: ImportView }) {
  const t = useTexts(exchangeTexts.zh, exchangeTexts.en)
  if (job.state !== 'reading' && job.state !== 'running') return null
  const words = job.state === 'reading' ? t('exchange.progress-reading', { done: job.rowsRead }) : t('exchange.progress-running', { done: job.rowsDone, whole: job.rowsRead })
  return (
    <div className="exchange-progress" role="status">
      <span>{words}</span>
      {job.state === 'running' ? <ProgressBar label={t('exchange.state.running')} done={job.rowsDone} whole={job.rowsRead} text={words} tone="active" /> : null}
      <span className="exchange-quiet">{t('exchange.leave-it')}</span>
    </div>
  )
}

/** Before: what would happen. After: what was done. */
function Counts({ job }: { job: ImportView }) {
  const t = useTexts(exchangeTexts.zh, exchangeTexts.en)
  const after = job.state === 'done' || job.state === 'running' || job.state === 'broken-off'
  const facts = after
    ? [['new', job.doneNew], ['changed', job.doneChanged], ['unchanged', job.doneUnchanged], ['refused', job.doneRefused]] as const
    : [['read', job.rowsRead], ['new', job.rowsNew], ['changed', job.rowsChanged], ['unchanged', job.rowsUnchanged], ['bad', job.rowsBad], ['doubtful', job.rowsDoubtful]] as const
  const wrote = job.doneNew + job.doneChanged > 0
  return (
    <section aria-label={t(after ? 'exchange.after' : 'exchange.before')}>
      {job.state === 'done'
        ? <Notice tone={wrote ? 'active' : 'info'}>{wrote ? t('exchange.result', { added: job.doneNew, changed: job.doneChanged, unchanged: job.doneUnchanged, refused: job.doneRefused }) : t('exchange.all-same')}</Notice>
        : <h3>{t(after ? 'exchange.after' : 'exchange.before')}</h3>}
      <Facts layout="columns" facts={facts.map(([id, count]) => ({ id, label: t(`exchange.rows-${id}`), value: <span className="exchange-count" data-bad={(id === 'bad' || id === 'refused') && count > 0 ? '' : undefined}>{count.toLocaleString('en')}</span> }))} />
    </section>
  )
}

function Actions({ job, onGone }: { job: ImportView; onGone: () => void }) {
  const t = useTexts(exchangeTexts.zh, exchangeTexts.en)
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const run = useDeed(runImport)
  const discard = useDeed(discardImport, onGone)
  if (!may(exchangePermissions.import) || !['ready', 'broken-off', 'refused'].includes(job.state)) return null
  const wish = { params: { importId: job.id }, body: { version: job.version } }
  const count = job.rowsNew + job.rowsChanged
  return (
    <div className="exchange-actions">
      {job.state === 'ready' ? <Button kind="primary" busy={run.busy} whyNot={count === 0 ? t('exchange.nothing-to-run') : null} onPress={() => run.run(wish)}>{t('exchange.run', { count: count.toLocaleString('en') })}</Button> : null}
      {job.state === 'broken-off' ? <Button kind="primary" busy={run.busy} onPress={() => run.run(wish)}>{t('exchange.go-on')}</Button> : null}
      {job.state === 'broken-off' ? null : <Button busy={discard.busy} onPress={() => setAsking(true)}>{t('exchange.discard')}</Button>}
      {run.error === null ? null : <Notice tone="danger">{run.error}</Notice>}
      {asking ? (
        <Dialog title={t('exchange.discard')} onClose={() => setAsking(false)} footer={<Button kind="danger" busy={discard.busy} onPress={() => discard.run(wish)}>{t('exchange.discard')}</Button>}>
          <p>{t('exchange.discard-sure')}</p>
          {discard.error === null ? null : <Notice tone="danger">{discard.error}</Notice>}
        </Dialog>
      ) : null}
    </div>
  )
}

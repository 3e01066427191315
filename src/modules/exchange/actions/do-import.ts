import type { Actor } from '../../../kernel/actor.ts'
import { Refusal, RefusedError } from '../../../kernel/refusal.ts'
import { perform, type DeedTools } from '../../../platform/deed.ts'
import { countOf, type ImportOutcome } from '../../../platform/import-outcome.ts'
import { actorOf, patiently, type Job as Work, type LongWork, type Stop } from '../../../platform/long-work.ts'
import { sheetHeadings } from '../../parts-orders/public.ts'
import * as data from '../data/imports.ts'
import { findingOf } from '../domain/columns.ts'
import { keptFindings, type ImportKind } from '../domain/kinds.ts'
import { isGood, type TableRow } from '../domain/read-table.ts'
import { importers } from './importers.ts'
import { openFile, type OpenFile } from './read-file.ts'

type Job = { readonly storeId: string; readonly importId: string }

type Opened = { readonly file: OpenFile; readonly by: Actor; readonly kind: ImportKind; readonly rowsDone: number }

/** An import goes on by itself after a restart, where it stood. */
export const importWork: LongWork = {
  begins: ['import.received', 'import.started'],
  underWay: data.importsUnderWay,
  goOn: (tools, { storeId, id }: Work, stop) => doImport(tools, { storeId, importId: id }, stop),
}

/** Reads, compares, writes what an import needs next, whichever that is; answers when there is nothing more to do for now. */
export async function doImport(tools: DeedTools, job: Job, stop: Stop): Promise<void> {
  const found = await tools.database.reading([job.storeId], (tx) => data.findImport(tx, job.storeId, job.importId))
  if (found?.state !== 'reading' && found?.state !== 'running') return
  try {
    const opened = await open(tools, job)
    try {
      await (found.state === 'reading' ? compare(tools, job, opened, stop) : write(tools, job, opened, stop))
    } finally {
      await opened.file.close()
    }
  } catch (cause) {
    const unreadable = found.state === 'reading'
    const refusal = cause instanceof RefusedError ? cause.refusal : unreadable ? new Refusal('exchange.not-compared') : new Refusal('exchange.broke-off')
    await changeState(tools, job, { state: unreadable ? 'refused' : 'broken-off', refusal: { code: refusal.code, facts: refusal.facts }, endedAt: tools.clock.now() })
    if (unreadable) await tools.database.transaction([job.storeId], (tx) => data.deleteFile(tx, job.storeId, job.importId))
    if (!(cause instanceof RefusedError)) throw cause
  }
}

async function changeState(tools: DeedTools, { storeId, importId }: Job, change: Parameters<typeof data.setState>[3]): Promise<void> {
  await tools.database.transaction([storeId], (tx) => data.setState(tx, storeId, importId, change))
  tell(tools, { storeId, importId })
}

const tell = (tools: DeedTools, { storeId, importId }: Job): void => { tools.onNews(storeId, [{ event: 'import.progressed', subjectId: importId }]) }

async function open(tools: DeedTools, { storeId, importId }: Job): Promise<Opened> {
  const job = await tools.database.transaction([storeId], (tx) => data.lockImport(tx, storeId, importId))
  if (job === null) throw new Error('an import under way is gone')
  const pieces: Uint8Array[] = []
  for (;;) {
    const piece = await tools.database.reading([storeId], (tx) => data.findPiece(tx, storeId, importId, pieces.length))
    if (piece === null) break
    pieces.push(piece.content)
  }
  const by = actorOf(job.actor, storeId)
  const headings = job.kind === 'order-confirmation' ? await tools.database.reading([storeId], (tx) => sheetHeadings({ tx, by })) : []
  const file = await openFile(new Uint8Array(Buffer.concat(pieces)), job.kind, headings)
  return { file, by, kind: job.kind, rowsDone: job.rowsDone }
}

/** Goes through the file once and says what would become of each row. Writes nothing but counts and findings. */
async function compare(tools: DeedTools, { storeId, importId }: Job, { file, by, kind }: Opened, stop: Stop): Promise<void> {
  const { head } = file
  const counts = { rowsRead: 0, rowsBad: 0, rowsDoubtful: 0, rowsNew: 0, rowsChanged: 0, rowsUnchanged: 0 }
  await tools.database.transaction([storeId], async (tx) => {
    await data.deleteFindings(tx, storeId, importId) // a reading that a restart cut short begins anew
    await data.setPreview(tx, storeId, importId, [...head.headers], head.preview.map(({ line, cells }) => ({ line, cells: [...cells] })))
  })
  for (let kept = 0; ;) {
    const rows = await file.slice(counts.rowsRead)
    if (rows.length === 0) break
    if (stop()) return
    const outcomes = await patiently(() => tools.database.reading([storeId], (tx) => importers[kind].judge({ tx, by, now: tools.clock.now() }, rows.filter(isGood))))
    const findings = (await findingRows(file, rows, outcomes)).slice(0, keptFindings - kept)
    kept += findings.length
    counts.rowsRead += rows.length
    counts.rowsBad += rows.filter((row) => !isGood(row)).length + countOf(outcomes, 'refused')
    counts.rowsDoubtful += rows.filter((row) => isGood(row) && row.findings.length > 0).length
    counts.rowsNew += countOf(outcomes, 'new')
    counts.rowsChanged += countOf(outcomes, 'changed')
    counts.rowsUnchanged += countOf(outcomes, 'unchanged')
    await tools.database.transaction([storeId], async (tx) => {
      if (findings.length > 0) await data.insertFindings(tx, storeId, importId, findings)
      await data.setCounts(tx, storeId, importId, counts)
    })
    tell(tools, { storeId, importId })
  }
  await changeState(tools, { storeId, importId }, { state: 'ready' })
}

/** What reading found, and what the owner of the data refuses, row by row. */
async function findingRows(file: OpenFile, rows: readonly TableRow[], outcomes: readonly ImportOutcome[]): Promise<data.FindingRow[]> {
  const refused = new Map(outcomes.flatMap((outcome) => (outcome.result === 'refused' ? [[outcome.line, outcome] as const] : [])))
  const told = rows.filter(({ line, findings }) => findings.length > 0 || refused.has(line))
  if (told.length === 0) return []
  const cells = await file.cells(told.map(({ line }) => line))
  return told.map(({ line, findings }, index) => {
    const outcome = refused.get(line)
    const own = cells[index] ?? []
    const place = outcome === undefined ? -1 : file.head.headers.findIndex(({ field }) => field === outcome.field)
    const all = outcome === undefined ? findings : [...findings, findingOf(outcome.field, outcome.refusal, own[place] ?? '')]
    return { line, bad: all.some(({ bad }) => bad), cells: own, findings: all }
  })
}

async function write(tools: DeedTools, job: Job, opened: Opened, stop: Stop): Promise<void> {
  for (let from = opened.rowsDone; ;) {
    const rows = await opened.file.slice(from)
    if (rows.length === 0) break
    if (stop()) return
    if (!await patiently(() => writeSlice(tools, job, opened, from, rows))) return
    tell(tools, job)
    from += rows.length
  }
  await finish(tools, job, opened.by)
}

/** A slice in which nothing is new leaves no trace but the progress. False when somebody else has gone on with this import. */
async function writeSlice(tools: DeedTools, { storeId, importId }: Job, { file, by, kind }: Opened, from: number, rows: readonly TableRow[]): Promise<boolean> {
  const good = rows.filter(isGood)
  const judged = await tools.database.reading([storeId], (tx) => importers[kind].judge({ tx, by, now: tools.clock.now() }, good))
  const idle = judged.every(({ result }) => result === 'unchanged' || result === 'refused')
  const progressOf = (outcomes: readonly ImportOutcome[]): data.Progress => ({
    rowsDone: from + rows.length, added: countOf(outcomes, 'new'), changed: countOf(outcomes, 'changed'), unchanged: countOf(outcomes, 'unchanged'),
    refused: countOf(outcomes, 'refused') + rows.length - good.length,
  })
  if (idle) {
    return tools.database.transaction([storeId], async (tx) => {
      if ((await data.lockImport(tx, storeId, importId))?.rowsDone !== from) return false
      await data.addProgress(tx, storeId, importId, progressOf(judged))
      return true
    })
  }
  const call = { operation: 'import slice', key: `import-${importId}-${String(from)}`, body: [importId, from], requestId: importId }
  const before = new Set(judged.flatMap(({ line, result }) => (result === 'refused' ? [line] : [])))
  return perform(tools, by, call, async (deed) => {
    const job = await data.lockImport(deed.tx, storeId, importId)
    if (job?.rowsDone !== from || job.state !== 'running') {
      deed.record({ subject: 'import', subjectId: importId, after: { slice: from, left: 'to another' } })
      return false
    }
    const outcomes = await importers[kind].write(deed, good, importId)
    const late = outcomes.filter((outcome) => outcome.result === 'refused' && !before.has(outcome.line))
    const findings = late.length === 0 ? [] : await findingRows(file, good.map((row) => ({ ...row, findings: [] })), late)
    if (findings.length > 0) await data.insertFindings(deed.tx, storeId, importId, findings)
    const progress = progressOf(outcomes)
    await data.addProgress(deed.tx, storeId, importId, progress)
    deed.record({ subject: 'import', subjectId: importId, after: { kind, from, ...progress } })
    deed.announce({ event: 'import.progressed', subjectId: importId })
    return true
  })
}

async function finish(tools: DeedTools, { storeId, importId }: Job, by: Actor): Promise<void> {
  const call = { operation: 'import finished', key: `import-${importId}-finished`, body: importId, requestId: importId }
  await perform(tools, by, call, async (deed) => {
    await data.setState(deed.tx, storeId, importId, { state: 'done', endedAt: deed.now })
    await data.deleteFile(deed.tx, storeId, importId)
    const job = await data.findImport(deed.tx, storeId, importId)
    deed.record({ subject: 'import', subjectId: importId, after: { state: 'done', added: job?.doneNew, changed: job?.doneChanged, unchanged: job?.doneUnchanged, refused: job?.doneRefused } })
    deed.announce({ event: 'import.finished', subjectId: importId })
    return null
  })
}

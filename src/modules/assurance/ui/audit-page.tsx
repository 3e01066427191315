import { useState } from 'react'
import { usePages, useReading } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { useMedia } from '../../../ui-kit/use-media.ts'
import { listAccounts } from '../../organisation/contract.ts'
import { organisationPermissions } from '../../organisation/permissions.ts'
import { listAudit, type AuditEntry } from '../contract.ts'
import { AuditDialog } from './audit-dialog.tsx'
import { useDeedName, useSubjectName, type AuditFocus } from './deed-name.ts'
import { assuranceTexts } from './texts.ts'
import './assurance.css'

type Result = 'all' | 'done' | 'refused'
const everybody = 'everybody'

/** Who did what, when; what was before and after. */
export function AuditPage() {
  const t = useTexts(assuranceTexts.zh, assuranceTexts.en)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [result, setResult] = useState<Result>('all')
  const [focus, setFocus] = useState<AuditFocus>({})
  const [open, setOpen] = useState<string | null>(null)
  const mayPick = useMay()(organisationPermissions.seeAccounts)
  const query = { limit: 100, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }), ...(result === 'all' ? {} : { result }), ...focus }
  const focused = Object.keys(focus).length > 0
  return (
    <PageFrame fill title={t('assurance.title')}>
      <div className="assurance-page">
        <div className="assurance-filter" role="search">
          <DateTimeField kind="date" label={t('assurance.from')} value={from} onChange={setFrom} />
          <DateTimeField kind="date" label={t('assurance.to')} value={to} onChange={setTo} />
          <SelectField<Result> label={t('assurance.result')} value={result} onChange={setResult}
            choices={(['all', 'done', 'refused'] as const).map((value) => ({ value, text: t(`assurance.result.${value}`) }))} />
          {mayPick ? <PersonPick personId={focus.personId ?? null} onPick={(personId) => setFocus(personId === null ? {} : { personId })} /> : null}
          {focused ? <Button size="desk" onPress={() => setFocus({})}>{t('assurance.show-all')}</Button> : null}
        </div>
        <div className="k-panel assurance-table"><AuditTable query={query} onOpen={(row) => setOpen(row.id)} /></div>
      </div>
      {open === null ? null : <AuditDialog entryId={open} onClose={() => setOpen(null)} onFocus={(next) => { setFocus(next); setOpen(null) }} />}
    </PageFrame>
  )
}

/** Whoever works or worked here. */
function PersonPick({ personId, onPick }: { personId: string | null; onPick: (personId: string | null) => void }) {
  const t = useTexts(assuranceTexts.zh, assuranceTexts.en)
  const staff = useReading(listAccounts, { query: { state: 'all' } })
  const people = (staff.data?.rows ?? []).map(({ id, name, login }) => ({ value: id, text: `${name} ${login}` }))
  return <SelectField<string> label={t('assurance.person')} value={personId ?? everybody} onChange={(picked) => onPick(picked === everybody ? null : picked)} choices={[{ value: everybody, text: t('assurance.everybody') }, ...people]} />
}

function AuditTable({ query, onOpen }: { query: Record<string, unknown>; onOpen: (row: AuditEntry) => void }) {
  const t = useTexts(assuranceTexts.zh, assuranceTexts.en)
  const w = useTexts(webZh, webEn)
  const { full } = useMoments()
  const deedName = useDeedName()
  const subjectName = useSubjectName()
  const phone = useMedia('(max-width: 700px)')
  const entries = usePages(listAudit, query)
  const empty = <EmptyState>{t('assurance.nothing')}</EmptyState>
  const refused = <StatusTag tone="warn" text={t('assurance.result.refused')} />
  const person = (row: AuditEntry): string => row.personName ?? t('assurance.system')
  if (phone) {
    return (
      <ListPane label={t('assurance.title')} rows={entries.rows} rowKey={({ id }) => id} state={entries.state} onOpen={onOpen} empty={empty}
        loadMore={entries.more === null ? undefined : { text: w('web.more', { count: 100 }), onPress: entries.more }}
        row={(row) => ({ primary: deedName(row), status: row.result === 'refused' ? refused : undefined, trailing: person(row), secondary: full(row.at), secondaryTrailing: subjectName(row.subject) })} />
    )
  }
  return (
    <DataTable<AuditEntry> fill label={t('assurance.title')} rows={entries.rows} rowKey={({ id }) => id} state={entries.state} minimumWidth={820} onOpen={onOpen} empty={empty}
      footer={entries.more === null ? w('web.all-shown', { count: entries.rows.length }) : <Button size="desk" onPress={entries.more}>{w('web.more', { count: 100 })}</Button>}
      columns={[
        { id: 'at', header: t('assurance.at'), width: 140, cell: (row) => full(row.at) },
        { id: 'person', header: t('assurance.person'), width: 110, cell: person },
        { id: 'position', header: t('assurance.position'), width: 90, cell: (row) => row.positions.join(' ') },
        { id: 'deed', header: t('assurance.deed'), cell: (row) => <>{deedName(row)} {row.result === 'refused' ? refused : null}</> },
        { id: 'record', header: t('assurance.record'), width: 150, cell: (row) => subjectName(row.subject) },
        { id: 'reason', header: t('assurance.reason'), width: 180, cell: (row) => row.reason ?? '' },
        { id: 'changes', header: t('assurance.changes'), width: 70, align: 'end', cell: (row) => (row.changes === 0 ? '–' : row.changes) },
      ]} />
  )
}

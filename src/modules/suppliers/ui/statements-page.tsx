import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { FindField } from '../../../platform/web/find-field.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { listStatements, statementGroups } from '../contract.ts'
import { supplierPermissions } from '../permissions.ts'
import { BeginDialog } from './begin-dialog.tsx'
import { StatementSheet } from './statement-sheet.tsx'
import { supplierTexts } from './texts.ts'
import { statementTones } from './tones.ts'
import './suppliers.css'

/** Suppliers' statements of the month, from the first line to the payment. */
export function StatementsPage() {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const may = useMay()
  const navigate = useNavigate()
  const { statementId } = useParams({ strict: false }) as { statementId?: string }
  const open = (id: string | null) => { void navigate({ to: id === null ? '/supplier-statements' : `/supplier-statements/${id}` }) }
  const [beginning, setBeginning] = useState(false)
  const title = t('suppliers.statements')
  return (
    <PageFrame title={title} fill actions={may(supplierPermissions.reconcile) ? <Button kind={statementId === undefined ? 'primary' : 'plain'} onPress={() => setBeginning(true)}>{t('suppliers.begin')}</Button> : null}>
      <SplitView showing={statementId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={title} sideLabel={title} list={<StatementList selected={statementId ?? null} onOpen={open} />}
        detail={statementId === undefined ? <EmptyState>{t('suppliers.pick-statement')}</EmptyState> : <StatementSheet key={statementId} statementId={statementId} />} />
      {beginning ? <BeginDialog onClose={(id) => { setBeginning(false); if (id !== undefined) open(id) }} /> : null}
    </PageFrame>
  )
}

function StatementList({ selected, onOpen }: { selected: string | null; onOpen: (statementId: string) => void }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const w = useTexts(webZh, webEn)
  const pays = useMay()(supplierPermissions.pay)
  const [group, setGroup] = useState<(typeof statementGroups)[number]>(pays ? 'unpaid' : 'open')
  const [find, setFind] = useState('')
  const { rows, state, more } = usePages(listStatements, { group, find, limit: 40 })
  return (
    <ListPane label={t('suppliers.statements')} rows={rows} rowKey={({ id }) => id} state={state} selectedKey={selected} pageKeys onOpen={({ id }) => onOpen(id)} empty={<EmptyState>{find === '' ? t(`suppliers.none.${group}`) : w('web.nothing-found', { find })}</EmptyState>}
      head={(
        <div className="k-stack">
          <ChoiceField label={t('suppliers.statements')} hideLabel wide value={group} onChange={setGroup} choices={statementGroups.map((value) => ({ value, text: t(`suppliers.group.${value}`) }))} />
          <FindField label={t('suppliers.find-statement')} value={find} onChange={setFind} />
        </div>
      )}
      loadMore={more === null ? undefined : { text: w('web.more', { count: 40 }), onPress: more }}
      row={(row) => ({
        primary: `${row.supplierName} · ${row.month}`, status: <StatusTag tone={statementTones[row.status]} text={t(`suppliers.status.${row.status}`)} />,
        trailing: row.agreedFen === null ? null : <Money fen={row.agreedFen + (row.taxFen ?? 0)} />, secondary: row.number, secondaryTrailing: row.left === 0 ? null : t('suppliers.left', { count: row.left }),
      })} />
  )
}

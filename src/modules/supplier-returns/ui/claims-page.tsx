import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { FindField } from '../../../platform/web/find-field.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { claimGroups, listClaims, seeClaimFigures, type ClaimFigure } from '../contract.ts'
import { supplierReturnPermissions } from '../permissions.ts'
import { ClaimDialog } from './claim-dialogs.tsx'
import { ClaimSheet } from './claim-sheet.tsx'
import { supplierReturnTexts } from './texts.ts'
import { claimTones } from './tones.ts'
import './supplier-returns.css'

/** Quality claims with their deadlines, and how suppliers answered within a year. */
export function ClaimsPage() {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const may = useMay()
  const navigate = useNavigate()
  const { claimId } = useParams({ strict: false }) as { claimId?: string }
  const open = (id: string | null) => { void navigate({ to: id === null ? '/supplier-claims' : `/supplier-claims/${id}` }) }
  const [opening, setOpening] = useState(false)
  const title = t('supplier-returns.claims')
  return (
    <PageFrame title={title} fill actions={may(supplierReturnPermissions.claim) ? <Button kind={claimId === undefined ? 'primary' : 'plain'} onPress={() => setOpening(true)}>{t('supplier-returns.open-claim')}</Button> : null}>
      <SplitView showing={claimId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={title} sideLabel={title} list={<ClaimList selected={claimId ?? null} onOpen={open} />}
        detail={claimId === undefined ? <Figures /> : <ClaimSheet key={claimId} claimId={claimId} />} />
      {opening ? <ClaimDialog onClose={(id) => { setOpening(false); if (id !== undefined) open(id) }} /> : null}
    </PageFrame>
  )
}

function ClaimList({ selected, onOpen }: { selected: string | null; onOpen: (claimId: string) => void }) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const w = useTexts(webZh, webEn)
  const [group, setGroup] = useState<(typeof claimGroups)[number]>('open')
  const [find, setFind] = useState('')
  const { rows, state, more } = usePages(listClaims, { group, find, limit: 40 })
  return (
    <ListPane label={t('supplier-returns.claims')} rows={rows} rowKey={({ id }) => id} state={state} selectedKey={selected} pageKeys onOpen={({ id }) => onOpen(id)} empty={<EmptyState>{find === '' ? t(`supplier-returns.claims-none.${group}`) : w('web.nothing-found', { find })}</EmptyState>}
      head={(
        <div className="k-stack">
          <ChoiceField label={t('supplier-returns.claims')} hideLabel wide value={group} onChange={setGroup} choices={claimGroups.map((value) => ({ value, text: t(`supplier-returns.claim-group.${value}`) }))} />
          <FindField label={t('supplier-returns.find-claim')} value={find} onChange={setFind} />
        </div>
      )}
      loadMore={more === null ? undefined : { text: w('web.more', { count: 40 }), onPress: more }}
      row={(row) => ({
        primary: `${row.partNumber} · ${row.supplierName}`, status: <StatusTag tone={row.overdue ? 'danger' : claimTones[row.status]} text={t(row.overdue ? 'supplier-returns.claim-overdue' : `supplier-returns.claim-status.${row.status}`)} />,
        trailing: <Money fen={row.claimedFen} />, secondary: `${row.number} ${row.fault}`, secondaryTrailing: row.dueDay,
      })} />
  )
}

function Figures() {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeClaimFigures, {})
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  const count = (id: 'claims' | 'open' | 'accepted' | 'refused', header: string): Column<ClaimFigure> => ({ id, header, align: 'end', width: 84, cell: (row) => row[id] })
  const columns: Column<ClaimFigure>[] = [
    { id: 'supplier', header: t('supplier-returns.supplier'), cell: (row) => <span className="sr-cell"><strong>{row.supplierName}</strong>{row.overdue === 0 ? null : <span><StatusTag tone="danger" text={`${t('supplier-returns.claim-overdue')} ${String(row.overdue)}`} /></span>}</span> },
    count('claims', t('supplier-returns.claim-count')), count('open', t('supplier-returns.claim-open')), count('accepted', t('supplier-returns.claim-accepted')), count('refused', t('supplier-returns.claim-refused')),
    { id: 'claimed', header: t('supplier-returns.claimed-sum'), align: 'end', width: 110, cell: ({ claimedFen }) => <Money fen={claimedFen} /> },
    { id: 'granted', header: t('supplier-returns.granted-sum'), align: 'end', width: 110, cell: ({ grantedFen }) => <Money fen={grantedFen} /> },
  ]
  return (
    <div className="sr-sheet">
      <p className="k-quiet-text">{t('supplier-returns.claim-pick')}</p>
      <Section title={t('supplier-returns.figures')} actions={<span className="k-quiet-text">{t('supplier-returns.figures-since', { day: data.since })}</span>}>
        <DataTable label={t('supplier-returns.figures')} columns={columns} rows={data.rows} rowKey={({ supplierId }) => supplierId} minimumWidth={700} empty={<EmptyState>{t('supplier-returns.figures-none')}</EmptyState>} />
      </Section>
    </div>
  )
}

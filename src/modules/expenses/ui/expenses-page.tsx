import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { saveFile } from '../../../platform/web/api.ts'
import { usePages } from '../../../platform/web/deeds.tsx'
import { FindField } from '../../../platform/web/find-field.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { claimGroups, claimsFile, listClaims } from '../contract.ts'
import { expensePermissions } from '../permissions.ts'
import { ClaimDialog } from './claim-dialog.tsx'
import { ClaimSheet } from './claim-sheet.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import { expenseTexts } from './texts.ts'
import { claimTones } from './tones.ts'
import { useKinds } from './use-kinds.ts'
import './expenses.css'

/** Expense claims on their way from the receipt to the till. */
export function ExpensesPage() {
  const t = useTexts(expenseTexts.zh, expenseTexts.en)
  const may = useMay()
  const navigate = useNavigate()
  const { claimId } = useParams({ strict: false }) as { claimId?: string }
  const open = (id: string | null) => { void navigate({ to: id === null ? '/expenses' : `/expenses/${id}` }) }
  const [asked, setAsked] = useState<'claim' | 'rule' | null>(null)
  const title = t('expenses.title')
  const actions = (
    <>
      {may(expensePermissions.keepRule) ? <Button onPress={() => setAsked('rule')}>{t('expenses.rule')}</Button> : null}
      <Button kind={claimId === undefined ? 'primary' : 'plain'} onPress={() => setAsked('claim')}>{t('expenses.claim')}</Button>
    </>
  )
  return (
    <PageFrame title={title} fill actions={actions}>
      <SplitView showing={claimId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={title} sideLabel={title} list={<ClaimList selected={claimId ?? null} onOpen={open} />}
        detail={claimId === undefined ? <EmptyState>{t('expenses.pick')}</EmptyState> : <ClaimSheet key={claimId} claimId={claimId} />} />
      {asked === 'claim' ? <ClaimDialog before={null} onClose={(id) => { setAsked(null); if (id !== undefined) open(id) }} /> : null}
      {asked === 'rule' ? <RuleDialog onClose={() => setAsked(null)} /> : null}
    </PageFrame>
  )
}

function ClaimList({ selected, onOpen }: { selected: string | null; onOpen: (claimId: string) => void }) {
  const t = useTexts(expenseTexts.zh, expenseTexts.en)
  const w = useTexts(webZh, webEn)
  const may = useMay()
  const kinds = useKinds()
  const [group, setGroup] = useState<(typeof claimGroups)[number]>(may(expensePermissions.pay) ? 'to-settle' : 'open')
  const [filter, setFilter] = useState({ find: '', kind: '', from: '', until: '' })
  const put = (part: Partial<typeof filter>) => setFilter({ ...filter, ...part })
  const asked = { group, ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== '')) }
  const { rows, state, more } = usePages(listClaims, { ...asked, limit: 40 })
  return (
    <ListPane label={t('expenses.title')} rows={rows} rowKey={({ id }) => id} state={state} selectedKey={selected} pageKeys onOpen={({ id }) => onOpen(id)} empty={<EmptyState>{filter.find === '' ? t(`expenses.none.${group}`) : w('web.nothing-found', { find: filter.find })}</EmptyState>}
      head={(
        <div className="k-stack">
          <ChoiceField label={t('expenses.title')} hideLabel wide value={group} onChange={setGroup} choices={claimGroups.map((value) => ({ value, text: t(`expenses.group.${value}`) }))} />
          <FindField label={t('expenses.find')} value={filter.find} onChange={(find) => put({ find })} />
          {group === 'all' ? (
            <div className="ex-filters">
              <SelectField label={t('expenses.kind')} name="kind-filter" value={filter.kind} onChange={(kind) => put({ kind })} choices={[{ value: '', text: t('expenses.every-kind') }, ...kinds.choices]} />
              <DateTimeField kind="date" label={t('expenses.from')} name="from" value={filter.from} max={filter.until === '' ? undefined : filter.until} onChange={(from) => put({ from })} />
              <DateTimeField kind="date" label={t('expenses.until')} name="until" value={filter.until} min={filter.from === '' ? undefined : filter.from} onChange={(until) => put({ until })} />
            </div>
          ) : null}
          {may(expensePermissions.see) ? <div className="ex-deeds"><Button onPress={() => saveFile(claimsFile, { query: asked })}>{t('expenses.excel')}</Button></div> : null}
        </div>
      )}
      loadMore={more === null ? undefined : { text: w('web.more', { count: 40 }), onPress: more }}
      row={(row) => ({
        primary: row.purpose, status: <StatusTag tone={claimTones[row.status]} text={t(`expenses.status.${row.status}`)} />, trailing: <Money fen={row.amountFen} />,
        secondary: `${row.personName} · ${kinds.nameOf(row.kind)}`, secondaryTrailing: row.spentOn,
      })} />
  )
}

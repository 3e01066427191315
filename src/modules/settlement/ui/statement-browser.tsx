import { useNavigate, useParams } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { usePages, useReading } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Money, Plate } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listStatements } from '../contract.ts'
import { Ages } from './ages.tsx'
import { StatementDetail } from './statement-detail.tsx'
import { StatementState } from './statement-list.tsx'
import { settlementTexts } from './texts.ts'
import './settlement.css'

type StatementBrowserProps = { readonly title: string; /** Address of the page. */ readonly at: string; /** Claims alone. */ readonly claims?: boolean; readonly actions?: ReactNode }

/** Statements, those that are due first of all, and one of them opened. */
export function StatementBrowser({ title, at, claims = false, actions }: StatementBrowserProps) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const w = useTexts(webZh, webEn)
  const moments = useMoments()
  const { statementId } = useParams({ strict: false })
  const navigate = useNavigate()
  const [due, setDue] = useState<'yes' | 'no'>('yes')
  const [find, setFind] = useState('')
  const word = useDeferredValue(find.trim())
  const statements = usePages(listStatements, { due, claims: claims ? 'yes' : 'no', limit: 50, ...(word === '' ? {} : { find: word }) })
  const { data } = useReading(listStatements, { query: { claims: 'yes', limit: 1 } }, { enabled: claims })
  const open = (id: string | null) => { void navigate({ to: id === null ? at : `${at}/${id}` }) }
  return (
    <PageFrame title={title} fill actions={actions}>
      <SplitView showing={statementId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('settlement.statement')} sideLabel={t('settlement.statement')}
        list={<ListPane label={t('settlement.statements')} rows={statements.rows} rowKey={({ id }) => id} state={statements.state} selectedKey={statementId ?? null} pageKeys onOpen={({ id }) => open(id)}
          head={(
            <div className="cashier-filter">
              <Ages label={t('settlement.claims-by-age')} ages={data?.ages ?? []} />
              <TextField label={t('settlement.find-statement')} hideLabel type="search" name="find" value={find} onChange={setFind} placeholder={t('settlement.find-statement')} maxLength={40} trailing={<Search size={14} aria-hidden />} />
              <ChoiceField label={t('settlement.state')} hideLabel wide value={due} onChange={setDue} choices={[{ value: 'yes', text: t('settlement.due') }, { value: 'no', text: t('settlement.all') }]} />
            </div>
          )}
          empty={<EmptyState>{t(word === '' ? 'settlement.nothing-due' : 'settlement.no-statement-found')}</EmptyState>}
          loadMore={statements.more === null ? undefined : { text: w('web.more', { count: 50 }), onPress: statements.more }}
          row={(statement) => ({
            primary: <Plate text={showPlate(statement.plate)} />, status: <StatementState statement={statement} />, trailing: <Money fen={statement.totalFen} strong />,
            secondary: [t(`settlement.payer.${statement.payer}`), statement.payerName, statement.number].filter((part) => part !== '').join(' · '), secondaryTrailing: claims && statement.dueFen > 0 && statement.dueOn !== null ? t('settlement.due-on', { day: statement.dueOn }) : moments.time(statement.at),
          })} />}
        detail={statementId === undefined ? <EmptyState>{t('settlement.pick-statement')}</EmptyState> : <StatementDetail statementId={statementId} key={statementId} />} />
    </PageFrame>
  )
}

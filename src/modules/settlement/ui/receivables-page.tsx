import { useNavigate, useParams } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { usePages, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { listReceivables } from '../contract.ts'
import { receivableStates, type ReceivableState } from '../domain/receivable.ts'
import { Ages } from './ages.tsx'
import { ReceivableDetail, ReceivableTag } from './receivable-detail.tsx'
import { settlementTexts } from './texts.ts'
import './settlement.css'

/** Who still owes from before the store began here, how long, and the money that comes in for it. */
export function ReceivablesPage() {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const w = useTexts(webZh, webEn)
  const { receivableId } = useParams({ strict: false })
  const navigate = useNavigate()
  const [state, setState] = useState<ReceivableState>('open')
  const [find, setFind] = useState('')
  const word = useDeferredValue(find.trim())
  const receivables = usePages(listReceivables, { state, limit: 50, ...(word === '' ? {} : { find: word }) })
  const { data } = useReading(listReceivables, { query: { limit: 1 } })
  const open = (id: string | null) => { void navigate({ to: id === null ? '/receivables' : `/receivables/${id}` }) }
  return (
    <PageFrame title={t('settlement.receivables')} fill>
      <SplitView showing={receivableId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('settlement.receivable')} sideLabel={t('settlement.receivable')}
        list={<ListPane label={t('settlement.receivables')} rows={receivables.rows} rowKey={({ id }) => id} state={receivables.state} selectedKey={receivableId ?? null} pageKeys onOpen={({ id }) => open(id)}
          head={(
            <div className="receivable-filter">
              <Ages label={t('settlement.open-by-age')} ages={data?.ages ?? []} />
              <TextField label={t('settlement.find-receivable')} hideLabel placeholder={t('settlement.find-receivable')} name="find" value={find} onChange={setFind} maxLength={60} />
              <ChoiceField label={t('settlement.state')} hideLabel wide value={state} onChange={setState} choices={receivableStates.map((value) => ({ value, text: t(`settlement.receivable-state.${value}`) }))} />
            </div>
          )}
          empty={<EmptyState>{t(word === '' ? 'settlement.no-receivables' : 'settlement.no-such-receivable')}</EmptyState>}
          loadMore={receivables.more === null ? undefined : { text: w('web.more', { count: 50 }), onPress: receivables.more }}
          row={(receivable) => ({
            primary: <span className="k-cut">{receivable.customerName}</span>, status: <ReceivableTag receivable={receivable} />, trailing: <Money fen={receivable.dueFen > 0 ? receivable.dueFen : receivable.amountFen} strong />,
            secondary: receivable.document, secondaryTrailing: t('settlement.due-on', { day: receivable.dueDay }),
          })} />}
        detail={receivableId === undefined ? <EmptyState>{t('settlement.pick-receivable')}</EmptyState> : <ReceivableDetail receivableId={receivableId} key={receivableId} />} />
    </PageFrame>
  )
}

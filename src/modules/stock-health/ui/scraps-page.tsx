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
import { listScraps, scrapGroups } from '../contract.ts'
import { stockHealthPermissions } from '../permissions.ts'
import { ScrapDialog } from './scrap-dialog.tsx'
import { ScrapSheet } from './scrap-sheet.tsx'
import { stockHealthTexts } from './texts.ts'
import { scrapTones } from './tones.ts'
import './stock-health.css'

/** Applications on their way through the three signatures, and those that went through. */
export function ScrapsPage() {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const may = useMay()
  const navigate = useNavigate()
  const { scrapId } = useParams({ strict: false }) as { scrapId?: string }
  const open = (id: string | null) => { void navigate({ to: id === null ? '/scraps' : `/scraps/${id}` }) }
  const [asking, setAsking] = useState(false)
  return (
    <PageFrame title={t('stock-health.scraps-title')} fill actions={may(stockHealthPermissions.askScrap) ? <Button kind="primary" onPress={() => setAsking(true)}>{t('stock-health.ask-scrap')}</Button> : null}>
      <SplitView showing={scrapId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('stock-health.scraps-title')} sideLabel={t('stock-health.scraps-title')}
        list={<ScrapList selected={scrapId ?? null} onOpen={open} />} detail={scrapId === undefined ? <EmptyState>{t('stock-health.scrap-pick')}</EmptyState> : <ScrapSheet key={scrapId} scrapId={scrapId} />} />
      {asking ? <ScrapDialog before={null} onClose={(id) => { setAsking(false); if (id !== undefined) open(id) }} /> : null}
    </PageFrame>
  )
}

function ScrapList({ selected, onOpen }: { selected: string | null; onOpen: (scrapId: string) => void }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const w = useTexts(webZh, webEn)
  const [group, setGroup] = useState<(typeof scrapGroups)[number]>('open')
  const [find, setFind] = useState('')
  const { rows, state, more } = usePages(listScraps, { group, find, limit: 40 })
  return (
    <ListPane label={t('stock-health.scraps-title')} rows={rows} rowKey={({ id }) => id} state={state} selectedKey={selected} pageKeys onOpen={({ id }) => onOpen(id)}
      empty={<EmptyState>{find === '' ? t(group === 'open' ? 'stock-health.no-scraps-open' : 'stock-health.no-scraps') : w('web.nothing-found', { find })}</EmptyState>}
      head={(
        <div className="k-stack">
          <ChoiceField label={t('stock-health.scraps-title')} hideLabel wide value={group} onChange={setGroup} choices={scrapGroups.map((value) => ({ value, text: t(`stock-health.group.${value}`) }))} />
          <FindField label={t('stock-health.find-scrap')} value={find} onChange={setFind} />
        </div>
      )}
      loadMore={more === null ? undefined : { text: w('web.more', { count: 40 }), onPress: more }}
      row={(row) => ({
        primary: row.reason, status: <StatusTag tone={scrapTones[row.status]} text={t(`stock-health.status.${row.status}`)} />, trailing: <Money fen={row.costFen} />,
        secondary: row.number, secondaryTrailing: t('stock-health.scrap-lines', { count: row.lines }),
      })} />
  )
}

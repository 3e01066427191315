import { useNavigate, useParams } from '@tanstack/react-router'
import { PackagePlus } from 'lucide-react'
import { useState } from 'react'
import { usePages, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { listStock, seeStockValue } from '../contract.ts'
import { stockSorts, type StockSort } from '../domain/list-order.ts'
import { stockPermissions } from '../permissions.ts'
import { PartStock } from './part-stock.tsx'
import { ReceiptDialog } from './receipt-dialog.tsx'
import { stockTexts } from './texts.ts'
import './stock.css'

/** What lies where: by part, with its lots, bins and moves. */
export function StockPage() {
  const t = useTexts(stockTexts.zh, stockTexts.en)
  const w = useTexts(webZh, webEn)
  const english = useLanguage() === 'en'
  const may = useMay()
  const { partId } = useParams({ strict: false })
  const navigate = useNavigate()
  const [find, setFind] = useState('')
  const [receiving, setReceiving] = useState(false)
  const [sort, setSort] = useState<StockSort>('number')
  const stock = usePages(listStock, { limit: 80, sort, ...(find === '' ? {} : { find }) })
  const open = (id: string | null) => { void navigate({ to: id === null ? '/stock' : `/stock/${id}` }) }
  const value = useReading(seeStockValue, {}, { enabled: may(stockPermissions.seeCost) }).data
  return (
    <PageFrame title={t('stock.title')} fill note={value === undefined ? undefined : t('stock.value-of-all', { value: formatFen(value.valueFen), parts: value.parts })}
      actions={may(stockPermissions.receive) ? <Button kind="primary" icon={PackagePlus} onPress={() => setReceiving(true)}>{t('stock.receive')}</Button> : null}>
      <SplitView showing={partId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('stock.part')} sideLabel={t('stock.part')}
        list={<ListPane label={t('stock.title')} rows={stock.rows} rowKey={(row) => row.partId} state={stock.state} selectedKey={partId ?? null} pageKeys onOpen={(row) => open(row.partId)}
          head={<div className="stock-find"><TextField label={t('stock.find')} hideLabel type="search" name="find" value={find} onChange={setFind} placeholder={t('stock.find')} maxLength={40} /><SelectField label={t('stock.sort')} hideLabel name="sort" value={sort} onChange={setSort} choices={stockSorts.filter((by) => by !== 'value' || may(stockPermissions.seeCost)).map((by) => ({ value: by, text: t(`stock.sort.${by}`) }))} /></div>}
          empty={<EmptyState>{find === '' ? t('stock.nothing') : t('stock.nothing-found', { find })}</EmptyState>}
          loadMore={stock.more === null ? undefined : { text: w('web.more', { count: 80 }), onPress: stock.more }}
          row={(row) => ({
            primary: english ? row.nameEn : row.nameZh,
            status: row.free <= 0 ? <StatusTag tone="warn" text={t('stock.none-free')} /> : undefined,
            trailing: <Quantity thousandths={row.onHand} unit={row.unit} />,
            secondary: row.number, secondaryTrailing: sort === 'value' && row.valueFen !== null ? formatFen(row.valueFen) : row.reserved > 0 ? <>{t('stock.reserved')} <Quantity thousandths={row.reserved} /></> : undefined,
          })} />}
        detail={partId === undefined ? <EmptyState>{t('stock.pick-one')}</EmptyState> : <PartStock partId={partId} key={partId} />} />
      {receiving ? <ReceiptDialog onClose={() => setReceiving(false)} /> : null}
    </PageFrame>
  )
}

import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { askScrap, askScrapAgain, type ScrapView } from '../contract.ts'
import { causes, whyNotTheseLines, type Cause } from '../domain/scrap.ts'
import { GoodsLines, goodsOf, type WishedGoods } from './goods-lines.tsx'
import { stockHealthTexts } from './texts.ts'

/** Which goods, from which bin or quarantine, oldest first or of a named lot, and why. */
export function ScrapDialog({ before, onClose }: { before: ScrapView | null; onClose: (id?: string) => void }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const [reason, setReason] = useState(before?.reason ?? '')
  const [lines, setLines] = useState<readonly WishedGoods<Cause>[]>(() => (before?.rows ?? []).map((row) => ({ key: row.id, partId: row.partId, number: row.number, name: english ? row.nameEn : row.nameZh, placeId: row.placeId, lotId: row.lotId, thousandths: row.thousandths, cause: row.cause })))
  const first = useDeed(askScrap, ({ id, number }) => { toast({ text: t('stock-health.asked', { number }) }); onClose(id) })
  const again = useDeed(askScrapAgain, () => { toast({ text: t('stock-health.asked-again') }); onClose() })
  const deed = before === null ? first : again
  const goods = goodsOf(lines)
  const whyNot = lines.length === 0 ? t('stock-health.no-parts-yet') : reason.trim() === '' ? t('stock-health.reason-missing') : goods.length < lines.length ? t('stock-health.fill-numbers') : t.refusal(whyNotTheseLines(goods))
  const submit = () => {
    if (whyNot !== null) return
    if (before === null) first.run({ body: { reason, lines: goods } })
    else again.run({ params: { scrapId: before.id }, body: { version: before.version, reason, lines: goods } })
  }
  const title = t(before === null ? 'stock-health.ask-scrap' : 'stock-health.ask-again')
  return (
    <Dialog title={title} size="wide" onClose={() => onClose()} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{title}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('stock-health.reason')} name="reason" value={reason} onChange={setReason} maxLength={300} required />
        <GoodsLines lines={lines} onChange={setLines} firstCause="damaged" causeLabel={t('stock-health.cause')} causes={causes.map((value) => ({ value, text: t(`stock-health.cause.${value}`) }))} />
      </div>
    </Dialog>
  )
}

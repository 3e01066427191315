import { X } from 'lucide-react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Money, Quantity } from '../../../ui-kit/tag.tsx'
import { priceAddedWork, type AddedWorkView, type OrderView } from '../contract.ts'
import { LineFinder, presetPayer } from './add-line.tsx'
import { repairOrderTexts } from './texts.ts'

/** Each line is priced and kept at once, as in the estimate. */
export function PriceAddedWork({ order, work, onClose }: { order: OrderView; work: AddedWorkView; onClose: () => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const english = useLanguage() === 'en'
  const deed = useDeed(priceAddedWork, () => {})
  const price = (change: Pick<Parameters<typeof deed.run>[0]['body'], 'add' | 'remove'>) => deed.run({ params: { addedWorkId: work.id }, body: { version: work.version, ...change } })
  return (
    <Dialog title={t('repair-orders.added-price-title')} onClose={onClose} footer={<Button kind="primary" onPress={onClose}>{t('repair-orders.added-close')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{work.findings}</p>
        {work.askedPart === null ? null : <AskedPart work={work} part={work.askedPart} busy={deed.busy} onAdd={(part) => price({ add: [{ kind: 'part', partId: part.partId, payer: presetPayer(order.purpose), quantityThousandths: part.quantityThousandths }], remove: [] })} />}
        {work.lines.length === 0 ? <EmptyState>{t('repair-orders.added-no-lines')}</EmptyState> : (
          <ul className="added-work-lines">
            {work.lines.map((line) => {
              const name = english ? line.nameEn : line.nameZh
              return (
                <li key={line.id}>
                  <span className="added-work-item">{name} <span className="k-quiet-text">{line.code}</span></span>
                  <Quantity thousandths={line.quantityThousandths} unit={line.kind === 'labour' ? 'h' : line.unit} />
                  <Money fen={line.amountFen} />
                  <IconButton aria-label={t('repair-orders.added-remove-line', { name })} icon={X} busy={deed.busy} onPress={() => price({ add: [], remove: [line.id] })} />
                </li>
              )
            })}
            <li><span className="added-work-item">{t('repair-orders.sum', { count: work.lines.length })}</span><Money fen={work.totalFen} strong /></li>
          </ul>
        )}
        <LineFinder purpose={order.purpose} onAdd={(line) => price({ add: [line.kind === 'labour' ? { kind: 'labour', operationId: line.operationId, payer: line.payer } : { kind: 'part', partId: line.partId, payer: line.payer, quantityThousandths: line.quantityThousandths }], remove: [] })} />
      </div>
    </Dialog>
  )
}

type Asked = NonNullable<AddedWorkView['askedPart']>

/** What the workshop asked for; one touch makes it a line of the offer, at the price of its rule. */
function AskedPart({ work, part, busy, onAdd }: { work: AddedWorkView; part: Asked; busy: boolean; onAdd: (part: Asked) => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const english = useLanguage() === 'en'
  const proposed = work.lines.some(({ partId }) => partId === part.partId)
  return (
    <div className="k-stack">
      <Notice tone="info">{t('repair-orders.part-wanted', { name: english ? part.nameEn : part.nameZh, code: part.code, quantity: formatThousandths(part.quantityThousandths), unit: t.unit(part.unit) })}</Notice>
      {proposed ? null : <Button kind="primary" busy={busy} onPress={() => onAdd(part)}>{t('repair-orders.part-propose')}</Button>}
    </div>
  )
}
